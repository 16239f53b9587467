/** The only code that asks what occupies people (supabase/schemas, 65). */
import type { First } from '$lib/more';
import type { Database } from '$lib/server/database';
import { firstOf } from '$lib/server/rows';
import { told, type Clash } from './occupied';

/**
 * For whom a meeting ahead falls on something else: everybody asked, to who calls and moves it, oneself to others. In
 * order of time, at most 200.
 */
export async function clashes(db: Database, meeting: string): Promise<First<Clash>> {
	const { rows, isCut } = firstOf(await db.rpc('clashes', { meeting }), 200);
	const clashes = told(
		rows.map(({ person_id, source_id, starts_at, ends_at }) => ({
			person: person_id,
			// The generated types know no nulls in what a function returns.
			meeting: (source_id as string | null) === null ? null : { startsAt: starts_at, endsAt: ends_at },
		})),
	);
	return { rows: clashes, isCut };
}
