import * as v from 'valibot';
import { expect, test } from 'vitest';
import { line, moment, optionalLine, optionalWords, words } from './fields';

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

test.each(['\u200b', ' \u3164\n', '\u2060\u00a0'])('%j is nothing where words may be left out', (typed) => {
	expect(v.parse(optionalWords(60, 'too long'), typed)).toBeNull();
	expect(v.parse(optionalLine(60, 'too long'), typed)).toBeNull();
});

test('so many characters, and no more', () => {
	expect(v.safeParse(name, 'x'.repeat(60)).success).toBe(true);
	expect(v.safeParse(name, 'x'.repeat(61)).issues?.[0].message).toBe('too long');
});

test.each(['2026-11-23T10:00:00Z', '2026-11-23T10:00:00.123+01:00', '2026-11-23T10:00:00.123456+00:00'])(
	'%s is a moment',
	(said) => expect(v.is(moment(), said)).toBe(true),
);
test.each(['2026-11-23T10:00:00+01', '2026-11-23T10:00:00 +01:00', '2026-02-31T25:00:00Z', 'soon', ''])(
	'%j is none',
	(said) => expect(v.safeParse(moment('unclear'), said).issues?.[0].message).toBe('unclear'),
);

test.each([
	['A\nB', 'A B'],
	[' A \r\n\n B\u2028C ', 'A B C'],
	['Livets  stige', 'Livets  stige'],
])('%j in one line is %j', (typed, kept) => {
	expect(v.parse(line(60, 'missing', 'too long'), typed)).toBe(kept);
	expect(v.parse(optionalLine(60, 'too long'), typed)).toBe(kept);
});

test('nothing but line ends is no line', () => {
	expect(v.safeParse(line(60, 'missing', 'too long'), '\n\n').issues?.[0].message).toBe('missing');
	expect(v.safeParse(line(60, 'missing', 'too long'), undefined).issues?.[0].message).toBe('missing');
	expect(v.parse(optionalLine(60, 'too long'), '\n')).toBeNull();
	expect(v.parse(optionalLine(60, 'too long'), undefined)).toBeNull();
});
