import { dayAndYear } from '$lib/i18n/format';
import type { Translate } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';

interface Ended {
	/** The last day on which somebody's families took part, YYYY-MM-DD. */
	on: string;
	/** With it meetings were cancelled. */
	cancelled: boolean;
}

/** What those whose families take part no more are told before anything else, with the words of the room `enrolment`. */
export const thanks = ({ on, cancelled }: Ended, { t, language }: { t: Translate; language: Language }) => ({
	key: 'home:thanks',
	values: {},
	href: '/enrolment',
	text: [
		`${t('enrolment:over', { date: dayAndYear(on, language) })}.`,
		...(cancelled ? [t('enrolment:overMeetings')] : []),
		t('enrolment:overText'),
	].join(' '),
});
