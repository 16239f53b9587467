import type { Enrolment } from '$lib/enrolment/enrolment';
import { dayAndYear } from '$lib/i18n/format';
import type { Translate } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';
import { telOf, type Municipality } from '$lib/tel';

/** How long it is said first that a family is with us again, or no more while another home goes on. */
const days = 90;

/** A number as it is read, in any direction of writing, and never in two lines. */
const inOnePiece = (phone: string) => `\u2066${phone.replaceAll(' ', '\u00a0')}\u2069`;

interface Course {
	/** Its name, where somebody has several. */
	whose: string | undefined;
	/** The times in which it took part, the last first. */
	enrolments: readonly Enrolment[];
	/** Nothing else is left to tell of. */
	isAll: boolean;
	/** With its end meetings were cancelled. */
	cancelled: boolean;
	/** Told to a child, whose parents call. */
	isChild: boolean;
	municipality: Pick<Municipality, 'words' | 'phone'> | undefined;
}

/** What is told before anything else of a family whose course is over, or that takes part again; null of any other. */
export function courseTold(
	{ whose, enrolments, isAll, cancelled, isChild, municipality }: Course,
	{ t, language, now }: { t: Translate; language: Language; now: Date },
) {
	const isNew = (moment: string | null) =>
		moment !== null && now.getTime() - Date.parse(moment) < days * 24 * 60 * 60 * 1000;
	const [last, ...earlier] = enrolments;
	if (!last) return null;
	const card = { href: '/enrolment', whose };
	if (last.endedOn === null) {
		const wasHere = earlier.some(({ answer }) => answer !== 'declined');
		if (!wasHere || !isNew(last.createdAt)) return null;
		const text = t('enrolment:back', { date: dayAndYear(last.visitedOn, language) });
		return { ...card, key: 'home:again', text, call: null };
	}
	if (!isAll && !isNew(last.endedAt)) return null;
	const { phone, words } = (!isChild && municipality) || { phone: null, words: '' };
	return {
		...card,
		key: 'home:thanks',
		text: [
			`${t('enrolment:over', { date: dayAndYear(last.endedOn, language) })}.`,
			...(cancelled ? [t('enrolment:overMeetings')] : []),
			t(isChild ? 'enrolment:overChild' : 'enrolment:overText'),
		].join(' '),
		call: phone ? { href: telOf(phone), text: `${words} ${inOnePiece(phone)}` } : null,
	};
}
