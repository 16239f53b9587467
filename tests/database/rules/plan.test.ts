/** What the triggers keep true of a plan, whoever writes and however. */
import { expect, idOf, on } from '../../policies/stage.ts';

on(
	'a goal is about a member of its family, and says so only to those who may write there',
	async ({ owner, refusal }) => {
		// A child of the same parent's, in another household.
		await owner(
			`insert into member (id, family_id, person_id, role) values ('@parent there too', '@strangers', '@parent', 'parent')`,
		);
		const goal = (about: string) =>
			`insert into goal (id, family_id, about_id, title, created_by)
			values ('@new', '@family', '@${about}', 'Ord', '@me')`;
		expect(await refusal('parent', goal('child'))).toBeNull();
		expect(await refusal('parent', goal('stranger-child'))).toBe('23514');
		expect(await refusal('parent', goal('former-partner'))).toBe('42501');
		expect(await refusal('stranger-parent', goal('child'))).toBe('42501');
		expect(await refusal('stranger-parent', goal('stranger-child'))).toBe('42501');
	},
);

on(
	'a step stands in the plan of its goal, one level below, about the same person',
	async ({ as, refusal }) => {
		const step = (id: string, parent: string, family = 'family') =>
			`insert into goal (id, family_id, parent_id, title, created_by)
			values ('@${id}', '@${family}', '@${parent}', 'Ord', '@me')`;
		await as('parent', step('small step', 'step about the child'));
		expect(await as('parent', `select level, about_id from goal where id = '@small step'`)).toEqual([
			{ level: 3, about_id: idOf('child') },
		]);
		expect(await refusal('parent', step('new', 'small step'))).toBe('23514');
		expect(await refusal('parent', step('new', 'goal about the child there'))).toBe('23503');
	},
);

on('a goal is due today or later, Danish time, and within twenty years', async ({ refusal }) => {
	const set = (day: string) => `update goal set due_on = ${day} where id = '@goal of the family'`;
	const add = (day: string) => `insert into goal (id, family_id, title, due_on, created_by)
		values ('@new', '@family', 'Ord', ${day}, '@me')`;
	for (const say of [set, add]) {
		expect(await refusal('parent', say(`private.today()`))).toBeNull();
		expect(await refusal('parent', say(`private.today() - 1`))).toBe('23514');
		expect(await refusal('parent', say(`private.today() + interval '20 years'`))).toBeNull();
		expect(await refusal('parent', say(`private.today() + interval '20 years 1 day'`))).toBe('23514');
		expect(await refusal('parent', say(`'0001-01-01'`))).toBe('23514');
		expect(await refusal('parent', say(`'9999-12-31'`))).toBe('23514');
		expect(await refusal('parent', say(`'infinity'`))).toBe('23514');
		expect(await refusal('parent', say(`'2027-02-30'`))).toBe('22008');
	}
});

on('a day that has gone by since it was set is no hindrance', async ({ as, longAgo, refusal }) => {
	await longAgo(`update goal set due_on = private.today() - 9 where id = '@goal of the family'`);
	const change = (set: string) => `update goal set ${set} where id = '@goal of the family'`;
	expect(await refusal('parent', change(`title = 'Nye ord', due_on = private.today() - 9`))).toBeNull();
	expect(await refusal('parent', change(`due_on = private.today() - 8`))).toBe('23514');
	await as('parent', change(`due_on = null`));
});

on('when something happened to a goal, the database says', async ({ as, owner, longAgo }) => {
	const goal = async () =>
		(
			await owner(`select created_at = now() as made, changed_at = now() as changed, done_at = now() as done,
				removed_at = now() as removed from goal where id = '@new'`)
		)[0];
	const change = (set: string) => as('parent', `update goal set ${set} where id = '@new'`);
	const age = () =>
		longAgo(`update goal set changed_at = now() - interval '9 days', done_at = done_at - interval '9 days',
			created_at = now() - interval '9 days' where id = '@new'`);
	await owner(`grant insert, update on goal to authenticated`);
	await as(
		'parent',
		`insert into goal (id, family_id, title, created_by, created_at, changed_at, done_at, removed_at)
			values ('@new', '@family', 'Ord', '@me', '2020-01-01', '2020-01-01', '2020-01-01', '2020-01-01')`,
	);
	expect(await goal()).toEqual({ made: true, changed: true, done: null, removed: null });
	await change(`done_at = '2020-01-01', changed_at = '2020-01-01'`);
	expect(await goal()).toEqual({ made: true, changed: true, done: true, removed: null });

	// Said again it is the same fact: neither done later nor changed.
	await age();
	await change(`done_at = 'infinity', changed_at = now()`);
	await owner(`update goal set position = 7 where id = '@new'`);
	expect(await goal()).toEqual({ made: false, changed: false, done: false, removed: null });
	await change(`done_at = null`);
	expect(await goal()).toEqual({ made: false, changed: true, done: null, removed: null });
	await change(`removed_at = 'infinity'`);
	expect(await goal()).toMatchObject({ removed: true });

	// Taken off by a slip and put back at once, nothing of it is news; after a while it is.
	await age();
	await change(`removed_at = null`);
	expect(await goal()).toMatchObject({ changed: false, removed: null });
	await change(`removed_at = now()`);
	await longAgo(`update goal set removed_at = now() - interval '11 minutes' where id = '@new'`);
	await change(`removed_at = null`);
	expect(await goal()).toMatchObject({ changed: true, removed: null });
});

