/** What is different in a plan now from what was agreed. */
import { nameOf } from '../labels.ts';
import { expect, on, type Stage } from '../stage.ts';

const agree = `select agree_plan('@new', '@family', '{}', plan_as_read('@family'))`;
const differences = `select goal_id, what from plan_differences('@new', 0, 200)`;
const different = async (stage: Stage, who: Parameters<Stage['as']>[0] = 'parent') =>
	(await stage.as(who, differences)).map(({ goal_id, what }) => `${nameOf(goal_id)}: ${String(what)}`);

on('nothing is different at first, and a move is no difference', async (stage) => {
	await stage.as('parent', agree);
	await stage.as('parent', `select move_goal('@goal about the child', true)`);
	expect(await different(stage)).toEqual([]);
});

on('each difference once, in order: new, taken off, changed, walked, not walked', async (stage) => {
	await stage.owner(`update goal set done_at = now() where id = '@goal about the young person'`);
	await stage.as('parent', agree);
	await stage.as(
		'parent',
		`insert into goal (id, family_id, title, created_by) values ('@later', '@family', 'Ord', '@me')`,
	);
	await stage.as(
		'parent',
		`insert into goal (id, family_id, parent_id, title, created_by)
			values ('@step of later', '@family', '@later', 'Ord', '@me')`,
	);
	await stage.as('parent', `update goal set removed_at = now() where id = '@goal about the child'`);
	await stage.as(
		'parent',
		`update goal set title = 'Andre ord', done_at = now() where id = '@goal of the family'`,
	);
	await stage.as('parent', `update goal set done_at = now() where id = '@goal about the parent'`);
	await stage.as('parent', `update goal set done_at = null where id = '@goal about the young person'`);
	expect(await different(stage)).toEqual([
		'later: new',
		'goal about the child: taken_off',
		'goal of the family: changed',
		'goal about the parent: walked',
		'goal about the young person: not_walked',
	]);
	expect(
		await stage.as(
			'parent',
			`select words_then, words_now, done_at is not null as done from plan_differences('@new', 0, 200) where what = 'changed'`,
		),
	).toEqual([{ words_then: 'Ro om morgenen, også om mandagen', words_now: 'Andre ord', done: true }]);
	expect(
		await stage.as('parent', `select changed, walked from plan_since_agreed(array['@family']::uuid[])`),
	).toEqual([{ changed: 4, walked: 1 }]);
});

for (const [column, value] of [
	['sign', `'Vi sover'`],
	['due_on', 'private.today() + 7'],
	['life_area', `'health'`],
] as const) {
	on(`another ${column} is a difference, and back again none`, async (stage) => {
		await stage.as('parent', agree);
		await stage.as('parent', `update goal set ${column} = ${value} where id = '@goal of the family'`);
		expect(await different(stage)).toEqual(['goal of the family: changed']);
		await stage.as('parent', `update goal set ${column} = null where id = '@goal of the family'`);
		expect(await different(stage)).toEqual([]);
	});
}

on('the family and its team read it; nobody else learns of it', async (stage) => {
	await stage.as('parent', agree);
	await stage.as('parent', `update goal set title = 'Andre ord' where id = '@goal about the child'`);
	for (const who of ['young-person', 'child', 'coordinator', 'teacher'] as const) {
		expect(await different(stage, who), who).toEqual(['goal about the child: changed']);
	}
	// The other home sees the goal about its child, not what this household agreed.
	for (const who of ['other-parent', 'stranger-parent', 'former-mentor', 'project-lead', 'guest'] as const) {
		expect(await different(stage, who), who).toEqual([]);
		expect(await stage.as(who, `select * from plan_since_agreed(array['@family']::uuid[])`), who).toEqual([]);
	}
});

on('so much at a time, and of how much; whoever is told how much hears of all of it', async (stage) => {
	const add = (from: number, to: number) =>
		stage.owner(`insert into goal (id, family_id, title, position, created_by)
			select gen_random_uuid(), '@family', 'Mål ' || i, i, '@parent' from generate_series(${from}, ${to}) i`);
	await add(1, 150);
	await stage.as('parent', agree);
	await stage.owner(`update goal set removed_at = now() where family_id = '@family' and title like 'Mål %'`);
	await add(151, 250);
	const part = (skip: number, most: number) =>
		stage.as('parent', `select words_now, what, of_all from plan_differences('@new', ${skip}, ${most})`);
	expect(await part(0, 1)).toMatchObject([{ words_now: 'Mål 151', what: 'new', of_all: 250 }]);
	expect(await part(249, 15)).toMatchObject([{ words_now: 'Mål 150', what: 'taken_off', of_all: 250 }]);
	expect(await part(250, 15)).toEqual([]);
	expect(await part(0, 5000)).toHaveLength(200);
	expect(await stage.as('parent', `select changed from plan_since_agreed(array['@family']::uuid[])`)).toEqual(
		[{ changed: 250 }],
	);
});
