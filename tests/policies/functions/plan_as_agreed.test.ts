/** The plan as it stood when it was agreed. */
import { nameOf } from '../labels.ts';
import { expect, on } from '../stage.ts';

const stood = `select id, parent_id, level, title, sign, life_area, due_on, done_at from plan_as_agreed('@new')`;

on('goals first, then steps, with the words they were agreed with, whatever is said since', async (stage) => {
	await stage.as('parent', `select agree_plan('@new', '@family', '{}', plan_as_read('@family'))`);
	await stage.as(
		'parent',
		`update goal set title = 'Andre ord', sign = 'Andet', life_area = 'health', due_on = private.today() + 7,
			done_at = now() where id = '@goal of the family'`,
	);
	await stage.as('parent', `update goal set removed_at = now() where id = '@goal about the child'`);
	const rows = await stage.as('parent', stood);
	expect(rows.map(({ id, level }) => `${nameOf(id)} / ${String(level)}`).sort()).toEqual([
		'goal about the child / 1',
		'goal about the grandmother / 1',
		'goal about the parent / 1',
		'goal about the young person / 1',
		'goal left behind / 1',
		'goal of the family / 1',
		'step about the child / 2',
		'step about the grandmother / 2',
	]);
	expect(rows.at(-1)?.level).toBe(2);
	expect(rows.find(({ id }) => nameOf(id) === 'goal of the family')).toMatchObject({
		title: 'Ro om morgenen, også om mandagen',
		sign: null,
		life_area: null,
		due_on: null,
		done_at: null,
	});
});

on('the family and its team read it; nobody else learns of it', async (stage) => {
	await stage.as('parent', `select agree_plan('@new', '@family', '{}', plan_as_read('@family'))`);
	for (const who of ['young-person', 'child', 'coordinator', 'teacher'] as const) {
		expect(await stage.as(who, stood), who).toHaveLength(8);
	}
	for (const who of ['other-parent', 'stranger-parent', 'former-mentor', 'project-lead', 'guest'] as const) {
		expect(await stage.as(who, stood), who).toEqual([]);
	}
});
