import { error } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { AddGoal, NoteProgress, OneGoal } from '$lib/plan/commands.server';
import { toTree, find } from '$lib/plan/plan';
import * as plan from '$lib/plan/plan.server';
import { goalRefusals } from '$lib/plan/refusals';
import { command, signedIn } from '$lib/server/command';
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
	add: command(
		AddGoal,
		async (event, goal) => {
			await plan.addGoal(event.locals.db, signedIn(event).id, goal);
			return { receipt: { text: 'plan:receipt.added' } };
		},
		goalRefusals,
	),
	done: command(OneGoal, async ({ locals }, { id }) => {
		await plan.setDone(locals.db, id, locals.now);
		return { receipt: { text: 'plan:receipt.done' } };
	}),
	notDone: command(OneGoal, async ({ locals }, { id }) => {
		await plan.setDone(locals.db, id, null);
		return { receipt: { text: 'plan:receipt.notDone' } };
	}),
	note: command(NoteProgress, async (event, entry) => {
		await plan.noteProgress(event.locals.db, signedIn(event).id, entry);
		return { receipt: { text: 'plan:receipt.noted' } };
	}),
	remove: command(OneGoal, async ({ locals }, { id }) => {
		await plan.setRemoved(locals.db, id, locals.now);
		return { receipt: { text: 'plan:receipt.removed', undo: { action: '/plan?/restore', id } }, to: '/plan' };
	}),
};
