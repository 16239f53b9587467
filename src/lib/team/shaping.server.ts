/** Shaping a team: who comes into it and who leaves (F4). Who may shape it, the database decides (20_team.sql, 21_team_coordinator.sql). */
import type * as v from 'valibot';
import { choosable, mostChoices, withPart, type Choosable } from '$lib/choosing';
import { addOnce } from '$lib/server/add-once';
import type { Database } from '$lib/server/database';
import { refuse } from '$lib/server/database-error';
import { changed, rows } from '$lib/server/rows';
import type { Join, Leave } from './commands.server';

/** Somebody who can be put into a team. */
export interface Colleague {
	/** The person's id. */
	id: string;
	/** The id of the job by which they would be in the team. */
	job: string;
	name: string;
	profession: string;
	/** The organisation's name. */
	place: string;
}

/** Who works in the municipality now, by name; of those with `part` in their name. */
export async function colleagues(
	db: Database,
	municipality: string,
	part: string,
): Promise<Choosable<Colleague>> {
	const answer = await db
		.from('job')
		.select(
			'job:id, profession, ...person!job_person_id_fkey!inner(id, name), ...organisation!job_organisation_id_fkey!inner(place:name)',
		)
		.eq('municipality_id', municipality)
		.is('left_at', null)
		.ilike('person.name', withPart(part))
		.order('person(name)')
		.order('id')
		.limit(mostChoices + 1);
	const found = choosable(rows(answer), part);
	return { ...found, rows: found.rows.sort((a, b) => a.name.localeCompare(b.name, 'da')) };
}

/**
 * Puts a colleague into the team of a family.
 * @throws {DatabaseError} `team_member_once` when they are in it already
 */
export async function join(db: Database, member: v.InferOutput<typeof Join>): Promise<void> {
	// A job that is not seen is refused like one that is none.
	const [job] = changed(await db.from('job').select('person_id').eq('id', member.job).order('id').limit(1));
	await addOnce(
		db,
		'team_member',
		{ id: member.id, family_id: member.family, professional_id: job!.person_id, job_id: member.job },
		['family_id', 'professional_id', 'job_id'],
	);
}

/**
 * Takes somebody out of the team: from this moment they see nothing of the family. Who is out of it is left there.
 * @throws {DatabaseError} 42501 when one may not see or end this place; `in_team_again` when they are in it by another
 */
export async function leave(db: Database, { id }: v.InferOutput<typeof Leave>, at: Date): Promise<void> {
	const left = rows(
		await db
			.from('team_member')
			.update({ left_at: at.toISOString() })
			.eq('id', id)
			.is('left_at', null)
			.select('id'),
	);
	if (left.length) return;
	const [place] = changed(
		await db
			.from('team_member')
			.select('family_id, professional_id')
			.eq('id', id)
			.not('left_at', 'is', null)
			.order('id')
			.limit(1),
	);
	const again = await db
		.from('team_member')
		.select('id')
		.match(place!)
		.is('left_at', null)
		.order('id')
		.limit(1);
	if (rows(again).length) refuse('in_team_again');
}
