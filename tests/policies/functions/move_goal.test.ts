/** Moving a goal one place among its siblings. */
import { expect, idOf, on, type Stage } from '../stage.ts';
import { nameOf } from '../labels.ts';

const move = (goal: string, up: boolean) => `select move_goal('@${goal}', ${up})`;

/** The goals of the first level in the plan of the family, in order. */
const line = async ({ owner }: Stage) =>
	(
		await owner(`select id from goal where family_id = '@family' and parent_id is null and removed_at is null
			order by position, id`)
	).map(({ id }) => nameOf(id));

on('a parent of the household; among the steps of their own goal whoever it is about', async (stage) => {
	expect(await stage.allowed(move('goal about the child', true))).toEqual(['parent']);
	expect(await stage.allowed(move('step about the child', true))).toEqual(['parent', 'child']);
	expect(await stage.allowed(move('goal about the child there', true))).toEqual(['other-parent']);
	// A grown-up's own goal stands in the line of the household; the steps under it are theirs.
	expect(await stage.allowed(move('goal about the grandmother', true))).toEqual(['parent']);
	expect(await stage.allowed(move('step about the grandmother', true))).toEqual([]);
	expect(await stage.allowed(move('no goal at all', true))).toEqual([]);
});

on('down and up again a hundred times, and the line is as it was', async (stage) => {
	const before = await line(stage);
	expect(before.slice(0, 2)).toEqual(['goal of the family', 'goal about the child']);
	for (let time = 0; time < 100; time += 1) {
		await stage.as('parent', move(before[1]!, true));
		expect(await line(stage)).toEqual([before[1], before[0], ...before.slice(2)]);
		await stage.as('parent', move(before[1]!, false));
		expect(await line(stage)).toEqual(before);
	}
});

on('from one end of the line to the other, and no further', async (stage) => {
	const before = await line(stage);
	const last = before.at(-1)!;
	for (let left = before.length - 1; left > 0; left -= 1) await stage.as('parent', move(last, true));
	expect(await line(stage)).toEqual([last, ...before.slice(0, -1)]);
	expect(await stage.refusal('parent', move(last, true))).toBe('23514');
	expect(await stage.refusal('parent', move(before.at(-2)!, false))).toBe('23514');
});

on(
	'the same press twice is one move, past what was shown there, wherever that stands by now',
	async (stage) => {
		const [first, second, third, ...rest] = await line(stage);
		const past = (goal: string, up: boolean, other: string) =>
			stage.as('parent', `select move_goal('@${goal}', ${up}, '@${other}')`);
		for (const _ of ['once', 'twice']) {
			await past(second!, true, first!);
			expect(await line(stage)).toEqual([second, first, third, ...rest]);
		}
		for (const _ of ['once', 'twice']) {
			await past(second!, false, first!);
			expect(await line(stage)).toEqual([first, second, third, ...rest]);
		}
		// Nor does a press that comes late take back what was pressed after it.
		await past(third!, true, second!);
		await past(third!, true, first!);
		await past(third!, true, second!);
		expect(await line(stage)).toEqual([third, first, second, ...rest]);
		await past(third!, false, second!);
		await past(third!, false, first!);
		expect(await line(stage)).toEqual([first, second, third, ...rest]);
		// The other parent has moved it to the end meanwhile.
		const last = rest.at(-1)!;
		await past(second!, true, first!);
		await past(second!, false, last);
		expect((await line(stage)).at(-1)).toBe(second);
		await past(second!, true, third!);
		expect(await line(stage)).toEqual([first, second, third, ...rest]);
		// Whichever has taken that off the plan meanwhile, or reached it: past its place, and not past the next one too.
		for (const gone of ['removed_at', 'done_at']) {
			await stage.owner(`update goal set ${gone} = now() where id = '@${third}'`);
			await past(second!, false, third!);
			await stage.owner(`update goal set ${gone} = null where id = '@${third}'`);
			expect(await line(stage), gone).toEqual([first, third, second, ...rest]);
			await stage.owner(`update goal set ${gone} = now() where id = '@${third}'`);
			await past(second!, true, third!);
			await stage.owner(`update goal set ${gone} = null where id = '@${third}'`);
			expect(await line(stage), gone).toEqual([first, second, third, ...rest]);
		}
		// At the end of the line there is nothing left to see beside it, and it goes where it was seen to go all the same.
		const ends = rest.at(-1)!;
		const before = rest.at(-2) ?? third!;
		await stage.owner(`update goal set removed_at = now() where id = '@${ends}'`);
		await past(before, false, ends);
		await stage.owner(`update goal set removed_at = null where id = '@${ends}'`);
		expect((await line(stage)).slice(-2)).toEqual([ends, before]);
		for (const other of ['no goal at all', 'goal about the child there', 'step about the child', second!]) {
			const beside = `select move_goal('@${second}', false, '@${other}')`;
			expect(await stage.refusal('parent', beside), other).toBe('42501');
		}
	},
);

on('what was taken off the plan is passed by, and comes back where it was', async (stage) => {
	const [first, second, third, ...rest] = await line(stage);
	await stage.as('parent', `update goal set removed_at = now() where id = '@${second}'`);
	expect(await stage.refusal('parent', move(second!, true))).toBe('42501');
	await stage.as('parent', move(third!, true));
	expect(await line(stage)).toEqual([third, first, ...rest]);
	await stage.as('parent', `update goal set removed_at = null where id = '@${second}'`);
	expect(await line(stage)).toEqual([third, first, second, ...rest]);
});

on(
	'a goal that is reached is passed by: the plan shows it elsewhere; a step walked is not',
	async (stage) => {
		const [first, second, third, ...rest] = await line(stage);
		await stage.owner(`update goal set done_at = now() where id = '@${second}'`);
		await stage.as('parent', move(third!, true));
		expect(await line(stage)).toEqual([third, first, second, ...rest]);
		await stage.owner(`
		update goal set position = 1, done_at = now() where id = '@step about the child';
		insert into goal (id, family_id, about_id, parent_id, title, position, created_by)
			select '@next step', family_id, about_id, parent_id, 'Ord', 2, created_by from goal where id = '@step about the child'`);
		await stage.as('parent', move('next step', true));
		const steps = await stage.owner(
			`select id from goal where parent_id = '@goal about the child' order by position, id`,
		);
		expect(steps.map(({ id }) => nameOf(id)).slice(0, 2)).toEqual(['next step', 'step about the child']);
	},
);

on('moving changes no goal, and nothing in another line', async (stage) => {
	const others = () =>
		stage.owner(`select id, position from goal
			where family_id <> '@family' or parent_id is not null order by id`);
	const changed = () => stage.owner(`select id from goal where changed_at = now()`);
	await stage.longAgo(`update goal set changed_at = now() - interval '1 day'`);
	const before = await others();
	await stage.as('parent', move('goal about the child', true));
	expect(await others()).toEqual(before);
	expect(await changed()).toEqual([]);
});

on('a new goal stands last', async (stage) => {
	await stage.as(
		'young-person',
		`insert into goal (id, family_id, about_id, title, created_by)
			values ('@aaa new', '@family', '@me', 'Ord', '@me')`,
	);
	expect((await line(stage)).at(-1)).toBe('aaa new');
	expect(idOf('aaa new')).toBeDefined();
});
