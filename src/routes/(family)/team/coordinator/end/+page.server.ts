import * as family from '$lib/family/family.server';
import * as plan from '$lib/plan/plan.server';
import { actionOf } from '$lib/server/action';
import { end } from '$lib/team/commands.server';
import { theHousehold } from '$lib/team/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await theHousehold(event, family.leftToAdults);
	const { id } = found.household;
	const { role, coordinator, question } = found.standing;
	// Nobody is coordinator, or no longer: the page says so, and what was sent meanwhile is answered on it.
	const ends = role && coordinator ? { role: role.id, coordinator, question } : null;
	const isOver = !(await plan.open(event.locals.db, [id])).has(id);
	const municipality = isOver
		? (await family.municipalities(event.locals.db, [id], event.locals.language))[0]
		: undefined;
	return { household: id, isOver, municipality, ends };
};

export const actions: Actions = { default: actionOf(end, { to: '/team' }) };
