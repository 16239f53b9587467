/** Somebody in the family says yes too to the plan that was agreed last. */
import { nameOf } from '../labels.ts';
import { expect, on, type Stage } from '../stage.ts';

const yes = (version = 'version of the family') => `select say_yes_to_plan('@${version}')`;
const agree = (id = 'new') => `select agree_plan('@${id}', '@family', '{}', plan_as_read('@family'))`;
const said = async (stage: Stage, version: string) =>
	(await stage.owner(`select person_id from plan_version_yes where version_id = '@${version}'`))
		.map(({ person_id }) => nameOf(person_id))
		.sort();

on('who is 15 or older in that family; no child, no other home, no professional', async ({ allowed }) => {
	expect(await allowed(yes())).toEqual(['parent', 'young-person']);
	expect(await allowed(yes('version of the other home'))).toEqual(['other-parent']);
	expect(await allowed(yes('made up'))).toEqual([]);
});

on('15 on the day; not a child whose age nobody knows', async (stage) => {
	const born = (age: string) =>
		stage.owner(
			`update birth set born_on = private.today() - interval '15 years' ${age} where person_id = '@child'`,
		);
	await born(`+ interval '1 day'`);
	expect(await stage.answer('child', yes())).toMatchObject({ code: '42501' });
	await born('');
	await stage.as('child', yes());
	expect(await said(stage, 'version of the family')).toEqual(['child', 'young-person']);
	await stage.owner(`delete from birth where person_id in ('@young-person', '@parent')`);
	await stage.as('parent', agree());
	expect(await stage.answer('young-person', yes('new'))).toMatchObject({ code: '42501' });
});

on('who has left says nothing', async (stage) => {
	await stage.owner(`update member set left_at = now() where person_id = '@young-person'`);
	expect(await stage.answer('young-person', yes())).toMatchObject({ code: '42501' });
});

on('said twice it is one yes; who said that it is agreed has said it', async (stage) => {
	await stage.as('parent', agree());
	for (const who of ['young-person', 'young-person', 'parent'] as const) await stage.as(who, yes('new'));
	expect(await said(stage, 'new')).toEqual(['young-person']);
});

on('to the plan that was agreed last alone', async (stage) => {
	await stage.as('parent', agree('first'));
	await stage.as('parent', agree());
	expect(await stage.answer('young-person', yes('first'))).toMatchObject({
		code: '23514',
		constraint: 'yes_to_the_newest',
	});
	await stage.as('young-person', yes('new'));
});

on('a plan that has ended stays as it is', async (stage) => {
	await stage.as('parent', agree());
	await stage.owner(`update plan set ended_at = now() where family_id = '@family'`);
	expect(await stage.answer('young-person', yes('new'))).toMatchObject({ constraint: 'plan_is_open' });
});
