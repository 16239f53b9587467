import { error, type Actions, type RequestEvent } from '@sveltejs/kit';
import { householdsOf, type Mine } from '$lib/family/family';
import { windowAt } from '$lib/server/window';
import { actionOf, saysInAddress } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Database } from '$lib/server/database';
import { rows } from '$lib/server/rows';
import { addPoint, answer, cancel, holdAfterAll, removePoint, restorePoint } from './commands.server';
import type { Invitation } from './meetings';
import * as meetings from './meetings.server';
import { pointsShown } from './rows';

/**
 * The meeting of this page, with the part of its agenda that is asked for; with a family only when it is theirs, and
 * otherwise not what I see of a family because I work with it.
 * @throws 404 when there is none that I may see
 */
export async function theMeeting(event: RequestEvent, family?: string): Promise<Invitation> {
	const meeting = await meetings.get(event.locals.db, event.params.meeting!, event.locals.now);
	const isHere = meeting && (family ? meeting.familyId === family : await concerns(event, meeting));
	if (!isHere) error(404, 'common:error.notFound');
	const window = windowAt(event.url, pointsShown, 'points');
	if (window.to === pointsShown) return meeting;
	return { ...meeting, points: await meetings.points(event.locals.db, meeting.id, window) };
}

/** Whether it is of my family, about my child in its other home, or I am asked to it from there. */
async function concerns(event: RequestEvent, { familyId, about, attendees }: Invitation): Promise<boolean> {
	const me = signedIn(event);
	return (
		me.families.some(({ id }) => id === familyId) ||
		attendees.some(({ id, fromOtherHome }) => id === me.id && fromOtherHome) ||
		(about !== null && (await isMyChild(event.locals.db, me.families, about.id)))
	);
}

/** Whether somebody is a child of a household of mine. */
async function isMyChild(db: Database, mine: readonly Mine[], person: string): Promise<boolean> {
	const answer = await db
		.from('member')
		.select('id')
		.in(
			'family_id',
			householdsOf(mine).map(({ id }) => id),
		)
		.match({ person_id: person, role: 'child' })
		.is('left_at', null)
		.order('id')
		.limit(1);
	return rows(answer).length > 0;
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
