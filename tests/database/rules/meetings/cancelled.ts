/** What a meeting that is cancelled allows: what it was to be stays, until it is held after all. */
import { expect, idOf, on } from '../../../policies/stage.ts';

on(
	'a point of a meeting that is cancelled is taken off, and neither put back nor said anew',
	async ({ as, rule }) => {
		await as(
			'parent',
			`insert into agenda_point (id, meeting_id, family_id, author_id, wording)
		values ('@new', '@meeting of the family', '@family', '@me', 'Sommerferien')`,
		);
		await as('parent', `update meeting set cancelled_at = now() where id = '@meeting of the family'`);
		const change = (set: string) => `update agenda_point set ${set} where id = '@new'`;
		for (const set of [`wording = 'Vinterferien'`, `wording = 'Vinterferien', removed_at = now()`])
			expect(await rule('parent', change(set)), set).toBe('meeting_is_held');
		await as('parent', change('removed_at = now()'));
		for (const set of ['removed_at = null', `wording = 'Vinterferien'`])
			expect(await rule('parent', change(set)), set).toBe('meeting_is_held');
		await as('parent', `update meeting set cancelled_at = null where id = '@meeting of the family'`);
		expect(await rule('parent', change('removed_at = null'))).toBeNull();
	},
);

on('nothing is added to a meeting that is cancelled', async ({ as, rule }) => {
	for (const meeting of ['meeting of the family', 'meeting without a place'])
		await as('parent', `update meeting set cancelled_at = now() where id = '@${meeting}'`);
	for (const add of [
		`insert into agenda_point (id, meeting_id, family_id, author_id, wording)
			values ('@new', '@meeting of the family', '@family', '@me', 'Et punkt')`,
		`insert into meeting_attendee (meeting_id, family_id, person_id)
			values ('@meeting of the family', '@family', '@grandmother')`,
		`insert into meeting_place (meeting_id, family_id, place)
			values ('@meeting without a place', '@family', 'Skolen')`,
	])
		for (const who of ['parent', 'coordinator'] as const)
			expect(await rule(who, add), `${who}: ${add}`).toBe('meeting_is_held');
});

on('a meeting that is cancelled is held nowhere else', async ({ as, rule }) => {
	const change = (set: string) =>
		`update meeting_place set ${set} where meeting_id = '@meeting of the family'`;
	const isCancelled = (at: string) =>
		as('parent', `update meeting set cancelled_at = ${at} where id = '@meeting of the family'`);
	await isCancelled('now()');
	for (const who of ['parent', 'coordinator'] as const)
		for (const set of [`place = 'Et andet sted'`, `link = 'https://moede.example'`])
			expect(await rule(who, change(set)), `${who}: ${set}`).toBe('meeting_is_held');
	// An address can be protected all the same, and not uncovered.
	await as('parent', change('is_home = true'));
	expect(await rule('parent', change('is_home = false'))).toBe('meeting_is_held');
	await isCancelled('null');
	expect(await rule('parent', change(`place = 'Et andet sted', is_home = false`))).toBeNull();
});

on('a meeting that is cancelled is neither moved nor said anew', async ({ as, answer }) => {
	const change = (set: string) => `update meeting set ${set} where id = '@meeting of the family'`;
	await as('parent', change('cancelled_at = now()'));
	for (const set of [
		`purpose = 'Noget andet'`,
		`kind = 'other'`,
		`starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'`,
	]) {
		expect((await answer('parent', change(set)))?.constraint).toBe('over_since');
	}
	await as('parent', change('cancelled_at = null'));
	expect(await answer('parent', change(`purpose = 'Noget andet'`))).toBeNull();
});

