import type { SupabaseClient } from '@supabase/supabase-js';
import type { Database, Tables } from './database';
import { refuse } from './database-error';
import { changed, rows } from './rows';

/** How somebody saw a row when they said what becomes of it. */
export interface Seen {
	/** What says when that was said before, or what stood there. */
	column: string;
	was: string | null;
	/** The filter of a row of which what they say is true by now: it may stay so. */
	already: string;
}

/**
 * Changes one row as it was seen, so that a page from before undoes nothing that was said since. The database compares
 * while it holds the row.
 * @param seen null: of what waited on a phone the database asks when it was done (private.says_when)
 * @throws {DatabaseError} changed_since when it stands otherwise by now, and neither as it was seen nor as is said
 */
export async function changeAsSeen<Table extends keyof Tables>(
	db: Database,
	table: Table,
	which: Record<string, string | null>,
	values: Tables[Table]['Update'],
	seen: Seen | null,
): Promise<void> {
	const client = db as SupabaseClient;
	const columns = Object.keys(which).join();
	const row = Object.entries(which)
		.map(([name, value]) => `${name}.${isValue(value)}`)
		.join();
	const asSeen = seen ? `${row},or(${seen.column}.${isValue(seen.was)},${seen.already})` : row;
	const answer = await client.from(table).update(values).or(`and(${asSeen})`).select(columns);
	if (seen && !rows(answer).length) {
		const isThere = async (filter: string) =>
			rows(await client.from(table).select(columns).or(`and(${filter})`).maybeSingle()) !== null;
		if ((await isThere(row)) && !(await isThere(asSeen))) refuse('changed_since');
	}
	changed(answer);
}

/** As a filter says that it is this. */
const isValue = (value: string | null) => (value === null ? 'is.null' : `eq."${value}"`);
