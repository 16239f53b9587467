import { error, type Actions, type RequestEvent } from '@sveltejs/kit';
import { windowAt } from '$lib/server/window';
import { actionOf } from '$lib/server/action';
import { addPoint, answer, cancel, holdAfterAll, removePoint, restorePoint } from './commands.server';
import type { Invitation } from './meetings';
import * as meetings from './meetings.server';
import { pointsShown } from './rows';

/**
 * The meeting of this page, with the part of its agenda that is asked for; with a family only when it is theirs.
 * @throws 404 when there is none that I may see
 */
export async function theMeeting(event: RequestEvent, family?: string): Promise<Invitation> {
	const meeting = await meetings.get(event.locals.db, event.params.meeting!);
	if (!meeting || (family && meeting.familyId !== family)) error(404, 'common:error.notFound');
	const window = windowAt(event.url, pointsShown, 'points');
	if (window.to === pointsShown) return meeting;
	return { ...meeting, points: await meetings.points(event.locals.db, meeting.id, window) };
}

/** The form actions of MeetingPage, the same on the family's page and the professionals'. */
export const meetingActions = {
	answer: actionOf(answer),
	addPoint: actionOf(addPoint),
	removePoint: actionOf(removePoint),
	restorePoint: actionOf(restorePoint),
	cancel: actionOf(cancel),
	holdAfterAll: actionOf(holdAfterAll, {
		// The receipt of a cancellation says in the address which one it takes back.
		says: ({ url }): Record<string, string> => {
			const revision = url.searchParams.get('revision');
			return revision === null ? {} : { revision };
		},
		to: (_, __, { url }) => url.pathname,
	}),
} satisfies Actions;
