import * as v from 'valibot';
import { expect, test } from 'vitest';
import { words } from './fields';

const name = words(60, 'missing', 'too long');

test.each(['Amira', 'أميرة', '李', '🌻', '2', '–', ' \u200bOle '])('%j are words', (typed) => {
	expect(v.safeParse(name, typed).success).toBe(true);
});

test.each(['', ' ', '\u00a0', '\u200b\u200d', '\u2060', '\u3164', '\u2800', '\u202e', '\ufeff', undefined])(
	'%j is nothing anybody could read',
	(typed) => {
		expect(v.safeParse(name, typed).issues?.[0].message).toBe('missing');
	},
);

test('so many characters, and no more', () => {
	expect(v.safeParse(name, 'x'.repeat(60)).success).toBe(true);
	expect(v.safeParse(name, 'x'.repeat(61)).issues?.[0].message).toBe('too long');
});
