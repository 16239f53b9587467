/** What the triggers keep true of meetings, whoever writes and however. */
import { expect, idOf, on, type Stage } from '../../policies/stage.ts';

on('attendees and points carry the family of their meeting', async ({ refusal, owner }) => {
	const ask = `insert into meeting_attendee (meeting_id, person_id, family_id)
		values ('@meeting of strangers', '@grandmother', '@family')`;
	const bring = `insert into agenda_point (id, meeting_id, family_id, author_id, wording)
		values ('@new', '@meeting of strangers', '@family', '@me', 'Et punkt')`;
	expect(await refusal('parent', ask)).toBe('23503');
	expect(await refusal('parent', bring)).toBe('23503');
	await expect(owner(ask)).rejects.toThrow('"attendee_belongs_to_its_meeting"');
});

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
		expect(await rule('parent', change(`wording = 'Vinterferien'`))).toBe('meeting_is_held');
		await as('parent', change('removed_at = now()'));
		expect(await rule('parent', change('removed_at = null'))).toBe('meeting_is_held');
		await as('parent', `update meeting set cancelled_at = null where id = '@meeting of the family'`);
		expect(await rule('parent', change('removed_at = null'))).toBeNull();
	},
);

on('nothing is added to a meeting that is cancelled', async ({ as, refusal }) => {
	await as('parent', `update meeting set cancelled_at = now() where id = '@meeting of the family'`);
	const bring = `insert into agenda_point (id, meeting_id, family_id, author_id, wording)
		values ('@new', '@meeting of the family', '@family', '@me', 'Et punkt')`;
	expect(await refusal('parent', bring)).toBe('23514');
});

on(
	'a meeting that is moved asks everybody again, except who moved it, and keeps when it was',
	async ({ as, owner }) => {
		const answers = () =>
			owner(`select person_id, answer::text, answered_at is null as unasked from meeting_attendee
			where meeting_id = '@meeting of the family' and answer is not null`);
		const record = async () =>
			(
				await owner(
					`select moved_from is not null as moved, revision from meeting where id = '@meeting of the family'`,
				)
			)[0];
		const change = (set: string) =>
			as('parent', `update meeting set ${set} where id = '@meeting of the family'`);
		for (const who of ['parent', 'young-person', 'teacher'] as const) {
			await as(
				who,
				`update meeting_attendee set answer = 'coming'
				where meeting_id = '@meeting of the family' and person_id = '@me'`,
			);
		}

		await change(`purpose = 'Noget andet', starts_at = starts_at`);
		expect(await answers()).toHaveLength(3);
		expect(await record()).toEqual({ moved: false, revision: 0 });
		await change(`cancelled_at = now()`);
		await change(`cancelled_at = null`);
		expect(await answers()).toHaveLength(3);
		expect(await record()).toEqual({ moved: false, revision: 2 });

		const [{ starts_at: before } = {}] = await owner(
			`select starts_at::text from meeting where id = '@meeting of the family'`,
		);
		await change(`starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'`);
		expect(await answers()).toEqual([{ person_id: idOf('parent'), answer: 'coming', unasked: false }]);
		expect(await record()).toEqual({ moved: true, revision: 3 });
		expect(await owner(`select moved_from::text from meeting where id = '@meeting of the family'`)).toEqual([
			{ moved_from: before },
		]);
	},
);

for (const [how, set] of [
	['lengthened', `ends_at = ends_at + interval '1 hour'`],
	['shortened', `ends_at = ends_at - interval '1 minute'`],
	['begun earlier', `starts_at = starts_at - interval '1 minute'`],
] as const) {
	on(
		`a meeting that is ${how} asks everybody again, except who did it, and is known as moved`,
		async (stage) => {
			const { as, owner } = stage;
			for (const who of ['parent', 'teacher'] as const) {
				await as(
					who,
					`update meeting_attendee set answer = 'coming'
				where meeting_id = '@meeting of the family' and person_id = '@me'`,
				);
			}
			const [{ starts_at: before } = {}] = await owner(
				`select starts_at::text from meeting where id = '@meeting of the family'`,
			);
			await as('parent', `update meeting set ${set} where id = '@meeting of the family'`);
			expect(
				await owner(`select person_id from meeting_attendee
				where meeting_id = '@meeting of the family' and answer is not null`),
			).toEqual([{ person_id: idOf('parent') }]);
			expect(
				await owner(`select moved_from::text, revision from meeting where id = '@meeting of the family'`),
			).toEqual([{ moved_from: before, revision: 1 }]);
		},
	);
}

