import { redirect, type RequestEvent } from '@sveltejs/kit';
import { danishDay } from '$lib/i18n/format';
import { actionOf } from '$lib/server/action';
import { move } from './commands.server';
import { isAhead, type Meeting } from './meetings';
import { toClock } from './moments';
import { theMeeting } from './page.server';

/**
 * What MoveMeeting.svelte shows. @param here the path of the meeting's page
 * @throws a redirect there when it has been or is cancelled by now; what was sent is answered where it was written
 */
export function toMove({ request, locals: { now } }: RequestEvent, meeting: Meeting, here: string) {
	const isOver = meeting.cancelledAt || !isAhead(meeting, now);
	if (isOver && request.method !== 'POST') redirect(303, here);
	const { place, link, isHome } = meeting;
	return { meeting, here, known: { ...toClock(meeting), place, link, isHome }, today: danishDay(now) };
}

/** The form action of MoveMeeting.svelte, on the family's page and the coordinator's: the address without "/move". */
export const moving = actionOf(move, {
	says: async (event) => ({ id: (await theMeeting(event, event.params.family)).id }),
	to: (_input, _changed, { url }) => url.pathname.replace(/\/move$/, ''),
});
