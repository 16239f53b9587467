import { error, redirect } from '@sveltejs/kit';
import { danishDay } from '$lib/i18n/format';
import { editGoal } from '$lib/plan/commands.server';
import * as plan from '$lib/plan/plan.server';
import { actionOf } from '$lib/server/action';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const goal = await plan.get(locals.db, params.goal);
	if (!goal) error(404, 'common:error.notFound');
	if (!(await plan.open(locals.db, [goal.familyId])).size) redirect(303, `/plan/${goal.id}`);
	return { goal, today: danishDay(locals.now) };
};

export const actions: Actions = { default: actionOf(editGoal, { to: ({ id }) => `/plan/${id}` }) };
