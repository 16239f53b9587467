/** Which families a professional works with. What of them may be seen, row security decides. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { signedIn } from '$lib/server/command';
import { all, rows, type Database } from '$lib/server/database';
import type { MyFamily } from './families';

/**
 * The families in whose team this person is now, by name. Asked by team and not by what row security lets
 * through: a project lead sees the names of all families of the municipality, and their own list is still only these.
 */
export async function list(db: Database, person: string): Promise<MyFamily[]> {
	const [teams, coordinated] = await Promise.all([
		db
			.from('team_member')
			.select('family!inner(id, name, enrolled_on)')
			.eq('professional_id', person)
			.is('left_at', null)
			.order('family(name)')
			.limit(all),
		db
			.from('coordinator_choice')
			.select('familyId:family_id')
			.eq('professional_id', person)
			.eq('answer', 'accepted')
			.is('ended_at', null)
			.order('chosen_at', { ascending: false })
			.limit(all),
	]);
	const chosenBy = new Set(rows(coordinated).map(({ familyId }) => familyId));
	return rows(teams)
		.map(({ family: { enrolled_on, ...family } }) => ({
			...family,
			enrolledOn: enrolled_on!,
			isCoordinator: chosenBy.has(family.id),
		}))
		.sort((a, b) => a.name.localeCompare(b.name, 'da'));
}

/**
 * The family of this page, when I am in its team.
 * @throws 404 for everybody else: an address tells nobody whether there is such a family
 */
export async function theFamily(event: RequestEvent): Promise<MyFamily> {
	const mine = await list(event.locals.db, signedIn(event).id);
	const family = mine.find(({ id }) => id === event.params.family);
	if (!family) error(404, 'staff:error.notYours');
	return family;
}

/** The family of this page, when it chose me. @throws 404 for strangers, 403 for the rest of the team */
export async function theFamilyICoordinate(event: RequestEvent): Promise<MyFamily> {
	const family = await theFamily(event);
	if (!family.isCoordinator) error(403, 'staff:error.onlyCoordinator');
	return family;
}
