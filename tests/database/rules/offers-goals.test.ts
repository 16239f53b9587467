/** Which goals an offer may be tied to, and by whom: what the triggers keep true, whoever writes and however. */
import { actorNames, type ActorName } from '../../policies/actors.ts';
import { expect, on } from '../../policies/stage.ts';

on("an offer is for a goal of the same family, and of the family's municipality", async ({ refusal }) => {
	const suggest = (offer: string, goal: string) =>
		`insert into family_offer (id, family_id, offer_id, goal_id, suggested_by)
			values ('@new', '@family', '@${offer}', '@${goal}', '@me')`;
	expect(await refusal('coordinator', suggest('second offer', 'goal of the family'))).toBeNull();
	expect(await refusal('coordinator', suggest('second offer', 'goal of strangers'))).toBe('23503');
	expect(await refusal('coordinator', suggest('far offer', 'goal of the family'))).toBe('23503');
	const move = `update family_offer set goal_id = '@goal of strangers' where id = '@offer suggested'`;
	expect(await refusal('parent', move)).toBe('23503');
});

const goals = [
	'goal of the family',
	'goal about the child',
	'goal about the young person',
	'goal about the parent',
	'goal about the grandmother',
	'goal left behind',
];
const [whole, child, young, parents, , left] = goals as [string, string, string, string, string, string];
const ties: Partial<Record<ActorName, string[]>> = {
	parent: [whole, child, young, parents, left],
	'young-person': [whole, young],
	child: [whole, child],
};

on('an offer is tied to a goal of all or one’s own, by a parent to the children’s too', async (stage) => {
	const own = {
		parent: 'suggested to the parent',
		'young-person': 'suggested to the young person',
		child: 'suggested to the child',
	};
	// So that every goal is another than the one it is for now.
	await stage.owner(`update family_offer set goal_id = null`);
	for (const [who, may] of Object.entries(ties) as [keyof typeof own, string[]][]) {
		for (const goal of goals) {
			const expected = may.includes(goal) ? null : 'offer_not_for_anothers_own_goal';
			const tie = `update family_offer set goal_id = '@${goal}' where id = '@offer ${own[who]}'`;
			expect(await stage.rule(who, tie), `${who}: ${goal}`).toBe(expected);
			const pick = `insert into family_offer (id, family_id, offer_id, about_id, goal_id, suggested_by, state)
				values ('@new', '@family', '@second offer', '@me', '@${goal}', '@me', 'interested')`;
			expect(await stage.rule(who, pick), `${who}: ${goal}, the first time`).toBe(expected);
		}
	}
	// A parent for the household and a child, all the same.
	for (const offer of [
		'offer suggested',
		'offer suggested to the child',
		'offer suggested to the young person',
	])
		for (const goal of goals)
			expect(
				await stage.rule('parent', `update family_offer set goal_id = '@${goal}' where id = '@${offer}'`),
				`${offer}: ${goal}`,
			).toBe(ties.parent!.includes(goal) ? null : 'offer_not_for_anothers_own_goal');
});

on('nobody else learns whose own goal it is', async ({ answer, as }) => {
	for (const who of actorNames.filter((name) => !(name in ties)))
		for (const goal of goals) {
			const tie = `update family_offer set goal_id = '@${goal}' where id = '@offer suggested' returning id`;
			expect((await answer(who, tie))?.code ?? (await as(who, tie)), `${who}: ${goal}`).toEqual(
				expect.toSatisfy((said) => said === '42501' || (said as unknown[]).length === 0),
			);
		}
});

