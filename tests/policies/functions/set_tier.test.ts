/** The project lead writes down how far a family has come, from a day on. */
import { expect, on } from '../stage.ts';

const set = (tier = 'preventive', days = 3, which = 'enrolment') =>
	`select set_tier('@${which}', '${tier}', private.today() - ${days}, (
		select tier from enrolment_tier where enrolment_id = '@${which}' order by from_on desc limit 1
	))`;
const periods = `select tier::text, private.today() - from_on as days from enrolment_tier
	where enrolment_id = '@enrolment' order by from_on`;
const before = [
	{ tier: 'stabilising', days: 100 },
	{ tier: 'normalising', days: 40 },
];

on('only the project lead, for the families of their own municipality', async ({ allowed, refusal }) => {
	expect(await allowed(set())).toEqual(['project-lead']);
	expect(await allowed(set('preventive', 3, 'enrolment of far family'))).toEqual([]);
	expect(await refusal('stranger-parent', set('preventive', 3, 'new'))).toBe('42501');
});

on('a period begins, and the one before ends by that', async ({ as, owner }) => {
	await as('project-lead', set());
	await as('project-lead', set());
	expect(await owner(periods)).toEqual([...before, { tier: 'preventive', days: 3 }]);
	// A family may need more again.
	await as('project-lead', set('stabilising', 0));
	expect(await owner(periods)).toHaveLength(4);
});

on('what was written on the same day was a slip', async ({ as, owner }) => {
	await as('project-lead', set('preventive', 40));
	expect(await owner(periods)).toEqual([before[0], { tier: 'preventive', days: 40 }]);
});

on('not the same again, not before the last, not ahead, not when it is over', async ({ owner, answer }) => {
	const rule = async (sql: string) => (await answer('project-lead', sql))?.constraint;
	expect(await rule(set('normalising', 3))).toBe('tier_is_another');
	expect(await rule(set('preventive', 41))).toBe('tier_after_the_last');
	expect(await rule(set('preventive', -1))).toBe('tier_not_in_the_future');
	await owner(`update enrolment set ended_on = private.today() where id = '@enrolment'`);
	expect(await rule(set())).toBe('enrolment_in_force');
	expect(await rule(set('normalising', 40)), 'as it stands').toBe('enrolment_in_force');
	expect(await rule(set('stabilising', 500, 'first enrolment'))).toBe('enrolment_in_force');
	await owner(`delete from enrolment_tier where enrolment_id = '@enrolment of strangers'`);
	expect(await rule(set('preventive', 81, 'enrolment of strangers'))).toBe('tier_within_its_enrolment');
	expect(await rule(set('preventive', 80, 'enrolment of strangers'))).toBeUndefined();
});

on('what somebody else wrote since is not written over', async ({ as, answer }) => {
	await as('project-lead', set('preventive', 0));
	const unaware = `select set_tier('@enrolment', 'stabilising', private.today(), 'normalising')`;
	expect(await answer('project-lead', unaware)).toMatchObject({ constraint: 'changed_since' });
	await as('project-lead', unaware.replace('stabilising', 'preventive'));
});