on('a meeting that is somewhere else is another one, and who comes still does', async ({ as, owner }) => {
	const record = async () =>
		(
			await owner(`select revision, place_moved_at = now() as "hasMoved", moved_from, (
				select count(*)::int from meeting_attendee a where a.meeting_id = m.id and answer is not null
			) as answers from meeting m where id = '@meeting of the family'`)
		)[0];
	const change = (set: string) =>
		as('parent', `update meeting_place set ${set} where meeting_id = '@meeting of the family'`);
	await as(
		'teacher',
		`update meeting_attendee set answer = 'coming' where meeting_id = '@meeting of the family' and person_id = '@me'`,
	);
	await change(`place = place, is_home = is_home`);
	expect(await record()).toEqual({ revision: 0, hasMoved: null, moved_from: null, answers: 1 });
	// Who sees where it is, is another question than where it is.
	await change(`is_home = not is_home`);
	expect(await record()).toEqual({ revision: 1, hasMoved: null, moved_from: null, answers: 1 });
	await change(`place = 'Et andet sted'`);
	expect(await record()).toEqual({ revision: 2, hasMoved: true, moved_from: null, answers: 1 });
	await change(`link = 'https://moede.example/2'`);
	expect(await record()).toEqual({ revision: 3, hasMoved: true, moved_from: null, answers: 1 });
});

/** A meeting of the family that ended so long ago; the parent and the child are asked. */
const meetingThatEnded = async ({ owner }: Stage, ago: string) => {
	await owner(`insert into meeting (id, family_id, purpose, proposed_by, starts_at, ends_at, created_at)
		values ('@over', '@family', 'Status', '@parent', now() - interval '${ago}' - interval '1 hour',
			now() - interval '${ago}', now() - interval '9 days')`);
	await owner(`insert into meeting_attendee (meeting_id, family_id, person_id)
		values ('@over', '@family', '@parent'), ('@over', '@family', '@child')`);
};

on('a meeting that has been is not moved, cancelled or held after all', async (stage) => {
	const { as, refusal } = stage;
	await meetingThatEnded(stage, '3 days');
	const change = (set: string) => `update meeting set ${set} where id = '@over'`;
	for (const set of [
		`starts_at = now(), ends_at = now() + interval '1 hour'`,
		`cancelled_at = now()`,
		`purpose = 'Noget andet'`,
		`kind = 'other'`,
	]) {
		expect(await refusal('parent', change(set)), set).toBe('23514');
		expect(await refusal('coordinator', change(set)), set).toBe('23514');
	}
	await as('parent', change(`purpose = purpose`));
});

on('where a meeting was, who was asked and what was brought stays when it is over', async (stage) => {
	const { answer, as, owner } = stage;
	await meetingThatEnded(stage, '3 days');
	await owner(
		`insert into meeting_place (meeting_id, family_id, place) values ('@over', '@family', 'Skolen')`,
	);
	await owner(`insert into agenda_point (id, meeting_id, family_id, author_id, wording)
		values ('@said', '@over', '@family', '@parent', 'Søvn')`);
	await owner(`insert into meeting (id, family_id, purpose, starts_at, ends_at, created_at)
		values ('@over, nowhere', '@family', 'Status', now() - interval '2 hours', now(), now() - interval '1 day')`);
	for (const change of [
		`update meeting_place set place = 'Et andet sted' where meeting_id = '@over'`,
		`update meeting_place set link = 'https://moede.example' where meeting_id = '@over'`,
		`insert into meeting_place (meeting_id, family_id, place) values ('@over, nowhere', '@family', 'Skolen')`,
		`insert into meeting_attendee (meeting_id, family_id, person_id) values ('@over', '@family', '@teacher')`,
		`insert into agenda_point (id, meeting_id, family_id, author_id, wording)
			values ('@new', '@over', '@family', '@me', 'Søvn')`,
		`update agenda_point set wording = 'Noget andet' where id = '@said'`,
		`update agenda_point set removed_at = now() where id = '@said'`,
	])
		expect(await answer('parent', change), change).toMatchObject({
			code: '23514',
			message: expect.stringContaining('"meeting_is_not_over"'),
		});
	// An address can be protected afterwards too, and not uncovered.
	const protect = (is: boolean) => `update meeting_place set is_home = ${is} where meeting_id = '@over'`;
	await as('parent', protect(true));
	expect(await answer('parent', protect(false))).toMatchObject({ code: '23514' });
});

