/** A parent says that the plan is agreed, and who was there. */
import { nameOf } from '../labels.ts';
import { expect, idOf, on, type Stage } from '../stage.ts';

const agree = (there = '', id = 'new', family = 'family', meeting?: string) =>
	`select agree_plan('@${id}', '@${family}', array[${there}]::uuid[], plan_as_read('@${family}'), ${meeting ? `'@${meeting}'` : 'null'})`;
const goals = async (stage: Stage, id = 'new') =>
	(await stage.owner(`select goal_id, wording from plan_version_goal where version_id = '@${id}'`))
		.map(({ goal_id, wording }) => `${nameOf(goal_id)} / ${String(wording)}`)
		.sort();

on('parents alone, in their own household', async ({ allowed }) => {
	expect(await allowed(agree())).toEqual(['parent']);
	expect(await allowed(agree('', 'new', 'other home'))).toEqual(['other-parent']);
	expect(await allowed(agree('', 'new', 'nowhere'))).toEqual([]);
});

on('every goal on the plan, with the words in force; what was taken off is not agreed', async (stage) => {
	await stage.as('parent', agree());
	expect(await goals(stage)).toEqual([
		'goal about the child / 1',
		'goal about the grandmother / 1',
		'goal about the parent / 1',
		'goal about the young person / 1',
		'goal left behind / 1',
		'goal of the family / 2',
		'step about the child / 1',
		'step about the grandmother / 1',
	]);
	await stage.owner(`update goal set removed_at = now() where id = '@goal about the child'`);
	await stage.as('parent', agree('', 'later'));
	expect(await goals(stage, 'later')).toEqual([
		'goal about the grandmother / 1',
		'goal about the parent / 1',
		'goal about the young person / 1',
		'goal left behind / 1',
		'goal of the family / 2',
		'step about the grandmother / 1',
	]);
	expect(
		await stage.owner(`select number, agreed_by, agreed_at >= now() as now from plan_version
			where family_id = '@family' order by number`),
	).toEqual([1, 2, 3].map((number) => ({ number, agreed_by: idOf('parent'), now: number > 1 })));
});

on('other words afterwards change no version', async (stage) => {
	await stage.as('parent', agree());
	const before = await goals(stage);
	await stage.as(
		'parent',
		`update goal set title = 'Andre ord', sign = 'Andet', life_area = 'leisure' where id = '@goal of the family'`,
	);
	expect(await goals(stage)).toEqual(before);
	expect(
		await stage.owner(`select w.words, v.sign, v.life_area from plan_version_goal v
			join goal_wording w on w.goal_id = v.goal_id and w.number = v.wording
			where v.version_id = '@new' and v.goal_id = '@goal of the family'`),
	).toEqual([{ words: 'Ro om morgenen, også om mandagen', sign: null, life_area: null }]);
});

on('who was there, each on their side; nobody from outside', async (stage) => {
	await stage.as('parent', agree(`'@child', '@teacher', '@child'`));
	const there = await stage.owner(
		`select person_id, voice from plan_version_person where version_id = '@new'`,
	);
	expect(there.map(({ person_id, voice }) => `${nameOf(person_id)} / ${String(voice)}`).sort()).toEqual([
		'child / family',
		'parent / family',
		'teacher / team',
	]);
	for (const outside of ['other-parent', 'former-mentor', 'former-partner', 'guest', 'made up']) {
		expect(await stage.answer('parent', agree(`'@${outside}'`, 'other')), outside).toMatchObject({
			code: '23514',
			constraint: 'agreed_by_who_sees_the_plan',
		});
	}
});

on('the same again is one version; the same id with other content is refused', async (stage) => {
	await stage.as('parent', agree(`'@child'`));
	await stage.as('parent', agree(`'@child'`));
	expect(await stage.owner(`select 1 as one from plan_version where family_id = '@family'`)).toHaveLength(2);
	expect(await stage.answer('parent', agree(`'@teacher'`))).toMatchObject({ constraint: 'made_already' });
	expect(await stage.answer('other-parent', agree(`'@child'`, 'new', 'other home'))).toMatchObject({
		constraint: 'plan_version_pkey',
	});
});

on('at a meeting of the family that was held, in the last 30 days', async (stage) => {
	const held = (id: string, before: string, family = 'family', cancelled = 'null') =>
		stage.owner(`insert into meeting (id, family_id, purpose, starts_at, ends_at, created_at, cancelled_at)
			values ('@${id}', '@${family}', 'Planen', now() - interval '${before}',
				now() - interval '${before}' + interval '2 hours', now() - interval '50 days', ${cancelled})`);
	await held('meeting going on', '1 hour');
	await held('meeting long ago', '31 days');
	await held('cancelled meeting', '2 days', 'family', 'now()');
	await held('meeting there', '2 days', 'other home');
	const others = [
		'meeting long ago',
		'cancelled meeting',
		'meeting there',
		'meeting of the family',
		'made up',
	];
	for (const meeting of others) {
		expect(await stage.answer('parent', agree('', 'new', 'family', meeting)), meeting).toMatchObject({
			code: '23514',
			constraint: 'agreed_at_a_meeting_that_was',
		});
	}
	await stage.as('parent', agree('', 'new', 'family', 'meeting going on'));
	await stage.as('parent', agree('', 'new', 'family', 'meeting going on'));
	expect(await stage.answer('parent', agree())).toMatchObject({ constraint: 'made_already' });
	expect(await stage.owner(`select meeting_id from plan_version where id = '@new'`)).toEqual([
		{ meeting_id: idOf('meeting going on') },
	]);
});

