/** The project lead writes down when a place was offered. */
import { expect, on } from '../stage.ts';

const offer = (days = 3, which = 'enrolment of strangers') =>
	`select offer_place('@${which}', private.today() - ${days},
		(select offered_on from enrolment where id = '@${which}'))`;

on('only the project lead, for the families of their own municipality', async ({ allowed, refusal }) => {
	expect(await allowed(offer())).toEqual(['project-lead']);
	expect(await allowed(offer(3, 'enrolment of far family'))).toEqual([]);
	// To a stranger one that is there and one that is made up are the same.
	expect(await refusal('stranger-parent', offer(3, 'new'))).toBe('42501');
	expect(await refusal('project-lead', offer(3, 'new'))).toBe('42501');
});

on('not about their own family', async ({ owner, refusal }) => {
	await owner(`insert into member (id, family_id, person_id, role)
		values ('@new', '@strangers', '@project-lead', 'relative')`);
	expect(await refusal('project-lead', offer())).toBe('42501');
});

on('another day corrects it; the same press twice is once', async ({ as, owner }) => {
	for (const days of [5, 3, 3]) await as('project-lead', offer(days));
	expect(
		await owner(
			`select private.today() - offered_on as days from enrolment where id = '@enrolment of strangers'`,
		),
	).toEqual([{ days: 3 }]);
});

on('not before the visit, not ahead, not once it is answered or over', async ({ as, owner, answer }) => {
	const rule = async (sql: string) => (await answer('project-lead', sql))?.constraint;
	expect(await rule(offer(81))).toBe('offered_after_the_visit');
	expect(await rule(offer(-1))).toBe('offered_not_in_the_future');
	expect(await rule(offer(3, 'enrolment'))).toBe('offer_is_open');
	expect(await rule(offer(3, 'first enrolment'))).toBe('enrolment_in_force');
	await as('project-lead', offer());
	await owner(`update enrolment set ended_on = private.today() where id = '@enrolment of strangers'`);
	expect(await rule(offer()), 'as it stands').toBe('enrolment_in_force');
	expect(await rule(offer(2))).toBe('enrolment_in_force');
});

on('a day that somebody else wrote since is not written over', async ({ as, answer }) => {
	await as('project-lead', offer(5));
	const unaware = `select offer_place('@enrolment of strangers', private.today() - 2)`;
	expect(await answer('project-lead', unaware)).toMatchObject({ constraint: 'changed_since' });
	await as('project-lead', unaware.replace('- 2', '- 5'));
});
