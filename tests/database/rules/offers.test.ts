/** What the triggers keep true of offers and what families answer, whoever writes and however. */
import { expect, idOf, on } from '../../policies/stage.ts';

on(
	'an offer is once for each: two siblings can be at one club, and the household too',
	async ({ as, answer }) => {
		const pick = (
			about: string,
		) => `insert into family_offer (id, family_id, offer_id, about_id, suggested_by, state)
		values ('@new ${about}', '@family', '@second offer', ${about === 'all' ? 'null' : `'@${about}'`}, '@me', 'interested')`;
		for (const about of ['child', 'young-person', 'all']) {
			await as('parent', pick(about));
			expect(await answer('parent', pick(about).replace('@new', '@again'))).toMatchObject({
				code: '23505',
				constraint: 'offer_once_for_each',
			});
		}
	},
);

on('who answers an offer, and when, the database says', async ({ as, owner, longAgo, refusal }) => {
	const said = (id: string) =>
		owner(
			`select state::text, answered_by, answered_at = now() as now from family_offer where id = '@${id}'`,
		);
	const change = (id: string, set: string) => `update family_offer set ${set} where id = '@${id}'`;
	await owner(`grant insert, update on family_offer to authenticated`);
	await as(
		'parent',
		change('offer suggested', `goal_id = null, answered_by = '@grandmother', answered_at = now()`),
	);
	expect(await said('offer suggested')).toEqual([{ state: 'suggested', answered_by: null, now: null }]);
	await as(
		'parent',
		change('offer suggested', `state = 'interested', answered_by = '@grandmother', answered_at = 'infinity'`),
	);
	expect(await said('offer suggested')).toEqual([
		{ state: 'interested', answered_by: idOf('parent'), now: true },
	]);

	// The same answer again, and another goal, are no new answer.
	await longAgo(`update family_offer set answered_by = '@other-parent', answered_at = now() - interval '9 days'
		where id = '@offer suggested'`);
	await as('parent', change('offer suggested', `state = 'interested', goal_id = '@goal about the child'`));
	expect(await said('offer suggested')).toEqual([
		{ state: 'interested', answered_by: idOf('other-parent'), now: false },
	]);
	expect(await refusal('parent', change('offer suggested', `state = 'suggested'`))).toBe('23514');

	await as(
		'parent',
		`insert into family_offer (id, family_id, offer_id, suggested_by, state, answered_by, answered_at, created_at)
			values ('@new', '@family', '@second offer', '@me', 'started', '@grandmother', '2020-01-01', '2020-01-01')`,
	);
	expect(await said('new')).toEqual([{ state: 'started', answered_by: idOf('parent'), now: true }]);
	expect(await owner(`select created_at = now() as now from family_offer where id = '@new'`)).toEqual([
		{ now: true },
	]);
});

on('what a child has answered and a parent says too is not set back by the child', async ({ as, owner }) => {
	const say = (state: string) =>
		`update family_offer set state = '${state}' where id = '@offer suggested to the child' returning id`;
	const by = () => owner(`select answered_by from family_offer where id = '@offer suggested to the child'`);
	await as('child', say('interested'));
	await as('child', say('interested'));
	expect(await by()).toEqual([{ answered_by: idOf('child') }]);
	await as('parent', `update family_offer set goal_id = null where id = '@offer suggested to the child'`);
	expect(await by(), 'what it is for is no answer').toEqual([{ answered_by: idOf('child') }]);
	expect(await as('child', say('not_for_us')), 'still theirs').toHaveLength(1);
	await as('parent', say('not_for_us'));
	expect(await by()).toEqual([{ answered_by: idOf('parent') }]);
	expect(await as('child', say('interested'))).toEqual([]);
	expect(await as('parent', say('interested'))).toHaveLength(1);
});

on('an answer and its time come together', async ({ longAgo, owner }) => {
	const broken = (set: string) =>
		owner(`update family_offer set ${set} where id = '@offer taken there'`).then(
			() => null,
			(error: { code: string }) => error.code,
		);
	await longAgo(`alter table family_offer disable trigger stamp_offer_answer`);
	expect(await broken(`answered_at = null`)).toBe('23514');
});

on('an offer that is taken out is taken out now, and was not checked on a day to come', async (stage) => {
	const change = (set: string) => `update offer set ${set} where id = '@fresh offer'`;
	await stage.as('project-lead', change(`retired_at = '2020-01-01'`));
	expect(await stage.owner(`select retired_at = now() as now from offer where id = '@fresh offer'`)).toEqual([
		{ now: true },
	]);
	await stage.as('project-lead', change(`retired_at = null, verified_on = private.today()`));
	expect(await stage.refusal('project-lead', change(`verified_on = private.today() + 1`))).toBe('23514');
	const add = (day: string) =>
		`insert into offer (id, municipality_id, title, description, provider, provider_kind, place, contact, verified_on)
			values ('@new', '@municipality', 'Kor', 'Sang', 'Nordby Kor', 'association', 'Nordby', '70', ${day})`;
	expect(await stage.answer('project-lead', add(`private.today() + 1`))).toMatchObject({
		constraint: 'offer_verified_not_ahead',
	});
	expect(await stage.refusal('project-lead', add(`private.today()`))).toBeNull();
});
