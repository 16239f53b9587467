/** The families in whose team a professional was when their course ended, in words: told for a month (47_enrolment_ending.sql). */
import { dayAndYear } from '$lib/i18n/format';
import { createTexts } from '$lib/i18n/i18n';
import { messagesOf } from '$lib/i18n/messages.server';
import { rows } from '$lib/server/rows';

export async function ended({ db, language }: Pick<App.Locals, 'db' | 'language'>) {
	const found = rows(await db.rpc('ended_for_me'));
	if (!found.length) return [];
	const { t } = await createTexts(language, messagesOf(language, ['enrolment']));
	return found.map(({ family_id, name, ended_on, meetings }) => ({
		id: family_id,
		title: t('enrolment:forTeam.title', { family: name }),
		text: [
			t('enrolment:forTeam.text', { date: dayAndYear(ended_on, language) }),
			...(meetings ? [t('enrolment:forTeam.meetings', { count: meetings })] : []),
		].join(' '),
	}));
}
