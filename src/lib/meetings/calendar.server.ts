import type { RequestEvent } from '@sveltejs/kit';
import { appName } from '$lib/app';
import { createTexts } from '$lib/i18n/i18n';
import { messagesOf } from '$lib/i18n/messages.server';
import { toCalendar } from './calendar';
import type { Meeting } from './meetings';

/** The file that puts the meeting into somebody's own calendar. @param page the path where they read the rest */
export async function calendarOf(
	{ locals, url }: RequestEvent,
	meeting: Meeting,
	page: string,
): Promise<Response> {
	const { t } = await createTexts(locals.language, messagesOf(locals.language, ['meetings']));
	const link = new URL(page, url).href;
	const words = {
		app: appName,
		title: `${t('meetings:calendar.title')} · ${appName}`,
		text: t('meetings:calendar.text', { app: appName, link }),
		link,
	};
	return new Response(toCalendar(meeting, words, locals.now), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="moede.ics"',
		},
	});
}
