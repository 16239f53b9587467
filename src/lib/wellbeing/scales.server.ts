/** The only code that queries own scales. Nobody but the person reads them (supabase/schemas/60_wellbeing_scales.sql). */
import type * as v from 'valibot';
import { addOnce } from '$lib/server/add-once';
import type { Database } from '$lib/server/database';
import { all, changed, descending, rows } from '$lib/server/rows';
import type { AddScale } from './commands.server';
import type { Scale } from './wellbeing';

const scaleColumns =
	'id, kind, name, lowWords:low_words, highWords:high_words, createdAt:created_at, retiredAt:retired_at';

/** This person's own scales, also those no longer used, in the order they were made. */
export async function list(db: Database, person: string): Promise<Scale[]> {
	const newest = rows(
		await db
			.from('scale')
			.select(scaleColumns)
			.eq('person_id', person)
			.order('created_at', descending)
			.limit(all),
	);
	return newest.reverse();
}

/** One own scale; null when this person has none such. */
export async function one(db: Database, person: string, id: string): Promise<Scale | null> {
	return rows(await db.from('scale').select(scaleColumns).eq('person_id', person).eq('id', id).maybeSingle());
}

/** Makes a scale; the same command twice is one. */
export async function add(
	db: Database,
	person: string,
	added: v.InferOutput<typeof AddScale>,
): Promise<void> {
	await addOnce(
		db,
		'scale',
		{
			id: added.id,
			person_id: person,
			kind: added.kind,
			name: added.name,
			low_words: added.lowWords,
			high_words: added.highWords,
		},
		['person_id', 'kind', 'name', 'low_words', 'high_words'],
	);
}

/** Stops using a scale, or (null) uses it again. The answers on it stay. */
export async function retire(db: Database, person: string, id: string, at: Date | null): Promise<void> {
	changed(
		await db
			.from('scale')
			.update({ retired_at: at?.toISOString() ?? null })
			.eq('id', id)
			.eq('person_id', person)
			.select('id'),
	);
}
