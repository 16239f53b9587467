import type { Action } from '@sveltejs/kit';
import { command } from '$lib/server/command';
import { ProposeMeeting, type Proposal } from './commands.server';
import * as meetings from './meetings.server';
import { meetingRefusals } from './refusals';

/**
 * The form action of MeetingForm, the same on the family's page and the coordinator's.
 * @param to where to go when the meeting is called
 */
export const proposing =
	(to: (meeting: Proposal) => string): Action =>
	// The schema knows the time of the request, so that nobody calls a meeting for yesterday.
	(event) =>
		command(
			ProposeMeeting(event.locals.now),
			async ({ locals }, meeting) => {
				await meetings.propose(locals.db, meeting);
				return { receipt: { text: 'meetings:receipt.proposed' }, to: to(meeting) };
			},
			meetingRefusals,
		)(event);
