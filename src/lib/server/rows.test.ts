import type { PostgrestSingleResponse } from '@supabase/supabase-js';
import { describe, expect, test } from 'vitest';
import { DatabaseError } from './database-error';
import { changed, firstOf, rows } from './rows';

const answered = <T>(data: T) => ({ data, error: null }) as PostgrestSingleResponse<T>;
const list = (many: number) => Array.from({ length: many }, () => ({}));

describe('the API cuts off at a thousand, and what is missing would be missing in silence', () => {
	test.each([list(999), { notes: list(999) }, [{ notes: list(999) }, { notes: list(999) }]])(
		'less than that is read',
		(data) => expect(rows(answered(data))).toBe(data),
	);
	test.each([
		[list(1000)],
		[list(1001)],
		[{ notes: list(1000) }],
		[[{ notes: list(2) }, { notes: list(1000) }]],
	])('as much is refused, in a row too', (data) => expect(() => rows(answered(data))).toThrow('too long'));
});

test.each([
	[0, 0, false],
	[20, 20, false],
	[21, 20, true],
])('of %i found, asked for with one more than 20, %i are the first; more: %s', (found, many, isCut) => {
	const first = firstOf(answered<object[]>(list(found)), 20);
	expect(first).toEqual({ rows: list(many), isCut });
});

describe('what an update or delete claims', () => {
	test('is the rows it touched', () => {
		expect(changed(answered([{ id: 'a' }]))).toEqual([{ id: 'a' }]);
	});
	test('is refused when it touched none', () => {
		expect(() => changed(answered([]))).toThrow(expect.objectContaining({ code: '42501' }) as DatabaseError);
	});
});
