/** Who asks to be coordinator, and when. */
import { longDay } from '$lib/i18n/format';
import type { Translate } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';
import type { OpenQuestion } from '$lib/team/team';

/** Whoever asked may be in the family no more; it is the family's question all the same. */
export function askedWords(
	{ askedBy, askedAt }: Pick<OpenQuestion, 'askedBy' | 'askedAt'>,
	t: Translate,
	language: Language,
): string {
	const date = longDay(askedAt, language);
	return askedBy ? t('staff:question.asked', { name: askedBy, date }) : t('staff:question.askedOn', { date });
}
