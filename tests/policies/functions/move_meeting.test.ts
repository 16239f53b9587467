/** Another time or place for a meeting: both or neither, by a parent or the coordinator, while it lies ahead. */
import { expect, on } from '../stage.ts';

const move = (meeting: string, changes = `place => 'Biblioteket'`) =>
	`select move_meeting('@${meeting}', now() + interval '2 days', now() + interval '2 days 1 hour',
		(select revision from meeting where id = '@${meeting}'), ${changes})`;
const where = (meeting: string) =>
	`select place, link, is_home from meeting_place where meeting_id = '@${meeting}'`;

on('only a parent and the coordinator of that family', async ({ allowed }) => {
	expect(await allowed(move('meeting of the family'))).toEqual(['parent', 'coordinator']);
	// The other home sees it, and a guest is asked to come; neither decides.
	expect(await allowed(move('meeting about the child'))).toEqual(['parent', 'coordinator']);
	expect(await allowed(move('meeting with a guest'))).toEqual(['parent', 'coordinator']);
});

on('the place it is at now is the one that was said, home or not', async ({ as, owner }) => {
	await as('parent', move('meeting about the child', `place => 'Skolen', link => 'https://moede.example'`));
	expect(await owner(where('meeting about the child'))).toEqual([
		{ place: 'Skolen', link: 'https://moede.example', is_home: false },
	]);
	await as('coordinator', move('meeting without a place', `place => 'Hjemme', is_home => true`));
	expect(await owner(where('meeting without a place'))).toEqual([
		{ place: 'Hjemme', link: null, is_home: true },
	]);
});

on('it says what is another now, by the row and not by what was typed', async ({ as }) => {
	const to = (start: string, end: string, where = `place => 'Biblioteket'`, before = 0) =>
		as(
			'parent',
			`select move_meeting('@meeting of the family', now() + interval '${start}', now() + interval '${end}',
				(select revision - ${before} from meeting where id = '@meeting of the family'), ${where}) as changed`,
		);
	const school = `place => 'Skolen'`;
	const online = `${school}, link => 'https://moede.example'`;
	expect(await to('48 hours', '49 hours')).toEqual([{ changed: 'time' }]);
	expect(await to('48 hours', '49 hours', school)).toEqual([{ changed: 'place' }]);
	expect(await to('48 hours', '49 hours', online)).toEqual([{ changed: 'link' }]);
	expect(await to('48 hours', '49 hours', `${online}, is_home => true`)).toEqual([{ changed: 'home' }]);
	// Sent twice, it was done all the same; sent as it was drawn, nothing was.
	expect(await to('48 hours', '49 hours', `${online}, is_home => true`, 1)).toEqual([{ changed: 'already' }]);
	expect(await to('48 hours', '49 hours', `${online}, is_home => true`)).toEqual([{ changed: 'nothing' }]);
	expect(await to('48 hours', '50 hours')).toEqual([{ changed: 'time' }]);
	expect(await to('47 hours', '50 hours')).toEqual([{ changed: 'time' }]);
	expect(await to('47 hours', '48 hours')).toEqual([{ changed: 'time' }]);
});

on('with no place it is not moved either', async ({ as, refusal, owner }) => {
	expect(await refusal('parent', move('meeting of the family', `place => ' '`))).toBe('23514');
	await as('parent', `select 1`);
	expect(
		await owner(`select from meeting where id = '@meeting of the family' and moved_from is not null`),
	).toEqual([]);
});

on('what is cancelled is not moved', async ({ as, refusal }) => {
	await as('parent', `update meeting set cancelled_at = now() where id = '@meeting of the family'`);
	expect(await refusal('parent', move('meeting of the family'))).toBe('42501');
});

on(
	'a home is shown to the other home when asked to come, and a place that is none',
	async ({ as, owner }) => {
		expect(await as('other-parent', where('meeting about the child'))).toEqual([]);
		await as(
			'parent',
			`insert into meeting_attendee (meeting_id, family_id, person_id)
			values ('@meeting about the child', '@family', '@other-parent')`,
		);
		expect(await as('other-parent', where('meeting about the child'))).toHaveLength(1);
		await owner(`delete from meeting_attendee where person_id = '@other-parent' and family_id = '@family'`);
		await as('parent', move('meeting about the child'));
		expect(await as('other-parent', where('meeting about the child'))).toEqual([
			{ place: 'Biblioteket', link: null, is_home: false },
		]);
	},
);

on('who says that a place is a home is not written over by a page from before', async (stage) => {
	const { as, answer, owner } = stage;
	const to = (end: string, drawnFrom: number, home: boolean, place = 'Solvej 3') =>
		`select move_meeting('@meeting about the child', now() + interval '2 days', now() + interval '2 days ${end}',
			${drawnFrom}, place => '${place}', is_home => ${home}) as changed`;
	await owner(`update meeting_place set place = 'Solvej 3', is_home = false, link = null
		where meeting_id = '@meeting about the child'`);
	await owner(`update meeting set starts_at = now() + interval '2 days', ends_at = now() + interval '2 days 1 hour',
		revision = 0 where id = '@meeting about the child'`);
	const [{ from }] = (await owner(
		`select revision as from from meeting where id = '@meeting about the child'`,
	)) as [{ from: number }];
	await as('parent', to('1 hour', from, true));
	expect(await as('other-parent', where('meeting about the child'))).toEqual([]);
	const said = await answer('coordinator', to('2 hours', from, false));
	expect(said).toMatchObject({ code: '23514', constraint: 'changed_since' });
	expect(await as('other-parent', where('meeting about the child'))).toEqual([]);
	// What is sent twice is said once more; drawn from what stands there, it goes through.
	expect(await as('parent', to('1 hour', from, true))).toEqual([{ changed: 'already' }]);
	expect(await as('coordinator', to('2 hours', from + 1, true))).toEqual([{ changed: 'time' }]);
});

on('only the household takes the mark of a home off, wherever the meeting is moved to', async (stage) => {
	const { as, rule, owner } = stage;
	const refused = 'family_says_what_is_a_home';
	const said = 'Lærkestien 8, 2. sal';
	await owner(`update meeting_place set place = '${said}' where meeting_id = '@meeting about the child'`);
	const unmarked = [said, 'Laerkestien nr. 8, anden sal', 'Skolen'];
	for (const words of [...unmarked.map((place) => `place => '${place}'`), `link => 'https://moede.example'`])
		expect(await rule('coordinator', move('meeting about the child', words)), words).toBe(refused);
	const directly = `update meeting_place set is_home = false where meeting_id = '@meeting about the child'`;
	expect(await rule('coordinator', directly)).toBe(refused);
	// With its mark the coordinator moves it as before, and from there it comes back no further without.
	expect(
		await rule('coordinator', move('meeting about the child', `place => 'Skolen', is_home => true`)),
	).toBeNull();
	expect(await rule('coordinator', move('meeting about the child', `place => '${said}'`))).toBe(refused);
	expect(await rule('parent', move('meeting about the child', `place => 'Skolen'`))).toBeNull();
	// The coordinator puts it on, and not off again.
	await as('coordinator', move('meeting of the family', `place => 'Skolen', is_home => true`));
	expect(await rule('coordinator', move('meeting of the family', `place => 'Skolen'`))).toBe(refused);
});

on('who says nothing of what it was drawn from moves nothing', async ({ answer }) => {
	const blindly = `select move_meeting('@meeting of the family', now() + interval '2 days', now() + interval '3 days',
		null, place => 'Biblioteket')`;
	expect(await answer('parent', blindly)).toMatchObject({ constraint: 'changed_since' });
});
