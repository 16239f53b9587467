import { v7 as newId } from 'uuid';
import { householdsOf } from '$lib/family/family';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { AddGoal, MoveGoal, OneGoal } from '$lib/plan/commands.server';
import { toTree } from '$lib/plan/plan';
import * as plan from '$lib/plan/plan.server';
import { goalRefusals } from '$lib/plan/refusals';
import { command, signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now, isLookedAt } = event.locals;
	const person = signedIn(event);
	const families = person.families.map(({ id }) => id);
	const [goals, otherHomes, progress, members, news] = await Promise.all([
		plan.list(db, families),
		plan.listFromOtherHomes(db, families),
		plan.listProgress(db, families),
		family.members(db, families),
		Promise.all(families.map((id) => plan.newsSince(db, person.id, id, now, isLookedAt))),
	]);
	const households = new Set(householdsOf(person.families).map(({ id }) => id));
	return {
		plans: person.families.map(({ id, name }, index) => ({
			id,
			name,
			goals: toTree(
				goals.filter(({ familyId }) => familyId === id),
				progress,
			),
			decides: households.has(id),
			newsSince: news[index],
			newId: newId(),
		})),
		elsewhere: toTree(otherHomes),
		members,
		today: danishDay(now),
	};
};

export const actions: Actions = {
	add: command(
		AddGoal,
		async (event, goal) => {
			await plan.addGoal(event.locals.db, signedIn(event).id, goal);
			return { receipt: { text: 'plan:receipt.added' }, to: `/plan/${goal.parent ?? goal.id}` };
		},
		goalRefusals,
	),
	move: command(
		MoveGoal,
		async ({ locals }, { id, direction }) => {
			await plan.move(locals.db, id, direction);
			return { receipt: { text: 'plan:receipt.moved' } };
		},
		goalRefusals,
	),
	restore: command(OneGoal, async ({ locals }, { id }) => {
		await plan.setRemoved(locals.db, id, null);
		return { receipt: { text: 'plan:receipt.restored' }, to: `/plan/${id}` };
	}),
};
