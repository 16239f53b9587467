/** What the triggers keep true, whoever writes and however. */
import { expect, idOf, on, type Stage } from '../policies/stage.ts';

on(
	'a goal is about a member of its family, and says so only to those who may write there',
	async ({ refusal }) => {
		const goal = (about: string) =>
			`insert into goal (id, family_id, about_id, title, created_by)
			values ('@new', '@family', '@${about}', 'Ord', '@me')`;
		expect(await refusal('parent', goal('child'))).toBeNull();
		expect(await refusal('parent', goal('stranger-child'))).toBe('23514');
		expect(await refusal('parent', goal('former-partner'))).toBe('23514');
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
	await change(`done_at = 'infinity', changed_at = now(), position = 7`);
	expect(await goal()).toEqual({ made: false, changed: false, done: false, removed: null });
	await change(`done_at = null`);
	expect(await goal()).toEqual({ made: false, changed: true, done: null, removed: null });
	await change(`removed_at = 'infinity'`);
	expect(await goal()).toMatchObject({ removed: true });
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

on('attendees and points carry the family of their meeting', async ({ refusal, owner }) => {
	const ask = `insert into meeting_attendee (meeting_id, person_id, family_id)
		values ('@meeting of strangers', '@grandmother', '@family')`;
	const bring = `insert into agenda_point (id, meeting_id, family_id, author_id, wording)
		values ('@new', '@meeting of strangers', '@family', '@me', 'Et punkt')`;
	expect(await refusal('parent', ask)).toBe('23503');
	expect(await refusal('parent', bring)).toBe('23503');
	await expect(owner(ask)).rejects.toThrow('"attendee_belongs_to_its_meeting"');
});

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
		await change(`ends_at = ends_at + interval '1 hour'`);
		await change(`cancelled_at = now()`);
		await change(`cancelled_at = null`);
		expect(await answers()).toHaveLength(3);
		expect(await record()).toEqual({ moved: false, revision: 3 });

		const [{ starts_at: before } = {}] = await owner(
			`select starts_at::text from meeting where id = '@meeting of the family'`,
		);
		await change(`starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'`);
		expect(await answers()).toEqual([{ person_id: idOf('parent'), answer: 'coming', unasked: false }]);
		expect(await record()).toEqual({ moved: true, revision: 4 });
		expect(await owner(`select moved_from::text from meeting where id = '@meeting of the family'`)).toEqual([
			{ moved_from: before },
		]);
	},
);

/** A meeting of the family that ended so long ago; the parent and the child are asked. */
const meetingThatEnded = async ({ owner }: Stage, ago: string) => {
	await owner(`insert into meeting (id, family_id, purpose, proposed_by, starts_at, ends_at)
		values ('@over', '@family', 'Status', '@parent',
			now() - interval '${ago}' - interval '1 hour', now() - interval '${ago}')`);
	await owner(`insert into meeting_attendee (meeting_id, family_id, person_id)
		values ('@over', '@family', '@parent'), ('@over', '@family', '@child')`);
};

