import { error, type Actions, type RequestEvent } from '@sveltejs/kit';
import { command, signedIn } from '$lib/server/command';
import { AddPoint, AnswerMeeting, OneMeeting, OnePoint } from './commands.server';
import type { Invitation } from './meetings';
import * as meetings from './meetings.server';
import { meetingRefusals } from './refusals';

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
	answer: command(AnswerMeeting, async (event, answer) => {
		await meetings.answer(event.locals.db, answer, event.locals.now);
		const mine = answer.answer === 'coming' ? 'meetings:receipt.coming' : 'meetings:receipt.notComing';
		const isMine = answer.person === signedIn(event).id;
		return { receipt: { text: isMine ? mine : 'meetings:receipt.answeredFor' } };
	}),
	addPoint: command(
		AddPoint,
		async (event, point) => {
			await meetings.addPoint(event.locals.db, signedIn(event).id, point);
			return { receipt: { text: 'meetings:receipt.pointAdded' } };
		},
		meetingRefusals,
	),
	removePoint: command(OnePoint, async ({ locals, url }, { id }) => {
		await meetings.removePoint(locals.db, id, locals.now);
		const undo = { action: `${url.pathname}?/restorePoint`, id };
		return { receipt: { text: 'meetings:receipt.pointRemoved', undo } };
	}),
	restorePoint: command(OnePoint, async ({ locals }, { id }) => {
		await meetings.restorePoint(locals.db, id);
		return { receipt: { text: 'meetings:receipt.pointRestored' } };
	}),
	cancel: command(
		OneMeeting,
		async ({ locals, url }, { id }) => {
			await meetings.cancel(locals.db, id, locals.now);
			const undo = { action: `${url.pathname}?/holdAfterAll`, id };
			return { receipt: { text: 'meetings:receipt.cancelled', undo } };
		},
		meetingRefusals,
	),
	holdAfterAll: command(
		OneMeeting,
		async ({ locals }, { id }) => {
			await meetings.cancel(locals.db, id, null);
			return { receipt: { text: 'meetings:receipt.notCancelled' } };
		},
		meetingRefusals,
	),
} satisfies Actions;
