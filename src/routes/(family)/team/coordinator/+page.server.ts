import { redirect } from '@sveltejs/kit';
import { householdsOf } from '$lib/family/family';
import { signedIn } from '$lib/server/command';
import { chosenHousehold } from '$lib/team/team';
import * as team from '$lib/team/team.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const households = householdsOf(signedIn(event).families);
	const household = chosenHousehold(households, event.url.searchParams.get('family'));
	// Who does not choose, or must say first for which family, finds both on the page with the team.
	if (!household) redirect(303, '/team');
	const found = await team.standingOf(db, household.id, now);
	return {
		household,
		ofSeveral: households.length > 1,
		...found,
	};
};