on('a meeting that has been is not moved, cancelled or held after all', async (stage) => {
	const { as, refusal } = stage;
	await meetingThatEnded(stage, '3 days');
	const change = (set: string) => `update meeting set ${set} where id = '@over'`;
	for (const set of [`starts_at = now(), ends_at = now() + interval '1 hour'`, `cancelled_at = now()`]) {
		expect(await refusal('parent', change(set)), set).toBe('23514');
		expect(await refusal('coordinator', change(set)), set).toBe('23514');
	}
	// What it was about can still be put right.
	await as('parent', change(`purpose = 'Noget andet'`));
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

on('an answer and its time come together, and the database says when', async ({ as, owner }) => {
	const mine = `where meeting_id = '@meeting of the family' and person_id = '@parent'`;
	const said = async () =>
		(await owner(`select answer::text, answered_at = now() as "isNow" from meeting_attendee ${mine}`))[0];
	await as('parent', `update meeting_attendee set answer = 'coming' ${mine}`);
	expect(await said()).toEqual({ answer: 'coming', isNow: true });
	await owner(`update meeting_attendee set answered_at = '2001-01-01' ${mine}`);
	expect(await said()).toEqual({ answer: 'coming', isNow: true });
	await as('parent', `update meeting_attendee set answer = null ${mine}`);
	expect(await said()).toEqual({ answer: null, isNow: null });
	await expect(
		owner(`insert into meeting_attendee (meeting_id, family_id, person_id, answer)
			values ('@meeting of the family', '@family', '@child', 'coming')`),
	).rejects.toThrow('"answer_comes_with_its_time"');
});

// What somebody does, the database says when; whatever time is sent. Once more changes nothing, taking it back empties it.
const stamped = [
	['meeting', 'cancelled_at', `id = '@meeting of the family'`, 'parent', true],
	['agenda_point', 'removed_at', `id = '@point of the parent'`, 'parent', true],
	['scale', 'retired_at', `id = '@scale of the parent'`, 'parent', true],
	['share', 'withdrawn_at', `id = '@parent shares with coordinator'`, 'parent', false],
] as const;
for (const [table, column, where, who, canBeTakenBack] of stamped) {
	on(`${table}.${column} is when it happened, not what somebody sends`, async ({ as, owner }) => {
		const set = (value: string) => as(who, `update ${table} set ${column} = ${value} where ${where}`);
		const is = async () =>
			(
				await owner(
					`select ${column} = now() as now, ${column} is null as empty from ${table} where ${where}`,
				)
			)[0];
		await set(`'2001-01-01'`);
		expect(await is()).toEqual({ now: true, empty: false });
		await owner(`update ${table} set ${column} = '2001-01-01' where ${where}`);
		expect(await is()).toEqual({ now: true, empty: false });
		if (!canBeTakenBack) return;
		await set('null');
		expect(await is()).toEqual({ now: null, empty: true });
	});
}

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

on('whether a point comes from the family is a fact', async ({ as, owner }) => {
	const meeting = (who: string) => (who === 'guest' ? 'meeting with a guest' : 'meeting about the child');
	// A teacher who is also the mother of the family is its mother here.
	await owner(
		`insert into job (id, person_id, organisation_id, municipality_id, profession)
			values ('@new', '@parent', '@school', '@municipality', 'Lærer')`,
	);
	for (const [who, fromFamily] of [
		['parent', true],
		['child', true],
		['other-parent', true],
		['coordinator', false],
		['guest', false],
	] as const) {
		await as(
			who,
			`insert into agenda_point (id, meeting_id, family_id, author_id, wording)
				values ('@point by ${who}', '@${meeting(who)}', '@family', '@me', 'Et punkt')`,
		);
		expect(await owner(`select from_family from agenda_point where id = '@point by ${who}'`), who).toEqual([
			{ from_family: fromFamily },
		]);
	}
});

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
});

on("an answer is from the last 30 days, not from the future, and on one's own scale", async ({ refusal }) => {
	const rate = (at: string, scale: string) =>
		`insert into rating (id, person_id, topic, scale_id, answers, rated_at)
			values ('@new', '@me', 'scale', '@${scale}', '{4}', now() + interval '${at}')`;
	expect(await refusal('parent', rate('-3 days', 'scale of the parent'))).toBeNull();
	expect(await refusal('parent', rate('5 minutes', 'scale of the parent'))).toBeNull();
	expect(await refusal('parent', rate('5 minutes 1 second', 'scale of the parent'))).toBe('23514');
	expect(await refusal('parent', rate('-30 days', 'scale of the parent'))).toBeNull();
	expect(await refusal('parent', rate('-30 days -1 second', 'scale of the parent'))).toBe('23514');
	expect(await refusal('parent', rate('0', 'scale of strangers'))).toBe('23503');
});

on('nobody answered before they were here', async ({ owner, refusal }) => {
	await owner(`update person set created_at = now() - interval '1 day' where id = '@parent'`);
	const rate = (at: string) => `insert into rating (id, person_id, topic, answers, rated_at)
		values ('@new', '@me', 'ladder', '{4}', now() - interval '1 day' - interval '${at}')`;
	expect(await refusal('parent', rate('5 minutes'))).toBeNull();
	expect(await refusal('parent', rate('5 minutes 1 second'))).toBe('23514');
});

