import { v7 as newId } from 'uuid';
import * as family from '$lib/family/family.server';
import * as plan from '$lib/plan/plan.server';
import { actionOf } from '$lib/server/action';
import { choose } from '$lib/team/commands.server';
import { theHousehold } from '$lib/team/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await theHousehold(event, family.leftToAdults);
	const { id } = found.household;
	const isOver = !(await plan.open(event.locals.db, [id])).has(id);
	return {
		household: found.household,
		isOver,
		municipality: isOver
			? (await family.municipalities(event.locals.db, [id], event.locals.language))[0]
			: undefined,
		// Gone when they left the team while the page was open.
		member: found.members.find(({ id }) => id === event.params.professional) ?? null,
		standing: found.standing,
		newId: newId(),
	};
};

export const actions: Actions = { default: actionOf(choose, { to: '/team' }) };
