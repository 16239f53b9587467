import type { PostgrestSingleResponse } from '@supabase/supabase-js';
import { describe, expect, test } from 'vitest';
import { addOnce, isSame } from './add-once';
import type { Database } from './database';

const answerOf = <T>(data: T) => ({ data, error: null }) as PostgrestSingleResponse<T>;

/** A database in which a row of this id is there already, or none when null; it stores what it is given otherwise. */
function databaseWith(there: Record<string, unknown> | null, isAdded = false) {
	const answers = { upsert: answerOf(isAdded ? [{ id: 'a' }] : []), select: answerOf(there) };
	return {
		from: () => ({
			upsert: () => ({ select: () => Promise.resolve(answers.upsert) }),
			select: () => ({ eq: () => ({ maybeSingle: () => Promise.resolve(answers.select) }) }),
		}),
	} as unknown as Database;
}

describe('what is added once', () => {
	const row = { id: 'a', meeting_id: 'm', family_id: 'f', added_by: 'p', wording: 'Skolen' };
	const compare = ['meeting_id', 'wording'] as const;
	const add = (there: Record<string, unknown> | null, isAdded = false) =>
		addOnce(databaseWith(there, isAdded), 'agenda_point', row, compare);
	const same = { meeting_id: 'm', wording: 'Skolen', removed_at: null };

	test('is added the first time, and there the second', async () => {
		expect(await add(null, true)).toBe(true);
		expect(await add(same)).toBe(false);
	});
	test.each([
		['all else is the same', { ...same, wording: 'Fritiden' }],
		['only one thing is the same', { ...same, meeting_id: 'other' }],
		['nobody may see what is there', null],
	])('is refused under an id that stands for something else: %s', async (_, there) => {
		await expect(add(there)).rejects.toMatchObject({ names: ['made_already'] });
	});
	test('is refused when it is over since', async () => {
		await expect(add({ ...same, removed_at: '2026-11-23T20:15:00Z' })).rejects.toMatchObject({
			names: ['over_since'],
		});
	});
});

test.each([
	[null, undefined, true],
	['a', undefined, false],
	[null, '', false],
	['2026-11-23T20:15:00+00:00', '2026-11-23T21:15:00.000+01:00', true],
	['2026-11-23', '2026-11-24', false],
	[[1, 2], [1, 2], true],
	[[1, 2], [2, 1], false],
	[4, 4, true],
])('%j there and %j given are the same: %s', (there, given, same) => {
	expect(isSame(there, given)).toBe(same);
});
