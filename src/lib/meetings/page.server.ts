import { error, type Actions, type RequestEvent } from '@sveltejs/kit';
import { actionOf } from '$lib/server/action';
import { addPoint, answer, cancel, holdAfterAll, removePoint, restorePoint } from './commands.server';
import type { Invitation } from './meetings';
import * as meetings from './meetings.server';

/**
 * The meeting of this page; with a family only when it is theirs.
 * @throws 404 when there is none that I may see
 */
export async function theMeeting(event: RequestEvent, family?: string): Promise<Invitation> {
	const meeting = await meetings.get(event.locals.db, event.params.meeting!);
	if (!meeting || (family && meeting.familyId !== family)) error(404, 'common:error.notFound');
	return meeting;
}

/** The form actions of MeetingPage, the same on the family's page and the professionals'. */
export const meetingActions = {
	answer: actionOf(answer),
	addPoint: actionOf(addPoint),
	removePoint: actionOf(removePoint),
	restorePoint: actionOf(restorePoint),
	cancel: actionOf(cancel),
	holdAfterAll: actionOf(holdAfterAll),
} satisfies Actions;
