import { redirect, type RequestEvent } from '@sveltejs/kit';
import { householdsOf } from '$lib/family/family';
import type { SignedIn } from '$lib/server/auth/session';
import { signedIn } from '$lib/server/command';
import type { Database } from '$lib/server/database';
import { chosenHousehold } from './team';
import { standingOf } from './team.server';

/**
 * The household a page about its coordinator is about, with everybody in its team, and how it stands with its choice.
 * @param leftToAdults says in which households somebody else chooses, because who asks is a parent under 18
 * @throws a redirect to the page with the team: whoever does not choose, or must say first for which family, finds both there
 */
export async function theHousehold(
	event: RequestEvent,
	leftToAdults: (db: Database, person: SignedIn) => Promise<ReadonlyMap<string, unknown>>,
) {
	const { db, now } = event.locals;
	const person = signedIn(event);
	const left = await leftToAdults(db, person);
	const households = householdsOf(person.families).filter(({ id }) => !left.has(id));
	const household = chosenHousehold(households, event.url.searchParams.get('family'));
	if (!household) redirect(303, '/team');
	return {
		household,
		ofSeveral: households.length > 1,
		...(await standingOf(db, household.id, now)),
	};
}
