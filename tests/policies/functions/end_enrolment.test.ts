/** The project lead writes down that a family takes part no more. What follows stands in tests/database/ending.test.ts. */
import { expect, on } from '../stage.ts';

const end = (days = 3, which = 'enrolment') => `select end_enrolment('@${which}', private.today() - ${days})`;

on('only the project lead, for the families of their own municipality', async ({ allowed, refusal }) => {
	expect(await allowed(end())).toEqual(['project-lead']);
	expect(await allowed(end(3, 'enrolment of far family'))).toEqual([]);
	expect(await refusal('stranger-parent', end(3, 'new'))).toBe('42501');
});

on('the same press twice is once; what is over is over', async ({ as, owner, answer }) => {
	await as('project-lead', end());
	await as('project-lead', end());
	expect(
		await owner(`select private.today() - ended_on as days from enrolment where id = '@enrolment'`),
	).toEqual([{ days: 3 }]);
	expect((await answer('project-lead', end(2)))?.constraint).toBe('enrolment_in_force');
	expect((await answer('project-lead', end(3, 'first enrolment')))?.constraint).toBe('enrolment_in_force');
});

on('an old page says nothing of an end that is over: the family takes part again', async (stage) => {
	const { as, answer, owner } = stage;
	await as('project-lead', end());
	await as('project-lead', `select enrol_again('@new', '@family', private.today(), null)`);
	expect((await answer('project-lead', end()))?.constraint).toBe('over_since');
	await as('project-lead', `select end_enrolment('@new', private.today())`);
	expect(await answer('project-lead', end())).toBeNull();
	await owner(`update enrolment set answer = 'declined', answered_on = ended_on where id = '@enrolment'`);
	const no = `select answer_place('@enrolment', 'declined', private.today() - 3)`;
	expect(await answer('project-lead', no)).toBeNull();
	await as('project-lead', `select enrol_again('@other', '@family', private.today(), null)`);
	expect((await answer('project-lead', no))?.constraint).toBe('over_since');
});

on('not ahead, not before the visit, the answer or the last tier', async ({ owner, answer }) => {
	const rule = async (sql: string) => (await answer('project-lead', sql))?.constraint;
	expect(await rule(end(-1))).toBe('ended_not_in_the_future');
	expect(await rule(end(41))).toBe('ended_after_its_tiers');
	await owner(`delete from enrolment_tier where enrolment_id = '@enrolment'`);
	expect(await rule(end(41))).toBeUndefined();
	expect(await rule(end(99))).toBe('ended_after_the_answer');
	expect(await rule(end(81, 'enrolment of strangers'))).toBe('ended_after_the_visit');
});