on('nobody agrees to what they have not read', async (stage) => {
	const [{ read }] = (await stage.as('parent', `select plan_as_read('@family') as read`)) as [
		{ read: string },
	];
	const agreed = (id: string, as = `'${read}'`) => `select agree_plan('@${id}', '@family', '{}', ${as})`;
	await stage.as('parent', agreed('new'));
	for (const change of [
		`update goal set title = 'Andre ord' where id = '@goal of the family'`,
		`update goal set sign = 'Vi griner' where id = '@goal of the family'`,
		`update goal set life_area = 'health' where id = '@goal of the family'`,
		`update goal set due_on = private.today() + 7 where id = '@goal of the family'`,
		`update goal set done_at = now() where id = '@goal of the family'`,
		`update goal set removed_at = now() where id = '@step about the child'`,
		`update goal set removed_at = now() where id = '@goal about the child'`,
		`insert into goal (id, family_id, title, created_by) values ('@later', '@family', 'Ord', '@me')`,
	]) {
		await stage.takenBack(async () => {
			await stage.as('parent', change);
			expect(await stage.answer('parent', agreed('other')), change).toMatchObject({
				code: '23514',
				constraint: 'plan_is_as_it_was_read',
			});
			// What was agreed before the change stays a receipt, whenever it is sent again.
			await stage.as('parent', agreed('new'));
			await stage.as('parent', agreed('other', `plan_as_read('@family')`));
		});
	}
	for (const unread of ['null', `''`, `'${'0'.repeat(64)}'`]) {
		expect(await stage.rule('parent', agreed('other', unread)), unread).toBe('plan_is_as_it_was_read');
	}
});

on('another place among siblings, and what stands in another home, is no other plan', async (stage) => {
	const agree = (id: string) => `select agree_plan('@${id}', '@family', '{}', current_setting('test.read'))`;
	await stage.as('parent', `select set_config('test.read', plan_as_read('@family'), true)`);
	await stage.as('parent', `select move_goal('@goal about the parent', true)`);
	await stage.as('other-parent', `update goal set title = 'Ord' where id = '@goal about the child there'`);
	await stage.as('parent', agree('new'));
});

on('sent again when somebody who was there has been erased: it is still one version', async (stage) => {
	const agreed = `select agree_plan('@new', '@family', array['@teacher']::uuid[], current_setting('test.read'))`;
	await stage.as('parent', `select set_config('test.read', plan_as_read('@family'), true)`);
	await stage.as('parent', agreed);
	await stage.owner(`select private.erase_person('@teacher')`);
	await stage.as('parent', agreed);
	expect(await stage.owner(`select number from plan_version where family_id = '@family'`)).toHaveLength(2);
});

on('an empty plan is not agreed', async (stage) => {
	await stage.owner(`update goal set removed_at = now() where family_id = '@family' and parent_id is null`);
	expect(await stage.answer('parent', agree())).toMatchObject({ constraint: 'plan_says_something' });
});

on('what was agreed stays, whatever the grants say', async ({ ownersRefusal }) => {
	for (const change of [
		`plan_version set number = 9`,
		`plan_version set agreed_at = '2020-01-01'`,
		`plan_version set meeting_id = '@meeting of the family'`,
		`plan_version_goal set sign = 'Andet'`,
		`plan_version_goal set life_area = 'leisure'`,
		`plan_version_yes set said_at = '2020-01-01'`,
		`plan_version_goal set wording = 2 where goal_id = '@goal of the family'`,
		`plan_version_person set voice = 'team' where voice = 'family'`,
		`goal set plan_id = gen_random_uuid()`,
		`plan set begun_at = '2020-01-01'`,
	]) {
		expect(await ownersRefusal(`update ${change}`), change).toBe('23514');
	}
});

on('a new plan after one that ended: goals made now stand in it', async ({ as, owner }) => {
	await owner(`update plan set ended_at = now() where family_id = '@family'`);
	await owner(`insert into plan (family_id) values ('@family')`);
	await as(
		'parent',
		`insert into goal (id, family_id, title, created_by) values ('@new', '@family', 'Ord', '@me')`,
	);
	await as('parent', agree('', 'later'));
	expect(
		await owner(`select goal_id, number from plan_version_goal g join plan_version v on v.id = g.version_id
		where v.id = '@later'`),
	).toEqual([{ goal_id: idOf('new'), number: 1 }]);
});
