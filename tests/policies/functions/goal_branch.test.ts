/** One goal with the steps under it, for those who see the plan. */
import { nameOf } from '../labels.ts';
import { expect, idOf, on } from '../stage.ts';
import type { ActorName } from '../actors.ts';

for (const name of ['goal about the child', 'step about the child', 'small step', 'next step']) idOf(name);
const branch = (goal: string) => `select id from goal_branch('@${goal}')`;
const steps = `insert into goal (id, family_id, parent_id, title, created_by) values
	('@small step', '@family', '@step about the child', 'Ring', '@parent'),
	('@next step', '@family', '@goal about the child', 'Tag ud sammen', '@parent')`;

on('the goal, its steps and theirs, what is on the way before what was reached', async ({ as, owner }) => {
	await owner(steps);
	const names = async (goal: string) => (await as('teacher', branch(goal))).map(({ id }) => nameOf(id));
	const all = ['goal about the child', 'step about the child', 'next step', 'small step'];
	expect(await names('goal about the child')).toEqual(all);
	expect(await names('step about the child')).toEqual(['step about the child', 'small step']);
	expect(await names('small step')).toEqual(['small step']);
	await owner(`update goal set done_at = now() where id = '@step about the child'`);
	expect(await names('goal about the child')).toEqual([all[0], 'next step', all[1], 'small step']);
});

on('what was taken off the plan, and what stands under it, is not there', async ({ as, owner }) => {
	await owner(steps);
	await owner(`update goal set removed_at = now() where id = '@step about the child'`);
	expect((await as('parent', branch('goal about the child'))).map(({ id }) => nameOf(id))).toEqual([
		'goal about the child',
		'next step',
	]);
	for (const goal of ['step about the child', 'small step'])
		expect(await as('parent', branch(goal))).toEqual([]);
	await owner(`update goal set removed_at = now() where id = '@goal about the child'`);
	for (const goal of ['goal about the child', 'next step', 'small step']) {
		expect(await as('parent', branch(goal)), goal).toEqual([]);
	}
});

on('whoever does not see the plan sees none of it', async ({ as, allowed }) => {
	const seen = async (who: ActorName) => (await as(who, branch('goal about the child'))).length;
	// What is about a child is seen in both its homes.
	for (const who of ['parent', 'child', 'coordinator', 'other-parent'] as const)
		expect(await seen(who), who).toBe(2);
	for (const who of ['guest', 'project-lead', 'former-nurse', 'former-partner', 'stranger-parent'] as const) {
		expect(await seen(who), who).toBe(0);
	}
	expect(await allowed(branch('goal about the child'))).not.toContain('anonymous');
});