on('a meeting that is cancelled is answered by nobody', async (stage) => {
	const { as, owner, rule } = stage;
	const answer = (said: string) => `update meeting_attendee set answer = ${said}
		where meeting_id = '@meeting of the family' and person_id = '@me'`;
	const said = () =>
		owner(`select answer::text from meeting_attendee
			where meeting_id = '@meeting of the family' and person_id = '@young-person'`);
	await as('young-person', answer(`'coming'`));
	await as('parent', `update meeting set cancelled_at = now() where id = '@meeting of the family'`);
	for (const other of [`'not_coming'`, 'null'])
		expect(await rule('young-person', answer(other)), other).toBe('meeting_is_held');
	expect(await said()).toEqual([{ answer: 'coming' }]);
	// Who leaves takes theirs along: the meeting may be held after all.
	await owner(`update member set left_at = now() where id = '@young person in family'`);
	expect(await said()).toEqual([{ answer: null }]);
});

on('the same answer is given to no meeting that is cancelled', async ({ as, rule }) => {
	const say = `select answer_meeting('@meeting of the family', '@me', 'coming', 0)`;
	await as('parent', say);
	expect(await rule('parent', say)).toBeNull();
	await as('parent', `update meeting set cancelled_at = now() where id = '@meeting of the family'`);
	expect(await rule('parent', say)).toBe('meeting_is_held');
});

const one = `id = '@meeting of the family'`;
const here = `meeting_id = '@meeting of the family'`;
const said = `select person_id, answer::text from meeting_attendee where ${here} and answer is not null order by answer`;
const answers = [
	['parent', 'coming'],
	['young-person', 'coming'],
	['teacher', 'not_coming'],
] as const;

on('who was to come to a meeting that is held after all is asked again', async ({ as, owner, longAgo }) => {
	for (const [who, answer] of answers)
		await as(who, `update meeting_attendee set answer = '${answer}' where ${here} and person_id = '@me'`);
	await as('coordinator', `update meeting set cancelled_at = now() where ${one}`);
	await longAgo(`update meeting set cancelled_at = now() - interval '2 minutes' where ${one}`);
	await as('parent', `update meeting set cancelled_at = null where ${one}`);
	// But who holds it, and who said no: the day is the same.
	expect(await owner(said)).toEqual([
		{ person_id: idOf('parent'), answer: 'coming' },
		{ person_id: idOf('teacher'), answer: 'not_coming' },
	]);
	expect(await owner(`select revision, held_again from meeting where ${one}`)).toEqual([
		{ revision: 2, held_again: 2 },
	]);
});

on('what is undone at once, and nobody has seen, asks nobody', async ({ as, owner, takenBack }) => {
	for (const [who, answer] of answers)
		await as(who, `update meeting_attendee set answer = '${answer}' where ${here} and person_id = '@me'`);
	const see = `insert into cancellation_seen (meeting_id, person_id, of_revision)
		select m.id, '@me', m.revision from meeting m where ${one}`;
	const undone = async () => {
		await as('coordinator', `update meeting set cancelled_at = null where ${one}`);
		return (await owner(`select held_again from meeting where ${one}`))[0]!['held_again'];
	};
	await as('coordinator', `update meeting set cancelled_at = now() where ${one}`);
	await as('coordinator', see);
	await takenBack(async () => {
		expect(await undone()).toBeNull();
		expect(await owner(said)).toHaveLength(3);
	});
	await as('young-person', see);
	expect(await undone(), 'somebody else has seen it').toBe(2);
	expect(await owner(said)).toEqual([{ person_id: idOf('teacher'), answer: 'not_coming' }]);
});

on('nobody says that a meeting is held after all', async ({ as, owner, refusal }) => {
	const lie = `update meeting set held_again = 0 where ${one}`;
	for (const who of ['parent', 'coordinator'] as const) expect(await refusal(who, lie), who).toBe('42501');
	await owner(`grant update on meeting to authenticated`);
	expect(await refusal('parent', lie)).toBe('42501');
	await owner(`grant insert on meeting to authenticated`);
	await as(
		'parent',
		`insert into meeting (id, family_id, purpose, starts_at, ends_at, proposed_by, held_again)
		values ('@new', '@family', 'Et møde', now() + interval '1 day', now() + interval '25 hours', '@me', 0)`,
	);
	expect(await owner(`select held_again from meeting where id = '@new'`)).toEqual([{ held_again: null }]);
});
