/** Jobs that end, and what ends with them (supabase/schemas/72_staff_jobs.sql). */
import { rows, type Database } from '$lib/server/database';
import type { Ending } from './jobs';

/** What ends with a job, as far as the one who looks may see it: at most 500 families, 500 choices. */
export async function endingOf(db: Database, job: { id: string; personId: string }): Promise<Ending> {
	const [places, roles, shares] = await Promise.all([
		db
			.from('team_member')
			.select('family!inner(id, name)')
			.eq('job_id', job.id)
			.is('left_at', null)
			.order('family(name)')
			.limit(500)
			.then(rows),
		db
			.from('coordinator_choice')
			.select('familyId:family_id')
			.eq('professional_id', job.personId)
			.eq('answer', 'accepted')
			.is('ended_at', null)
			.order('chosen_at', { ascending: false })
			.limit(500)
			.then(rows),
		db.rpc('shares_ending_with_job', { job: job.id }).then(rows),
	]);
	const coordinated = new Set(roles.map(({ familyId }) => familyId));
	return {
		families: places.map(({ family }) => ({ ...family, isCoordinator: coordinated.has(family.id) })),
		shares: shares.map(({ id, owner_name, topic }) => ({ id, owner: owner_name, topic })),
	};
}

/**
 * Ends a job, and with it its teams and what is shared in them. One that has ended stays so.
 * @returns whether the person still works in the municipality
 * @throws {DatabaseError} `project_has_a_lead` when nobody would lead the project; 42501 when it is not theirs to end
 */
export async function end(db: Database, job: string): Promise<boolean> {
	return rows(await db.rpc('end_job', { job }));
}
