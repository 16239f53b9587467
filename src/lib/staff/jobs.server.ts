/** Jobs and places in teams that end, and what ends with them (supabase/schemas/72_staff_jobs.sql, 86_invitation_agreeing.sql). */
import type { PostgrestSingleResponse } from '@supabase/supabase-js';
import { mapped, type Window } from '$lib/more';
import type { Database } from '$lib/server/database';
import { counted, descending, firstOf, rows, shown } from '$lib/server/rows';
import type { Topic } from '$lib/wellbeing/wellbeing';
import { mostShares, type Ending, type FormerJob, type PlaceEnding } from './jobs';

const asShares = (answer: PostgrestSingleResponse<{ id: string; owner_name: string; topic: Topic }[]>) => {
	const { rows, isCut } = firstOf(answer, mostShares);
	return { rows: rows.map(({ id, owner_name, topic }) => ({ id, owner: owner_name, topic })), isCut };
};

/** What ends with a job, as far as the one who looks may see it. */
export async function endingOf(
	db: Database,
	job: { id: string; personId: string },
	window: Window,
): Promise<Ending> {
	const [places, coordinates, shares, invitations, lead] = await Promise.all([
		db
			.from('team_member')
			.select('id, family!inner(id, name)', counted)
			.eq('job_id', job.id)
			.is('left_at', null)
			.order('family(name)')
			.order('id')
			.range(window.from, window.to - 1)
			.then((answer) => shown(answer, window)),
		db
			.from('coordinator_choice')
			.select('id, family!coordinator_choice_family_id_fkey!inner(team_member!inner())')
			.eq('professional_id', job.personId)
			.eq('answer', 'accepted')
			.is('ended_at', null)
			.eq('family.team_member.job_id', job.id)
			.is('family.team_member.left_at', null)
			.order('id')
			.limit(1)
			.then(rows),
		db.rpc('shares_ending_with_job', { job: job.id }).then(asShares),
		db.rpc('invitations_ending_with_job', { job: job.id }).then(rows),
		db
			.from('job')
			.select('place:municipality_id')
			.eq('id', job.id)
			.eq('is_project_lead', true)
			.is('left_at', null)
			.maybeSingle()
			.then(rows),
	]);
	const [coordinated, others] = await Promise.all([
		db.rpc('coordinators', { families: places.rows.map(({ family }) => family.id) }).then(rows),
		lead &&
			db
				.from('job')
				.select('id')
				.eq('municipality_id', lead.place)
				.eq('is_project_lead', true)
				.is('left_at', null)
				.neq('id', job.id)
				.order('id')
				.limit(1)
				.then(rows),
	]);
	return {
		families: mapped(places, ({ family }) => ({
			...family,
			isCoordinator: coordinated.some(
				(one) => one.family_id === family.id && one.professional_id === job.personId,
			),
		})),
		isCoordinator: coordinates.length > 0,
		shares,
		invitations,
		isOnlyLead: others?.length === 0,
	};
}

/** To how many meetings ahead those who have these places are asked, and to how many of them alone from the team. */
export const meetingsWithout = async (db: Database, places: string[]) =>
	rows(await db.rpc('meetings_without', { places }));

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
	const [shares, invitations, meetings] = await Promise.all([
		db.rpc('shares_ending_with_place', { team_member: place.id }).then(asShares),
		db.rpc('invitations_ending_with_place', { team_member: place.id }).then(rows),
		meetingsWithout(db, [place.id]),
	]);
	return { place: place.id, shares, invitations, meetings: meetings.length > 0 };
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
