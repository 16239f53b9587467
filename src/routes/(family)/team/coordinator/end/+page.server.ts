import { redirect } from '@sveltejs/kit';
import { householdsOf } from '$lib/family/family';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { end } from '$lib/team/commands.server';
import { chosenHousehold } from '$lib/team/team';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const households = householdsOf(signedIn(event).families);
	const household = chosenHousehold(households, event.url.searchParams.get('family'));
	if (!household) redirect(303, '/team');
	const found = await team.standingOf(db, household.id, now);
	const { role, coordinator, question } = found.standing;
	// Nobody is coordinator, or no longer: the page with the team says how it stands.
	if (!role || !coordinator) redirect(303, '/team');
	return { role: role.id, coordinator, question };
};

export const actions: Actions = { default: actionOf(end, { to: '/team' }) };
