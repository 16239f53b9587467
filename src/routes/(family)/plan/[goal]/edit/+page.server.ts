import { error, redirect } from '@sveltejs/kit';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { editGoal } from '$lib/plan/commands.server';
import { mayChange } from '$lib/plan/plan';
import * as plan from '$lib/plan/plan.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const me = signedIn(event);
	const { goal: id } = event.params;
	// What was sent is answered here, with everything typed, also when it has been taken off the plan meanwhile.
	const isSent = event.request.method === 'POST';
	const [goal, stands] = await Promise.all([plan.get(db, id), isSent || plan.branch(db, id)]);
	if (!goal || !stands || !me.families.some(({ id }) => id === goal.familyId))
		error(404, 'common:error.notFound');
	const [open, members, elsewhere] = await Promise.all([
		plan.open(db, [goal.familyId]),
		family.ours(db, [goal.familyId]),
		plan.readElsewhere(db, [goal.familyId]),
	]);
	if (!isSent && !(open.size && mayChange(me.id, goal, members))) redirect(303, `/plan/${goal.id}`);
	return {
		goal,
		today: danishDay(now),
		/** The child it is about, whose other home reads it too. */
		readElsewhere: members.find(
			({ id }) => id === goal.aboutId && elsewhere.some(({ personId }) => personId === id),
		),
	};
};

export const actions: Actions = {
	default: actionOf(editGoal, {
		says: ({ params }) => ({ id: params.goal! }),
		to: ({ id }) => `/plan/${id}`,
	}),
};
