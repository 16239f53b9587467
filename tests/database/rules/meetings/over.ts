/** What a time that has been, or is about to be, allows. */
import { expect, on, type Stage } from '../../../policies/stage.ts';

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
	for (const answer of [`'not_coming'`, `'coming'`, 'null'])
		expect(await refusal('parent', say(answer)), answer).toBe('23514');
	expect(
		await stage.owner(`select answer::text from meeting_attendee where meeting_id = '@over' order by 1`),
	).toEqual([{ answer: 'coming' }, { answer: 'coming' }]);
	// What a phone sent in time, and did not hear of, it sends once more.
	await stage.longAgo(
		`update meeting_attendee set said_at = now() - interval '1 second' where meeting_id = '@over'`,
	);
	const [{ saidAt }] = (await stage.owner(
		`select max(said_at)::text as "saidAt" from meeting_attendee where meeting_id = '@over'`,
	)) as [{ saidAt: string }];
	expect(
		await refusal(
			'parent',
			`${say(`'coming'`)} and set_config('request.jwt.claims', jsonb_build_object('sub', '@me', 'made_at',
				timestamptz '${saidAt}')::text, true) is not null`,
		),
	).toBeNull();
});
