import { redirect, type Action } from '@sveltejs/kit';
import { danishDay } from '$lib/i18n/format';
import { command } from '$lib/server/command';
import { MoveMeeting } from './commands.server';
import { isAhead, type Meeting } from './meetings';
import * as meetings from './meetings.server';
import { toClock } from './moments';
import { theMeeting } from './page.server';
import { meetingRefusals } from './refusals';

/**
 * What MoveMeeting.svelte shows. @param here the path of the meeting's page
 * @throws a redirect there when it has been or is cancelled by now
 */
export function toMove(meeting: Meeting, now: Date, here: string) {
	if (meeting.cancelledAt || !isAhead(meeting, now)) redirect(303, here);
	const { place, link } = meeting;
	return { meeting, here, known: { ...toClock(meeting), place, link }, today: danishDay(now) };
}

/** The form action of MoveMeeting.svelte, on the family's page and the coordinator's: the address without "/move". */
export const moving: Action = (event) =>
	// The schema knows the time of the request, so that nobody moves a meeting to yesterday.
	command(
		MoveMeeting(event.locals.now),
		async (event, move) => {
			const { startsAt: before } = await theMeeting(event);
			const after = await meetings.move(event.locals.db, move, event.locals.now);
			const isMoved = Date.parse(after) !== Date.parse(before);
			return {
				receipt: { text: isMoved ? 'meetings:receipt.moved' : 'meetings:receipt.changed' },
				to: event.url.pathname.replace(/\/move$/, ''),
			};
		},
		meetingRefusals,
	)(event);
