import { v7 as newId } from 'uuid';
import * as plan from '$lib/plan/plan.server';
import { actionOf } from '$lib/server/action';
import { choose } from '$lib/team/commands.server';
import { theHousehold } from '$lib/team/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await theHousehold(event);
	const { id } = found.household;
	return {
		household: found.household,
		isOver: !(await plan.open(event.locals.db, [id])).has(id),
		// Gone when they left the team while the page was open.
		member: found.members.find(({ id }) => id === event.params.professional) ?? null,
		standing: found.standing,
		newId: newId(),
	};
};

export const actions: Actions = { default: actionOf(choose, { to: '/team' }) };
