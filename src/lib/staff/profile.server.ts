/** A professional's own profiles, one a job. Everybody writes only their own; the database sees to it (15_staff.sql). */
import type * as v from 'valibot';
import type { Database } from '$lib/server/database';
import { all, changed, rows } from '$lib/server/rows';
import type { EditProfile } from './commands.server';
import type { Profile } from './profile';

/** The profiles of the jobs this person has now, in the order they began. */
export async function list(db: Database, person: string): Promise<Profile[]> {
	const answer = await db
		.from('job')
		.select(
			`id, profession, helpsWith:helps_with, revision, ...person!job_person_id_fkey!inner(name),
			...organisation!job_organisation_id_fkey!inner(place:name)`,
		)
		.eq('person_id', person)
		.is('left_at', null)
		.order('started_at')
		.order('id')
		.limit(all);
	return rows(answer);
}

/** Writes the profile of a job anew. Families see it at once. */
export async function edit(
	db: Database,
	person: string,
	{ id, profession, helpsWith, drawnFrom }: v.InferOutput<typeof EditProfile>,
): Promise<void> {
	changed(
		await db
			.from('job')
			.update({ profession, helps_with: helpsWith, revision: drawnFrom })
			.match({ id, person_id: person })
			.is('left_at', null)
			.select('id'),
	);
}
