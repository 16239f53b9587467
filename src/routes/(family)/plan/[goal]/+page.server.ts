import { error } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { addGoal, markDone, markNotDone, noteProgress, removeGoal } from '$lib/plan/commands.server';
import { toTree, find } from '$lib/plan/plan';
import * as plan from '$lib/plan/plan.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const families = signedIn(event).families.map(({ id }) => id);
	const [goals, progress, members] = await Promise.all([
		plan.list(db, families),
		plan.listProgress(db, families),
		family.members(db, families),
	]);
	const goal = find(toTree(goals, progress), event.params.goal);
	if (!goal) error(404, 'common:error.notFound');
	return { goal, members, today: danishDay(now), newStep: newId(), newEntry: newId() };
};

export const actions: Actions = {
	add: actionOf(addGoal),
	done: actionOf(markDone),
	notDone: actionOf(markNotDone),
	note: actionOf(noteProgress),
	remove: actionOf(removeGoal, { to: '/plan' }),
};
