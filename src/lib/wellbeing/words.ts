/** Scores in plain words and figures, in the person's language. */
import { localeOf, type Translate } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';
import type { Topic } from './wellbeing';

/** "52 af 100", "Trin 4 af 10", or the face in words. */
export function scoreWords(t: Translate, topic: Topic, score: number): string {
	if (topic === 'smiley') return t(`wellbeing:smiley.${score as 1 | 2 | 3 | 4 | 5}`);
	return t(`wellbeing:score.${topic}`, { score });
}

/** "4,5" */
export const figure = (number: number, language: Language) =>
	new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 }).format(number);
