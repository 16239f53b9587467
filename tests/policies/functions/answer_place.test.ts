/** The project lead writes down what the family answered; a no ends it. */
import { expect, on } from '../stage.ts';

const offered = `update enrolment set offered_on = private.today() - 10 where id = '@enrolment of strangers'`;
const say = (answer: string, days = 3, which = 'enrolment of strangers') =>
	`select answer_place('@${which}', '${answer}', private.today() - ${days})`;
const now = `select answer::text, private.today() - answered_on as days, ended_on is null as goes_on
	from enrolment where id = '@enrolment of strangers'`;

on(
	'only the project lead, for the families of their own municipality',
	async ({ owner, allowed, refusal }) => {
		await owner(offered);
		expect(await allowed(say('accepted'))).toEqual(['project-lead']);
		expect(await allowed(say('declined'))).toEqual(['project-lead']);
		expect(await allowed(say('accepted', 3, 'enrolment of far family'))).toEqual([]);
		expect(await refusal('stranger-parent', say('accepted', 3, 'new'))).toBe('42501');
	},
);

on(
	'a yes goes on; the same press twice is once, another answer is refused',
	async ({ owner, as, answer }) => {
		await owner(offered);
		await as('project-lead', say('accepted'));
		await as('project-lead', say('accepted'));
		expect(await owner(now)).toEqual([{ answer: 'accepted', days: 3, goes_on: true }]);
		const rule = async (sql: string) => (await answer('project-lead', sql))?.constraint;
		expect(await rule(say('declined'))).toBe('offer_is_open');
		expect(await rule(say('accepted', 2))).toBe('offer_is_open');
	},
);

on('a no is the end of it, and the team goes', async ({ owner, as, answer }) => {
	await owner(offered);
	await as('project-lead', say('declined'));
	await as('project-lead', say('declined'));
	expect(await owner(now)).toEqual([{ answer: 'declined', days: 3, goes_on: false }]);
	expect(await as('former-mentor', `select id from goal where family_id = '@strangers'`)).toEqual([]);
	expect((await answer('project-lead', say('accepted')))?.constraint).toBe('enrolment_in_force');
});

on('an answer comes after an offer, and is not ahead', async ({ owner, answer }) => {
	const rule = async (sql: string) => (await answer('project-lead', sql))?.constraint;
	expect(await rule(say('accepted'))).toBe('answered_after_the_offer');
	await owner(offered);
	expect(await rule(say('accepted', 11))).toBe('answered_after_the_offer');
	expect(await rule(say('accepted', -1))).toBe('answered_not_in_the_future');
	expect(await rule(say('accepted', 10))).toBeUndefined();
	await owner(`insert into enrolment_tier (enrolment_id, family_id, tier, from_on)
		values ('@enrolment of strangers', '@strangers', 'preventive', private.today() - 2)`);
	expect(await rule(say('declined'))).toBe('ended_after_its_tiers');
});
