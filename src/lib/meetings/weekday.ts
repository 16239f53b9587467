import { formatter, moment } from '$lib/i18n/format';
import type { Language } from '$lib/i18n/languages';

/** "T" for tirsdag, over a column of days; two letters in Arabic, where one alone says too little. */
export function weekdayLetter(at: Date | string, language: Language): string {
	if (language !== 'ar') return formatter(language, { weekday: 'narrow' }).format(moment(at));
	const name = formatter(language, { weekday: 'long' }).format(moment(at));
	// Every name of a day begins with the article.
	return name.replace(/^ال/, '').slice(0, 2);
}