on('a goal stays where it is, whatever the grants say', async ({ as, owner, refusal }) => {
	await owner(`grant update on goal to authenticated`);
	for (const move of [
		`family_id = '@other home'`,
		`about_id = '@me'`,
		`level = 2`,
		`level = 2, parent_id = '@goal about the child'`,
	]) {
		expect(await refusal('parent', `update goal set ${move} where id = '@goal of the family'`), move).toMatch(
			/^(23514|42501)$/,
		);
	}
	await as('parent', `update goal set about_id = null, level = 1 where id = '@goal of the family'`);
});

on('a goal keeps standing when the member it is about has left', async ({ as, owner, refusal }) => {
	await owner(`update member set left_at = now() where id = '@young person in family'`);
	const change = `update goal set title = 'Nye ord' where id = '@goal about the young person'`;
	expect(await refusal('parent', change)).toBeNull();
	expect(await as('parent', `select id from goal where about_id = '@young-person'`)).toHaveLength(1);
});

on('progress belongs to a goal of the same plan', async ({ refusal }) => {
	const note = (goal: string) =>
		`insert into goal_progress (id, goal_id, family_id, noted_by, note) values ('@new', '@${goal}', '@family', '@me', 'Godt')`;
	expect(await refusal('parent', note('goal of the family'))).toBeNull();
	expect(await refusal('parent', note('goal about the child there'))).toBe('23503');
});

on('how it goes is noted now', async ({ as, owner }) => {
	await owner(`grant insert on goal_progress to authenticated`);
	await as(
		'parent',
		`insert into goal_progress (id, goal_id, family_id, about_id, noted_by, note, noted_at)
			values ('@new', '@goal about the child', '@family', '@parent', '@me', 'Godt', '2020-01-01')`,
	);
	expect(
		await owner(`select noted_at = now() as now, about_id from goal_progress where id = '@new'`),
	).toEqual([{ now: true, about_id: idOf('child') }]);
});

on(
	'nothing is set, said, finished or noted where it was taken off the plan',
	async ({ as, owner, refusal }) => {
		const step = `insert into goal (id, family_id, parent_id, title, created_by)
		values ('@new', '@family', '@step about the child', 'Ord', '@me')`;
		const note = (goal: string) => `insert into goal_progress (id, goal_id, family_id, noted_by, note)
		values ('@new', '@${goal}', '@family', '@me', 'Ord')`;
		const change = (goal: string, set: string) => `update goal set ${set} where id = '@${goal}'`;
		const all = [
			step,
			note('goal about the child'),
			note('step about the child'),
			...['goal about the child', 'step about the child'].flatMap((goal) => [
				change(goal, `title = 'Nye ord'`),
				change(goal, `done_at = now()`),
			]),
		];
		for (const one of all) expect(await refusal('parent', one), one).toBeNull();
		await owner(change('goal about the child', 'removed_at = now()'));
		for (const one of all) {
			expect(await refusal('parent', one), one).toBe('23514');
			expect(await refusal('guest', one), one).not.toBe('23514');
		}
		for (const removed of ['now()', 'null']) {
			await owner(change('step about the child', `removed_at = ${removed}`));
			expect(
				await refusal('parent', change('step about the child', 'removed_at = null')),
				'a step is not put back under it',
			).toBe('23514');
		}
		// Put back, with new words in the same breath, it stands again.
		await as('parent', change('goal about the child', `removed_at = null, title = 'Nye ord'`));
		for (const one of all) expect(await refusal('parent', one), one).toBeNull();
	},
);
