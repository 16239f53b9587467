/** What is said about a meeting's time and people, in the person's language. */
import { clock, namesTogether } from '$lib/i18n/format';
import type { Translate } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';
import { endsNextDay, type Attendee, type Times, type Whose } from './meetings';

/** "kl. 14.30 til 15.45" */
export function timeWords(meeting: Times, t: Translate, language: Language): string {
	const times = { from: clock(meeting.startsAt, language), to: clock(meeting.endsAt, language) };
	return t(endsNextDay(meeting) ? 'meetings:when.overnight' : 'meetings:when.fromTo', times);
}

/** Whose meeting it is, where that must be said; undefined where it goes without saying. */
export function whoseWords(whose: Whose, t: Translate): string | undefined {
	if (whose.kind === 'other_home') return t('meetings:whose.otherHome', { name: whose.child });
	if (whose.kind === 'invited') return t('meetings:whose.invited');
	return whose.family;
}

const namedAtMost = 3;

/** "Mette Krogh, Jonas Lund og 2 andre": who else is asked and has not said no; undefined when nobody is. */
export function peopleWords(
	attendees: readonly Attendee[],
	me: string | null,
	t: Translate,
	language: Language,
): string | undefined {
	const others = attendees.filter(({ id, answer }) => id !== me && answer !== 'not_coming');
	const named = others.flatMap(({ name }) => name ?? []).slice(0, namedAtMost);
	const rest = others.length - named.length;
	const parts = rest ? [...named, t('meetings:card.others', { count: rest })] : named;
	if (!parts.length) return undefined;
	return namesTogether(parts, language);
}
