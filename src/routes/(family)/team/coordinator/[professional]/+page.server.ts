import { redirect } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import { householdsOf } from '$lib/family/family';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { choose } from '$lib/team/commands.server';
import { chosenHousehold } from '$lib/team/team';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const households = householdsOf(signedIn(event).families);
	const household = chosenHousehold(households, event.url.searchParams.get('family'));
	if (!household) redirect(303, '/team');
	const found = await team.standingOf(db, household.id, now);
	return {
		household,
		// Gone when they left the team while the page was open.
		member: found.members.find(({ id }) => id === event.params.professional) ?? null,
		standing: found.standing,
		newId: newId(),
	};
};

export const actions: Actions = { default: actionOf(choose, { to: '/team' }) };
