import { expect, test } from 'vitest';
import { weekdayLetter } from './weekday';

test.each([
	['da', 'T'],
	['ar', 'ثل'],
] as const)('in %s the column of a Tuesday is %s', (language, expected) => {
	expect(weekdayLetter('2027-01-05', language)).toBe(expected);
});
