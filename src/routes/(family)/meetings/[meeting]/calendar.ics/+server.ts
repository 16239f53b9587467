import { error } from '@sveltejs/kit';
import { appName } from '$lib/app';
import { createTexts } from '$lib/i18n/i18n';
import { messagesOf } from '$lib/i18n/messages.server';
import { toCalendar } from '$lib/meetings/calendar';
import * as meetings from '$lib/meetings/meetings.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const meeting = await meetings.get(locals.db, params.meeting);
	if (!meeting) error(404, 'common:error.notFound');
	const { t } = await createTexts(locals.language, messagesOf(locals.language, ['meetings']));
	const link = new URL(`/meetings/${meeting.id}`, url).href;
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
};
