import { error } from '@sveltejs/kit';
import { danishDay } from '$lib/i18n/format';
import { EditGoal } from '$lib/plan/commands.server';
import * as plan from '$lib/plan/plan.server';
import { goalRefusals } from '$lib/plan/refusals';
import { command } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const goal = await plan.get(locals.db, params.goal);
	if (!goal) error(404, 'common:error.notFound');
	return { goal, today: danishDay(locals.now) };
};

export const actions: Actions = {
	default: command(
		EditGoal,
		async ({ locals }, goal) => {
			await plan.editGoal(locals.db, goal);
			return { receipt: { text: 'plan:receipt.edited' }, to: `/plan/${goal.id}` };
		},
		goalRefusals,
	),
};
