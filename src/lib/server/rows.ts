/** What the database answers with: all of it, or a part that tells so; nothing is cut off without a word. */
import type { PostgrestSingleResponse } from '@supabase/supabase-js';
import { cutOff, within, type First, type Shown, type Window } from '$lib/more';
import { DatabaseError } from './database-error';

/**
 * The limit of a read that wants all there is. It is what the API hands out of one answer at most
 * (supabase/config.toml, max_rows), where it cuts the rest off without a word; so an answer as long as that is refused.
 */
export const all = 1000;

/**
 * The rows of an answer, all of them. What can grow beyond that is read in parts: `shown`, `firstOf`.
 * @throws {DatabaseError}
 */
export function rows<T>(answer: PostgrestSingleResponse<T>): T {
	if (answer.error) throw new DatabaseError(answer.error);
	if (isFull(answer.data)) throw new Error('a list too long to be read as a whole');
	return answer.data;
}

/** Whether a list in an answer, or in one of its rows, may have been cut off. */
function isFull(data: unknown): boolean {
	if (Array.isArray(data)) return data.length >= all || data.some(isFull);
	return typeof data === 'object' && data !== null && Object.values(data).some(isFull);
}

/**
 * The first of a list of which there may be more, asked for with a limit of `most + 1`.
 * @throws {DatabaseError}
 */
export const firstOf = <T>(answer: PostgrestSingleResponse<T[]>, most: number): First<T> =>
	cutOff(rows(answer), most);

/**
 * The rows of a list that grows: of a query with `counted` that asks for the window's range.
 * @throws {DatabaseError}
 */
export function shown<T>(answer: PostgrestSingleResponse<T[]>, window: Window): Shown<T> {
	const { from, step } = window;
	// Where the database counts, it refuses what is beyond the end.
	const found = within(answer.error?.code === 'PGRST103' ? [] : rows(answer), window);
	return { rows: found, from, to: from + found.length, of: answer.count ?? from + found.length, step };
}

/** Asks how many there are beside the rows that come. */
export const counted = { count: 'exact' } as const;

/** An order: the newest first, the last first. */
export const descending = { ascending: false } as const;

/** The rows an update or delete touched. @throws {DatabaseError} as a refusal when row security let none through */
export function changed<T>(answer: PostgrestSingleResponse<T[]>): T[] {
	const touched = rows(answer);
	if (!touched.length) throw new DatabaseError({ code: '42501', message: '' });
	return touched;
}
