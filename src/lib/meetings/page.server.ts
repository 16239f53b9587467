import { error, type Actions, type RequestEvent } from '@sveltejs/kit';
import { windowAt } from '$lib/server/window';
import { actionOf, saysInAddress } from '$lib/server/action';
import type { Database } from '$lib/server/database';
import { addPoint, answer, cancel, holdAfterAll, removePoint, restorePoint } from './commands.server';
import type { Invitation } from './meetings';
import * as meetings from './meetings.server';
import { pointsShown } from './rows';

/**
 * The meeting of this page, with the part of its agenda that is asked for; with a family only when it is theirs.
 * @throws 404 when there is none that I may see
 */
export async function theMeeting(event: RequestEvent, family?: string): Promise<Invitation> {
	const meeting = await meetings.get(event.locals.db, event.params.meeting!, event.locals.now);
	if (!meeting || (family && meeting.familyId !== family)) error(404, 'common:error.notFound');
	const window = windowAt(event.url, pointsShown, 'points');
	if (window.to === pointsShown) return meeting;
	return { ...meeting, points: await meetings.points(event.locals.db, meeting.id, window) };
}

/**
 * Whether the place is a home that another home of the child it is about does not see. Only to whoever may call meetings
 * of the family: the others learn nothing of other homes.
 */
export async function isHiddenElsewhere(
	db: Database,
	{ isHome, about, familyId }: Invitation,
): Promise<boolean> {
	if (!isHome || !about) return false;
	const elsewhere = await meetings.askableElsewhere(db, familyId);
	return elsewhere.some(({ children }) => children.includes(about.id));
}

const here = (_: unknown, __: unknown, { url }: RequestEvent) => url.pathname;

/** The form actions of MeetingPage, the same on the family's page and the professionals'. */
export const meetingActions = {
	answer: actionOf(answer),
	addPoint: actionOf(addPoint),
	removePoint: actionOf(removePoint),
	restorePoint: actionOf(restorePoint, { says: saysInAddress('drawnFrom'), to: here }),
	cancel: actionOf(cancel),
	holdAfterAll: actionOf(holdAfterAll, {
		says: saysInAddress('revision'),
		to: here,
	}),
} satisfies Actions;
