/** A family that took part before takes part again: an enrolment of its own, and its plan where it left it. */
import { expect, on, type Stage } from '../stage.ts';

const over = ({ owner }: Stage) =>
	owner(`update enrolment set ended_on = private.today() - 10 where id = '@enrolment of strangers'`);
const again = (days = 5, tier = `'preventive'`, family = 'strangers', id = 'new') =>
	`select enrol_again('@${id}', '@${family}', private.today() - ${days}, ${tier})`;

on('only the project lead, for the families of their own municipality', async (stage) => {
	await stage.owner(`delete from enrolment_tier where enrolment_id <> '@first enrolment'`);
	await stage.owner(`update enrolment set ended_on = private.today() - 10 where ended_on is null`);
	expect(await stage.allowed(again())).toEqual(['project-lead']);
	expect(await stage.allowed(again(5, 'null', 'far family'))).toEqual([]);
	expect(await stage.refusal('stranger-parent', again(5, 'null', 'new'))).toBe('42501');
});

on('it has a baseline and a tier of its own, and the plan is taken up', async (stage) => {
	await over(stage);
	const plan = `select ended_at is null as goes_on from plan where family_id = '@strangers'`;
	expect(await stage.owner(plan)).toEqual([{ goes_on: false }]);
	await stage.as('project-lead', again());
	await stage.as('project-lead', again());
	expect(await stage.owner(plan)).toEqual([{ goes_on: true }]);
	expect(
		await stage.as(
			'stranger-parent',
			`select private.today() - enrolled_on(f) as days from family f where id = '@strangers'`,
		),
	).toEqual([{ days: 5 }]);
	expect(await stage.owner(`select tier::text from enrolment_tier where enrolment_id = '@new'`)).toEqual([
		{ tier: 'preventive' },
	]);
	await stage.as('stranger-parent', `update goal set title = 'Svømme igen' where id = '@goal of strangers'`);
	// The team of then is not the team of now.
	expect(await stage.as('former-mentor', `select id from goal where family_id = '@strangers'`)).toEqual([]);
});

on('not while one is in force, not before the last ended, not ahead', async (stage) => {
	const rule = async (sql: string) => (await stage.answer('project-lead', sql))?.constraint;
	expect(await rule(again())).toBe('enrolment_one_in_force');
	await over(stage);
	expect(await rule(again(11))).toBe('enrolled_again_after_the_end');
	expect(await rule(again(10))).toBeUndefined();
	expect(await rule(again(-1))).toBe('visited_not_in_the_future');
});

on('an old page takes up nothing that has ended again', async (stage) => {
	await over(stage);
	await stage.as('project-lead', again());
	await stage.as('project-lead', `select end_enrolment('@new', private.today())`);
	expect((await stage.answer('project-lead', again()))?.constraint).toBe('over_since');
});

on('the same id with other content is refused', async (stage) => {
	await over(stage);
	await stage.as('project-lead', again());
	expect(await stage.refusal('project-lead', again(4))).toBe('23505');
	expect(await stage.refusal('project-lead', again(5, 'null'))).toBe('23505');
});
