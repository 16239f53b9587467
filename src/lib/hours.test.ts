import { expect, test } from 'vitest';
import { seldomIn } from '$lib/offline/words';
import { hoursWords } from './hours';
import type { Language } from './i18n/languages';

/** What keeps a name's own direction is not seen. */
const said = (written: string, language: Language) =>
	hoursWords(written, seldomIn(language), language).replace(/[\u2066-\u2069]/g, '');

test.each([
	['da', 'Åbent mandag til torsdag kl. 09.00-15.00 og fredag kl. 09.00-12.30.'],
	['en', 'Open Monday to Thursday 09:00-15:00 and Friday 09:00-12:30.'],
	[
		'ar',
		'أوقات الرد: من الاثنين إلى الخميس من الساعة 09:00 إلى الساعة 15:00 والجمعة من الساعة 09:00 إلى الساعة 12:30.',
	],
] as const)('hours are said in %s', (language, words) => {
	expect(said('Mo-Th 09:00-15:00; Fr 09:00-12:30', language)).toBe(words);
});

test('of one day, and of the evening by 24 hours', () => {
	expect(said('Su 13:00-21:00', 'da')).toBe('Åbent søndag kl. 13.00-21.00.');
	expect(said('Su 13:00-21:00', 'en')).toBe('Open Sunday 13:00-21:00.');
});