on('a meeting is called before it is over, now', async ({ as, answer, owner }) => {
	await owner(`grant insert on meeting to authenticated`);
	const call = (ends: string, more = '', values = '') =>
		`insert into meeting (id, family_id, purpose, proposed_by, starts_at, ends_at${more})
			values ('@new', '@family', 'Status', '@me', ${ends} - interval '1 hour', ${ends}${values})`;
	const propose = (ends: string) =>
		`select propose_meeting('@new', '@family', 'network', 'Status', ${ends} - interval '1 hour', ${ends},
			array['@parent']::uuid[], array['']::text[], place => 'Skolen')`;
	for (const over of ['now()', `timestamptz '2021-03-01 12:00Z'`])
		for (const sql of [call(over), call(over, ', created_at', `, '2021-02-01'`), propose(over)])
			expect(await answer('parent', sql), sql).toMatchObject({
				constraint: 'meeting_is_called_before_it_ends',
			});
	await as(
		'parent',
		call(
			`now() + interval '1 minute'`,
			', created_at, cancelled_at, moved_from, place_moved_at, revision',
			`, '2021-02-01', '2021-02-01', '2021-02-01', '2021-02-01', 7`,
		),
	);
	expect(
		await owner(
			`select created_at = now() as now, cancelled_at, moved_from, place_moved_at, revision from meeting where id = '@new'`,
		),
	).toEqual([{ now: true, cancelled_at: null, moved_from: null, place_moved_at: null, revision: 0 }]);
});

on('nothing is moved to a time that has been', async ({ refusal }) => {
	const move = (end: string) =>
		`update meeting set starts_at = now() - interval '2 hours', ends_at = now() + interval '${end}'
			where id = '@meeting of the family'`;
	expect(await refusal('parent', move('1 minute'))).toBeNull();
	expect(await refusal('parent', move('0'))).toBe('23514');
});

on('a meeting is answered until it ends, by nobody afterwards', async (stage) => {
	const { refusal } = stage;
	// A parent answers together with the child, too.
	const say = (answer: string) => `update meeting_attendee set answer = ${answer} where meeting_id = '@over'`;
	await meetingThatEnded(stage, '-1 minute');
	expect(await refusal('parent', say(`'coming'`))).toBeNull();
	await stage.as('parent', say(`'coming'`));
	// The minute goes by: what nobody can do to a meeting, the test does.
	await stage.owner(`set constraints all immediate`);
	await stage.owner(`alter table meeting disable trigger user`);
	await stage.owner(`update meeting set ends_at = now() where id = '@over'`);
	for (const answer of [`'not_coming'`, 'null'])
		expect(await refusal('parent', say(answer)), answer).toBe('23514');
	expect(
		await stage.owner(`select answer::text from meeting_attendee where meeting_id = '@over' order by 1`),
	).toEqual([{ answer: 'coming' }, { answer: 'coming' }]);
});

on('a meeting lies within three years, and in no year 1', async ({ refusal }) => {
	const call = (at: string) => `insert into meeting (id, family_id, purpose, proposed_by, starts_at, ends_at)
		values ('@new', '@family', 'Status', '@me', ${at}, ${at} + interval '1 hour')`;
	expect(await refusal('parent', call(`now() + interval '3 years'`))).toBeNull();
	for (const at of [
		`now() + interval '3 years 1 second'`,
		`timestamptz '0001-01-01'`,
		`timestamptz '9999-12-31'`,
	]) {
		expect(await refusal('parent', call(at)), at).toBe('23514');
	}
	expect(await refusal('parent', call(`timestamptz '2027-02-30'`))).toBe('22008');
	const move = `update meeting set starts_at = now() + interval '4 years', ends_at = now() + interval '4 years 1 hour'
		where id = '@meeting of the family'`;
	expect(await refusal('parent', move)).toBe('23514');
});

on('a meeting that is cancelled is answered by nobody', async ({ as, refusal }) => {
	const answer = `update meeting_attendee set answer = 'not_coming'
		where meeting_id = '@meeting of the family' and person_id = '@me'`;
	expect(await refusal('young-person', answer)).toBeNull();
	await as('parent', `update meeting set cancelled_at = now() where id = '@meeting of the family'`);
	expect(await refusal('young-person', answer)).toBe('23514');
});
