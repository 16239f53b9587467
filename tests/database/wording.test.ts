/** Every wording of a goal is kept: who said which words, when, in whose voice. */
import { expect, idOf, on, type Stage } from '../policies/stage.ts';

const wordings = (stage: Stage, goal: string) =>
	stage.owner(`select number, words, said_by, said_at = now() as now, voice from goal_wording
		where goal_id = '@${goal}' order by number`);
const reword = (goal: string, set: string) => `update goal set ${set} where id = '@${goal}'`;

on('a goal begins with its first words', async (stage) => {
	await stage.as(
		'child',
		`insert into goal (id, family_id, about_id, title, created_by) values ('@new', '@family', '@me', 'Ord', '@me')`,
	);
	expect(await wordings(stage, 'new')).toEqual([
		{ number: 1, words: 'Ord', said_by: idOf('child'), now: true, voice: 'family' },
	]);
	expect(
		await stage.owner(`select w.family_id = g.family_id and w.about_id = g.about_id as same
			from goal_wording w join goal g on g.id = w.goal_id where g.id = '@new'`),
	).toEqual([{ same: true }]);
});

on('other words are a wording more, in the name of whoever said them; the first stay', async (stage) => {
	await stage.as('child', reword('step about the child', `title = 'Inviter Ali hjem'`));
	await stage.as('parent', reword('step about the child', `title = 'Inviter Ali og Bo hjem'`));
	expect(await wordings(stage, 'step about the child')).toMatchObject([
		{ number: 1, words: 'Inviter en hjem', said_by: idOf('parent') },
		{ number: 2, words: 'Inviter Ali hjem', said_by: idOf('child'), now: true, voice: 'family' },
		{ number: 3, words: 'Inviter Ali og Bo hjem', said_by: idOf('parent'), now: true, voice: 'family' },
	]);
});

on('the same words again, and what is not words, are no wording', async (stage) => {
	const before = await wordings(stage, 'goal about the child');
	for (const set of [`title = title`, `sign = 'Vi leger'`, `removed_at = now()`, `removed_at = null`]) {
		await stage.as('parent', reword('goal about the child', set));
	}
	expect(await wordings(stage, 'goal about the child')).toEqual(before);
});

on('who sits in the team speaks in its voice', async (stage) => {
	// Nobody in a team may change a goal today: tried with a right that only the test gives.
	await stage.owner(
		`create policy update_any on goal for update to authenticated using (true) with check (true)`,
	);
	await stage.as('teacher', reword('goal of the family', `title = 'Sagt af læreren'`));
	expect((await wordings(stage, 'goal of the family')).at(-1)).toEqual({
		number: 3,
		words: 'Sagt af læreren',
		said_by: idOf('teacher'),
		now: true,
		voice: 'team',
	});
});

on(
	'what was said stays as it was said, whatever the grants say',
	async ({ owner, ownersRefusal, refusal }) => {
		const change = (set: string) => `update goal_wording set ${set} where goal_id = '@goal of the family'`;
		for (const set of [
			`words = 'Andre'`,
			`said_by = '@child'`,
			`said_at = '2020-01-01'`,
			`voice = 'team'`,
			`number = 9`,
		]) {
			expect(await ownersRefusal(change(set)), set).toBe('23514');
		}
		await owner(`grant insert, update on goal_wording to authenticated`);
		await owner(
			`create policy update_any on goal_wording for update to authenticated using (true) with check (true)`,
		);
		await owner(`create policy insert_any on goal_wording for insert to authenticated with check (true)`);
		expect(await refusal('parent', change(`words = 'Andre'`))).toMatch(/^(23514|42501)$/);
		expect(
			await refusal(
				'parent',
				`insert into goal_wording (goal_id, number, family_id, words, said_by, said_at, voice)
				values ('@goal of the family', 3, '@family', 'Ord', '@me', now(), 'family')`,
			),
		).toBe('42501');
	},
);

on('the words stay when who said them is erased', async (stage) => {
	await stage.owner(`update goal_wording set said_by = null where goal_id = '@goal of the family'`);
	expect(await wordings(stage, 'goal of the family')).toMatchObject([{ said_by: null }, { said_by: null }]);
});
