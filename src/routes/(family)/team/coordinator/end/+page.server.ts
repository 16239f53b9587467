import { redirect } from '@sveltejs/kit';
import { actionOf } from '$lib/server/action';
import { end } from '$lib/team/commands.server';
import { theHousehold } from '$lib/team/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await theHousehold(event);
	const { role, coordinator, question } = found.standing;
	// Nobody is coordinator, or no longer: the page with the team says how it stands.
	if (!role || !coordinator) redirect(303, '/team');
	return { role: role.id, coordinator, question };
};

export const actions: Actions = { default: actionOf(end, { to: '/team' }) };
