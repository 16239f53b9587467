/** A professional's own profile. Everybody writes only their own; the database sees to it (15_staff.sql). */
import type * as v from 'valibot';
import { changed, rows, type Database } from '$lib/server/database';
import type { EditProfile } from './commands.server';
import type { Profile } from './profile';

export async function get(db: Database, person: string): Promise<Profile> {
	const answer = await db
		.from('professional')
		.select('profession, helpsWith:helps_with, ...person!professional_person_id_fkey!inner(name)')
		.eq('person_id', person)
		.single();
	return rows(answer);
}

/** Writes the profile anew. Families see it at once. */
export async function edit(
	db: Database,
	person: string,
	{ profession, helpsWith }: v.InferOutput<typeof EditProfile>,
): Promise<void> {
	changed(
		await db
			.from('professional')
			.update({ profession, helps_with: helpsWith })
			.eq('person_id', person)
			.select('person_id'),
	);
}