on(
	"a draft is on one's own scale, at most as long as its instrument, within its numbers",
	async ({ refusal }) => {
		const begin = (topic: string, answers: string, scale = 'null') =>
			`insert into rating_draft (person_id, topic, scale_id, answers) values ('@me', '${topic}', ${scale}, '${answers}')
			on conflict (person_id, topic, scale_id) do update set answers = excluded.answers`;
		const own = `'@scale of the parent'`;
		for (const [topic, answers, scale] of [
			['who5', '{}'],
			['who5', '{0,null,5,null,null}'],
			['ladder', '{null,10}'],
			['scale', '{10}', own],
			['scale', '{null}', own],
		] as const) {
			expect(await refusal('parent', begin(topic, answers, scale)), `${topic} ${answers}`).toBeNull();
		}
		expect(await refusal('child', begin('smiley', '{5}'))).toBeNull();
		for (const [topic, answers, scale] of [
			['who5', '{0,1,2,3,4,5}'],
			['who5', '{0,6}'],
			['who5', '{-1,null}'],
			['who5', '{{1,2},{3,4}}'],
			['ladder', '{1,2,3}'],
			['ladder', '{11,null}'],
			['ladder', '{-1}'],
			['scale', '{1,2}', own],
			['scale', '{11}', own],
			['scale', '{-1}', own],
		] as const) {
			expect(await refusal('parent', begin(topic, answers, scale)), `${topic} ${answers}`).toBe('23514');
		}
		for (const answers of ['{0}', '{6}', '{1,1}']) {
			expect(await refusal('child', begin('smiley', answers)), `smiley ${answers}`).toBe('23514');
		}
		expect(await refusal('parent', begin('scale', '{1}', `'@scale of strangers'`))).toBe('23503');
	},
);

on('when a draft was changed is a fact', async ({ as, owner }) => {
	await owner(`update rating_draft set changed_at = '2001-01-01' where person_id = '@parent'`);
	await as('parent', `update rating_draft set answers = '{2}' where person_id = '@me'`);
	expect(
		await owner(`select changed_at = now() as now from rating_draft where person_id = '@parent'`),
	).toEqual([{ now: true }]);
});

on('who leaves the team is no longer coordinator, nor asked', async ({ as, owner }) => {
	for (const place of ['coordinator in team', 'adviser in team']) {
		await as('project-lead', `update team_member set left_at = now() where id = '@${place}'`);
	}
	expect(
		await owner(`select id from coordinator_choice
			where family_id = '@family' and ended_at is null and answer is distinct from 'declined'`),
	).toEqual([]);
	const [declined] = await owner(`select ended_at from coordinator_choice where id = '@teacher declined'`);
	expect(declined).toEqual({ ended_at: null });
});

on('who left the job and comes back finds no family open', async ({ as, owner }) => {
	await owner(
		`insert into identity (provider, subject, person_id) values ('mitid', 'nurse', '@former-nurse')`,
	);
	// The fixture's nurse has left the job, and nobody took her out of the team.
	await as('session-keeper', `select accept_invitation(repeat('5', 64), 'mitid', 'nurse')`);
	expect(await as('former-nurse', `select id from goal`)).toEqual([]);
	expect(await as('former-nurse', `select id from share`)).toEqual([]);
	await owner(`update job set left_at = now() where id = '@job of coordinator'`);
	expect(
		await owner(`select from team_member where professional_id = '@coordinator' and left_at is null`),
	).toEqual([]);
	expect(
		await owner(
			`select ended_at is null as "inForce" from coordinator_choice where id = '@coordinator accepted'`,
		),
	).toEqual([{ inForce: false }]);
});

on('a new sharing choice takes the place of the former, and of no other', async ({ as, owner }) => {
	// Everybody's choices in force: of other topics with the same professional, of the same topic with other
	// professionals, and of the same topic with the same professional by another owner.
	const held = async () =>
		(
			await owner(
				`select id from share where withdrawn_at is null and valid_until >= private.today() order by id`,
			)
		).map(({ id }) => id);
	await owner(`insert into share (id, owner_id, topic, professional_id, valid_until)
		values ('@young person shares with coordinator', '@young-person', 'who5', '@coordinator', private.today() + 60),
			('@parent shares with teacher', '@parent', 'who5', '@teacher', private.today() + 60)`);
	const before = await held();
	expect(before).toContain(idOf('parent shares the ladder with coordinator'));
	expect(before).toContain(idOf('parent shares with teacher'));
	await as(
		'parent',
		`insert into share (id, owner_id, topic, professional_id, valid_until)
			values ('@renewed', '@parent', 'who5', '@coordinator', private.today() + 90)`,
	);
	expect((await held()).sort()).toEqual(
		[...before.filter((id) => id !== idOf('parent shares with coordinator')), idOf('renewed')].sort(),
	);
	const replaced = await owner(
		`select withdrawn_at = now() as now from share where id = '@parent shares with coordinator'`,
	);
	expect(replaced, 'and it says when').toEqual([{ now: true }]);
	const expired = await owner(`select withdrawn_at from share where id = '@parent shared with teacher'`);
	expect(expired, 'what had expired was not withdrawn').toEqual([{ withdrawn_at: null }]);
});
