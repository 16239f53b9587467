/** The families in whose team a professional was when their course ended, in words: told for a month (47_enrolment_ending.sql). */
import { dayAndYear } from '$lib/i18n/format';
import { createTexts } from '$lib/i18n/i18n';
import { messagesOf } from '$lib/i18n/messages.server';
import { rows } from '$lib/server/rows';

/** Null where there are none. */
export async function ended({ db, language }: Pick<App.Locals, 'db' | 'language'>) {
	const found = rows(await db.rpc('ended_for_me'));
	if (!found.length) return null;
	const { t } = await createTexts(language, messagesOf(language, ['enrolment']));
	return {
		heading: t('enrolment:forTeam.all', { count: found.length }),
		text: t('enrolment:forTeam.lead'),
		families: found.map(({ family_id, name, ended_on, meetings }) => {
			const date = dayAndYear(ended_on, language);
			const cancelled = meetings ? t('enrolment:forTeam.meetings', { count: meetings }) : '';
			const title = t('enrolment:forTeam.title', { family: name });
			return {
				id: family_id,
				name,
				day: `${t('enrolment:forTeam.on', { date })}. ${cancelled}`.trim(),
				/** All of it, where only this one is spoken of. */
				words: `${title}. ${t('enrolment:forTeam.text', { date })} ${cancelled}`.trim(),
			};
		}),
	};
}
