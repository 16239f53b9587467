import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database, Tables } from './database';
import { refuse } from './database-error';
import { rows } from './rows';

/** What a command made must have, so that it can be made once: an id made with the form. */
type Made<Table extends keyof Tables> = Tables[Table]['Insert'] & { id: string };

/** By what a row is over: taken off, withdrawn, left. What is over is there, and in force no more. */
const over = {
	agenda_point: 'removed_at',
	goal: 'removed_at',
	offer: 'retired_at',
	scale: 'retired_at',
	share: 'withdrawn_at',
	team_member: 'left_at',
} as const satisfies { [Table in keyof Tables]?: keyof Tables[Table]['Row'] };

/**
 * Adds a row under the id that was made with its form. Sent again with the same content it is there already, and that
 * is well; with other content, or when it is over since, nothing is stored, and that is refused.
 * @param compare the columns that must be the same the second time: what was given, where the row keeps it
 * @returns whether it was added now
 * @throws {DatabaseError} made_already when the id stands for something else, over_since when for the same that is over
 */
export async function addOnce<Table extends keyof Tables>(
	db: Database,
	table: Table,
	row: Made<Table>,
	compare: readonly (keyof Tables[Table]['Row'] & keyof Tables[Table]['Insert'] & string)[],
): Promise<boolean> {
	// The client's types cannot follow a table that is a parameter.
	const from = (db as SupabaseClient).from(table);
	const added = await from.upsert(row, { onConflict: 'id', ignoreDuplicates: true }).select('id');
	if ((rows(added) as unknown[]).length) return true;
	const ended = (over as Record<string, string>)[table];
	const columns = [...compare, ...(ended ? [ended] : [])].join(', ');
	const found = rows(await (db as SupabaseClient).from(table).select(columns).eq('id', row.id).maybeSingle());
	const there = found as Record<string, unknown> | null;
	const given = row as Record<string, unknown>;
	if (!there || !compare.every((column) => isSame(there[column], given[column]))) refuse('made_already');
	if (ended && there[ended] !== null) refuse('over_since');
	return false;
}

/** Whether a value came back as it was given: nothing and left out are the same, and so are two ways to write a time. */
export function isSame(there: unknown, given: unknown): boolean {
	if (there == null || given == null) return (there ?? null) === (given ?? null);
	if (Array.isArray(there) || Array.isArray(given)) return JSON.stringify(there) === JSON.stringify(given);
	const times = [there, given].map(
		(value) => /^\d{4}-\d\d-\d\dT/.test(String(value)) && Date.parse(String(value)),
	);
	if (times.every((time) => typeof time === 'number')) return times[0] === times[1];
	return there === given;
}