on(
	'the coordinator suggests for any goal in the plan, and changes nothing afterwards; others of the team suggest nothing',
	async (stage) => {
		const suggest = (goal: string) =>
			`insert into family_offer (id, family_id, offer_id, goal_id, suggested_by, reason)
			values ('@new', '@family', '@second offer', '@${goal}', '@me', 'Derfor')`;
		for (const goal of goals) expect(await stage.allowed(suggest(goal)), goal).toEqual(['coordinator']);
		for (const goal of goals) expect(await stage.rule('coordinator', suggest(goal)), goal).toBeNull();
		await stage.as('coordinator', suggest('goal about the grandmother'));
		// The goal was the coordinator's to choose: it stays when the family answers, is said again, and can be let go.
		const change = (set: string) => `update family_offer set ${set} where id = '@new'`;
		for (const set of [
			`state = 'interested'`,
			`state = 'interested', goal_id = '@goal about the grandmother'`,
			`goal_id = null`,
		])
			expect(await stage.rule('parent', change(set)), set).toBeNull();
		await stage.as('parent', change('goal_id = null'));
		expect(await stage.rule('parent', change(`goal_id = '@goal about the grandmother'`))).toBe(
			'offer_not_for_anothers_own_goal',
		);
	},
);

on(
	'no offer is tied to a goal that is off the plan, nor to a step of it, by anybody, not even once more',
	async (stage) => {
		const off = 'offer_is_for_a_goal_that_stands';
		const tie = (goal: string) =>
			`update family_offer set goal_id = '@${goal}' where id = '@offer suggested'`;
		const suggest = (
			goal: string,
		) => `insert into family_offer (id, family_id, offer_id, goal_id, suggested_by, reason)
		values ('@new', '@family', '@second offer', '@${goal}', '@me', 'Derfor')`;
		await stage.as('parent', tie('goal about the child'));
		await stage.as('parent', `update goal set removed_at = now() where id = '@goal about the child'`);
		await stage.owner(
			`update goal set removed_at = now(), removed_by = '@former-partner' where id = '@goal left behind'`,
		);
		for (const goal of ['goal about the child', 'step about the child', 'goal left behind']) {
			expect(await stage.rule('parent', tie(goal)), goal).toBe(off);
			expect(await stage.rule('coordinator', suggest(goal)), goal).toBe(off);
		}
		// It is answered, and can be let go, all the same.
		for (const set of [`state = 'interested'`, 'goal_id = null'])
			expect(
				await stage.rule('parent', `update family_offer set ${set} where id = '@offer suggested'`),
			).toBeNull();
		await stage.as('parent', `update goal set removed_at = null where id = '@goal about the child'`);
		expect(await stage.rule('parent', tie('step about the child'))).toBeNull();
	},
);

on('a goal is a grown-up’s own from the day they are 18', async ({ owner, rule }) => {
	const tie = `update family_offer set goal_id = '@goal about the young person' where id = '@offer suggested'`;
	expect(await rule('parent', tie)).toBeNull();
	await owner(
		`update birth set born_on = private.today() - interval '18 years' where person_id = '@young-person'`,
	);
	expect(await rule('parent', tie)).toBe('offer_not_for_anothers_own_goal');
});

on(
	'who is a parent of the child in another household decides nothing in this one',
	async ({ owner, rule }) => {
		await owner(`insert into member (id, family_id, person_id, role)
		values ('@parent there too', '@other home', '@parent', 'relative')`);
		const pick = (
			goal: string,
		) => `insert into family_offer (id, family_id, offer_id, about_id, goal_id, suggested_by, state)
		values ('@new', '@other home', '@second offer', '@me', '@${goal}', '@me', 'interested')`;
		expect(await rule('parent', pick('goal of the other home'))).toBeNull();
		expect(await rule('parent', pick('goal about the child there'))).toBe('offer_not_for_anothers_own_goal');
	},
);

on('a goal of another plan is none of ours, before anybody asks whose own it is', async ({ rule }) => {
	const tie = (goal: string) =>
		`update family_offer set goal_id = '@${goal}' where id = '@offer suggested to the young person'`;
	for (const goal of ['goal of strangers', 'far goal', 'goal of the other home', 'no goal at all'])
		expect(await rule('young-person', tie(goal)), goal).toBe('offer_is_for_a_goal_of_the_family');
});
