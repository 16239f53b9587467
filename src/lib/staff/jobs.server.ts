/** Jobs and places in teams that end, and what ends with them (supabase/schemas/72_staff_jobs.sql, 86_invitation_agreeing.sql). */
import { all, descending, rows, type Database } from '$lib/server/database';
import type { Topic } from '$lib/wellbeing/wellbeing';
import type { Ending, EndingShare, FormerJob, PlaceEnding } from './jobs';

/** Whose coordinator this person is. */
const coordinatedBy = async (db: Database, person: string) =>
	new Set(
		rows(
			await db
				.from('coordinator_choice')
				.select('familyId:family_id')
				.eq('professional_id', person)
				.eq('answer', 'accepted')
				.is('ended_at', null)
				.order('chosen_at', descending)
				.limit(all),
		).map(({ familyId }) => familyId),
	);

const asShares = (found: { id: string; owner_name: string; topic: Topic }[]): EndingShare[] =>
	found.map(({ id, owner_name, topic }) => ({ id, owner: owner_name, topic }));

/** What ends with a job, as far as the one who looks may see it. */
export async function endingOf(db: Database, job: { id: string; personId: string }): Promise<Ending> {
	const [places, coordinated, shares, invitations, leads] = await Promise.all([
		db
			.from('team_member')
			.select('family!inner(id, name)')
			.eq('job_id', job.id)
			.is('left_at', null)
			.order('family(name)')
			.limit(all)
			.then(rows),
		coordinatedBy(db, job.personId),
		db.rpc('shares_ending_with_job', { job: job.id }).then(rows),
		db.rpc('invitations_ending_with_job', { job: job.id }).then(rows),
		db
			.from('job')
			.select('id, place:municipality_id')
			.eq('is_project_lead', true)
			.is('left_at', null)
			.order('id')
			.limit(all)
			.then(rows),
	]);
	const families = places.map(({ family }) => ({ ...family, isCoordinator: coordinated.has(family.id) }));
	const mine = leads.find(({ id }) => id === job.id);
	const isOnlyLead =
		mine !== undefined && leads.every(({ id, place }) => id === mine.id || place !== mine.place);
	return { families, shares: asShares(shares), invitations, isOnlyLead };
}

/** What ends when this professional leaves the team of a family; null when they are not in it. */
export async function endingOfPlace(
	db: Database,
	{ family, personId }: { family: string; personId: string },
): Promise<PlaceEnding | null> {
	const place = rows(
		await db
			.from('team_member')
			.select('id')
			.match({ family_id: family, professional_id: personId })
			.is('left_at', null)
			.maybeSingle(),
	);
	if (!place) return null;
	const [shares, invitations] = await Promise.all([
		db.rpc('shares_ending_with_place', { team_member: place.id }).then(rows),
		db.rpc('invitations_ending_with_place', { team_member: place.id }).then(rows),
	]);
	return { place: place.id, shares: asShares(shares), invitations };
}

/**
 * Leaves the team of a family by oneself. Whoever is out of it is left there.
 * @throws {DatabaseError} 42501 when it is somebody else's place, or none; `in_team_again` when one is in it by another since
 */
export async function leaveTeam(db: Database, place: string): Promise<void> {
	rows(await db.rpc('leave_team', { team_member: place }));
}

/** The job of this person that ended last, of those by which they led the project where `leading`; null when none did. */
export async function endedJob(db: Database, person: string, leading: boolean): Promise<FormerJob | null> {
	const [last] = rows(
		await db
			.from('job')
			.select('profession, leftAt:left_at')
			.match(leading ? { person_id: person, is_project_lead: true } : { person_id: person })
			.not('left_at', 'is', null)
			.order('left_at', descending)
			.limit(1),
	);
	return last ? { profession: last.profession, leftAt: last.leftAt! } : null;
}

/**
 * Ends a job, and with it its teams and what is shared in them. One that has ended stays so.
 * @returns whether the person still works in the municipality
 * @throws {DatabaseError} `project_has_a_lead` when nobody would lead the project; 42501 when it is not theirs to end
 */
export async function end(db: Database, job: string): Promise<boolean> {
	return rows(await db.rpc('end_job', { job }));
}
