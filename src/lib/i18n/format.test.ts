import { expect, test } from 'vitest';
import { longDay, namesTogether } from './format';
import type { Language } from './languages';
import { timeOfDay } from './seldom';

test.each([
	['da', 'tirsdag den 5. januar'],
	['en', 'Tuesday 5 January'],
	['ar', 'الثلاثاء، 5 كانون الثاني'],
] as const)('in %s a day in a sentence is %s', (language, expected) => {
	expect(longDay('2027-01-05', language)).toBe(expected);
});

test.each([
	['da', '05.00'],
	['en', '05:00'],
	['ar', '05:00'],
] as const)('in %s five in the morning is %s', (language, expected) => {
	expect(timeOfDay('05:00', language)).toBe(expected);
});

test.each([
	['da', 'Amira, Emil og Noah'],
	['en', 'Amira, Emil and Noah'],
	// Each name keeps its own direction: as one block the last would stand beside the word before the first.
	['ar', '\u2068Amira\u2069 و\u2068Emil\u2069 و\u2068Noah\u2069'],
] as [Language, string][])('in %s several names are %s', (language, expected) => {
	expect(namesTogether(['Amira', 'Emil', 'Noah'], language)).toBe(expected);
});
