/** Jobs that end, and what ends with them (supabase/schemas/72_staff_jobs.sql). */
import { rows, type Database } from '$lib/server/database';
import type { Ending } from './jobs';

/** What ends with a job, as far as the one who looks may see it: at most 500 families, 500 choices. */
export async function endingOf(
	db: Database,
	job: { id: string; personId: string },
	now: Date,
): Promise<Ending> {
	const [places, roles, shares, leads, invitations] = await Promise.all([
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
		db
			.from('job')
			.select('id')
			.eq('person_id', job.personId)
			.eq('is_project_lead', true)
			.is('left_at', null)
			.order('id')
			.limit(20)
			.then(rows),
		db
			.from('invitation')
			.select('familyId:family_id')
			.eq('invited_by', job.personId)
			.is('accepted_at', null)
			.is('revoked_at', null)
			.is('agreed_at', null)
			.gt('expires_at', now.toISOString())
			.order('created_at', { ascending: false })
			.limit(500)
			.then(rows),
	]);
	const coordinated = new Set(roles.map(({ familyId }) => familyId));
	const left = new Set(places.map(({ family }) => family.id).filter((id) => coordinated.has(id)));
	const endsLeading = leads.every(({ id }) => id === job.id);
	return {
		families: places.map(({ family }) => ({ ...family, isCoordinator: coordinated.has(family.id) })),
		shares: shares.map(({ id, owner_name, topic }) => ({ id, owner: owner_name, topic })),
		invitations:
			endsLeading &&
			invitations.some(({ familyId }) => leads.length > 0 || (familyId !== null && left.has(familyId))),
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
