import { redirect } from '@sveltejs/kit';
import * as family from '$lib/family/family.server';
import * as plan from '$lib/plan/plan.server';
import { theHousehold } from '$lib/team/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await theHousehold(event, family.leftToAdults);
	const { id } = found.household;
	// A family that takes part no more has nobody to choose among, and its page says so.
	if (!(await plan.open(event.locals.db, [id])).has(id)) redirect(303, '/team');
	return found;
};
