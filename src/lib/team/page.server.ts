import { redirect, type RequestEvent } from '@sveltejs/kit';
import { householdsOf } from '$lib/family/family';
import { signedIn } from '$lib/server/command';
import { chosenHousehold } from './team';
import { standingOf } from './team.server';

/**
 * The household a page about its coordinator is about, with everybody in its team, and how it stands with its choice.
 * @throws a redirect to the page with the team: whoever does not choose, or must say first for which family, finds both there
 */
export async function theHousehold(event: RequestEvent) {
	const { db, now } = event.locals;
	const households = householdsOf(signedIn(event).families);
	const household = chosenHousehold(households, event.url.searchParams.get('family'));
	if (!household) redirect(303, '/team');
	return {
		household,
		ofSeveral: households.length > 1,
		...(await standingOf(db, household.id, now)),
	};
}
