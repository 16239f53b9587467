/** What is said about a family in the office's lists. */
import { dayAndYear } from '$lib/i18n/format';
import type { Translate } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';
import type { EnrolledFamily } from './office';

/** Since when it takes part, or until when it did; nothing of one that never has. In a row short, so that it is one line. */
export function takesPartWords(
	{ enrolledOn, endedOn }: EnrolledFamily,
	t: Translate,
	language: Language,
	place: 'families' | 'families.row' = 'families',
): string | undefined {
	if (endedOn) return t(`office:${place}.ended`, { date: dayAndYear(endedOn, language) });
	return enrolledOn ? t(`office:${place}.since`, { date: dayAndYear(enrolledOn, language) }) : undefined;
}
