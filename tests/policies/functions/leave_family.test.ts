/** An adult leaves a family by themselves: who may, what ends with it, and how one comes back. */
import { expect, idOf, on, type Stage } from '../stage.ts';

const leave = (place: string) => `select leave_family('@${place}')`;
/** The guest is in the family too, for long, as a parent or a relative. */
const withGuest = async ({ owner, longAgo }: Stage, role: 'parent' | 'relative' = 'parent') => {
	await owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@guest there', '@family', '@guest', '${role}', now() - interval '80 days')`);
	await longAgo(`delete from family_event`);
};

on('one’s own place, and nobody else’s', async (stage) => {
	await withGuest(stage);
	expect(await stage.allowed(leave('guest there'))).toEqual(['guest']);
	expect(await stage.allowed(leave('parent in family'))).toEqual(['parent']);
	expect(await stage.allowed(leave('young person in family'))).toEqual(['young-person']);
	expect(await stage.allowed(leave('former partner in family')), 'left twice is left once').toEqual([
		'former-partner',
	]);
	expect(await stage.refusal('parent', leave('new')), 'one that is none').toBe('42501');
	const of = (family: string) => `select leave_family('@guest there', '@${family}')`;
	expect(await stage.refusal('guest', of('other home')), 'of another family than the page said').toBe(
		'42501',
	);
	expect(await stage.refusal('guest', of('family'))).toBeNull();
});

on('not under 18, nor while nobody knows the age of a child', async (stage) => {
	await withGuest(stage);
	const { owner, rule } = stage;
	for (const [who, place] of [
		['young-person', 'young person in family'],
		['child', 'child in family'],
		['child', 'child in other home'],
	] as const) {
		expect(await rule(who, leave(place)), place).toBe('adult_leaves_alone');
	}
	await owner(
		`insert into birth (person_id, born_on) values ('@guest', private.today() - interval '17 years')`,
	);
	expect(await rule('guest', leave('guest there'))).toBe('adult_leaves_alone');
	await owner(`update birth set born_on = '1990-01-01' where person_id = '@guest'`);
	expect(await rule('guest', leave('guest there'))).toBeNull();
	await owner(`delete from birth where person_id = '@young-person'`);
	expect(await rule('young-person', leave('young person in family')), 'nobody knows its age').toBe(
		'adult_leaves_alone',
	);
	await owner(`insert into birth (person_id, born_on) values ('@young-person', '2000-01-01')`);
	expect(await rule('young-person', leave('young person in family')), 'a grown child').toBeNull();
});

on('never a family with children and no adult to decide', async (stage) => {
	const { owner, rule } = stage;
	const parent = () => rule('parent', leave('parent in family'));
	expect(await parent(), 'a grandmother decides for nobody').toBe('family_keeps_an_adult');
	await withGuest(stage, 'relative');
	expect(await parent()).toBe('family_keeps_an_adult');
	expect(await rule('guest', leave('guest there')), 'a relative').toBeNull();
	await owner(`update member set role = 'parent' where id = '@guest there'`);
	expect(await parent()).toBeNull();
	await owner(
		`insert into birth (person_id, born_on) values ('@guest', private.today() - interval '17 years')`,
	);
	expect(await parent(), 'beside a parent of 17').toBe('family_keeps_an_adult');
	await owner(`update member set left_at = now() where id = '@guest there'`);
	await owner(`update birth set born_on = '2000-01-01' where person_id in ('@young-person', '@child')`);
	expect(await parent(), 'among adults').toBeNull();
	await owner(`update member set left_at = now() where family_id = '@family' and left_at is null
		and person_id <> '@parent'`);
	expect(await parent(), 'the last of all').toBe('family_keeps_an_adult');
});

on(
	'the only adult beside a parent of 17 stays, whatever they are; who is put out by that parent goes',
	async (stage) => {
		const { owner, rule } = stage;
		await owner(
			`update birth set born_on = private.today() - interval '17 years' where person_id = '@parent'`,
		);
		await owner(`delete from member where id = '@grandmother in family'`);
		await withGuest(stage, 'relative');
		expect(await rule('guest', leave('guest there'))).toBe('family_keeps_an_adult');
		expect(await rule('parent', `select put_out('@guest there')`)).toBeNull();
	},
);

/** What is written into a family, each by the parent it was written for. */
const writes = [
	`insert into goal (id, family_id, title, created_by) values ('@new', '@family', 'Ro', '@me')`,
	`insert into goal_progress (id, goal_id, family_id, noted_by, note) values ('@new', '@goal of the family', '@family', '@me', 'Ja')`,
	`insert into agenda_point (id, meeting_id, family_id, author_id, wording) values ('@new', '@meeting of the family', '@family', '@me', 'Et punkt')`,
	`insert into share (id, owner_id, topic, professional_id, valid_until) values ('@new', '@me', 'ladder', '@teacher', private.today() + 9)`,
	`select propose_meeting('@new', '@family', 'other', 'Kaffe', now() + interval '3 days', now() + interval '73 hours',
		array['@me']::uuid[], array[''], place => 'Hos os')`,
	`select answer_meeting('@meeting of the family', '@me', 'coming', 0)`,
	`select say_yes_to_plan('@version of the family')`,
	`select agree_plan('@new', '@family', '{}', plan_as_read('@family'))`,
	`select agree_to_invitation('@invitation of an aunt')`,
	`select choose_coordinator('@new', '@family', '@teacher')`,
	`select end_coordinator_choice('@coordinator accepted')`,
	`select put_out('@newcomer there')`,
	`with done as (update family set name = 'Nye' where id = '@family' returning id) select 1 / count(*) from done`,
];
/** Whose rows of the family somebody reads. */
const reads = [
	'goal',
	'goal_wording',
	'goal_progress',
	'plan',
	'meeting',
	'agenda_point',
	'member',
	'team_member',
	'enrolment',
	'invitation',
	'family_offer',
	'plan_version',
	'coordinator_choice',
];
const seen = async ({ as }: Stage) => {
	const rows = await as(
		'guest',
		reads.map((name) => `select '${name}' as name from ${name} where family_id = '@family'`).join(' union '),
	);
	return rows.map(({ name }) => name).sort();
};

on('what is decided by being in the family changes in the next statement', async (stage) => {
	await withGuest(stage);
	const { owner, as, refusal } = stage;
	await owner(`delete from meeting_attendee where person_id = '@guest'`);
	await owner(`update coordinator_choice set ended_at = now() where id = '@adviser is asked'`);
	await owner(`insert into member (id, family_id, person_id, role)
		values ('@newcomer there', '@family', '@stranger-parent', 'relative')`);
	await owner(`insert into meeting_attendee (meeting_id, person_id, family_id, answer, answered_at)
		values ('@meeting of the family', '@guest', '@family', 'coming', now())`);
	await as(
		'guest',
		`insert into share (id, owner_id, topic, professional_id, valid_until)
		values ('@shared', '@me', 'ladder', '@teacher', private.today() + 30)`,
	);
	expect(await seen(stage)).toEqual([...reads].sort());
	for (const sql of writes) expect(await refusal('guest', sql), sql).toBeNull();
	await as('guest', leave('guest there'));
	expect(await seen(stage)).toEqual([]);
	expect(await as('guest', `select id from family where id = '@family'`)).toEqual([]);
	expect(await as('guest', `select id from person where id in ('@parent', '@child')`)).toEqual([]);
	for (const sql of writes) expect(['42501', '22012'], sql).toContain(await refusal('guest', sql));
	expect(await owner(`select ended_as::text from share where id = '@shared'`)).toEqual([
		{ ended_as: 'left' },
	]);
	expect(
		await owner(`select answer, said_before_leaving from meeting_attendee
			where meeting_id = '@meeting of the family' and person_id = '@guest'`),
	).toEqual([{ answer: null, said_before_leaving: 'coming' }]);
});

on('a yes to an invitation that nobody has used is to be said again', async (stage) => {
	await withGuest(stage);
	await stage.owner(
		`update invitation set agreed_by = '@guest', agreed_at = now() where id = '@invitation of an aunt'`,
	);
	const waits = `select waits from invitations_open(array['@invitation of an aunt']::uuid[])`;
	expect(await stage.as('parent', waits)).toEqual([{ waits: false }]);
	await stage.as('guest', leave('guest there'));
	expect(await stage.as('parent', waits)).toEqual([{ waits: true }]);
});

on(
	'the others are told from 13, and the log says that they saw to it; they read that line themselves',
	async (stage) => {
		await withGuest(stage);
		const { as } = stage;
		await as('guest', leave('guest there'));
		const told = `select kind::text, name, by_themselves, may_refuse, reason::text from arrivals()`;
		const line = { kind: 'left', name: 'Gitte', by_themselves: true, may_refuse: false, reason: null };
		for (const who of ['parent', 'young-person'] as const) expect(await as(who, told), who).toEqual([line]);
		// The other home of the child is told that it has an adult less there, and not who it was.
		const less = { kind: 'parent_left_elsewhere', name: 'Carl', by_themselves: false };
		expect(await as('other-parent', told)).toEqual([{ ...less, may_refuse: false, reason: null }]);
		for (const who of ['child', 'guest', 'coordinator', 'project-lead', 'stranger-parent'] as const)
			expect(await as(who, told), who).toEqual([]);
		const log = `select person_id, by_id, elsewhere, reason from family_event where kind = 'left'`;
		const own = { person_id: idOf('guest'), by_id: idOf('guest'), elsewhere: 'Os på Bakken', reason: null };
		for (const who of ['parent', 'guest'] as const) expect(await as(who, log), who).toEqual([own]);
		for (const who of ['child', 'other-parent', 'teacher', 'project-lead'] as const)
			expect(await as(who, log), who).toEqual([]);
		await as('parent', `insert into event_seen (event_id, person_id) select event_id, '@me' from arrivals()`);
		expect(await as('parent', told)).toEqual([]);
	},
);

on('whom a parent put out reads nothing of who did it', async (stage) => {
	await withGuest(stage);
	await stage.as('parent', `select put_out('@guest there')`);
	expect(await stage.as('guest', `select id from family_event`)).toEqual([]);
});

on('a parent of a child that has another home with them goes on seeing what is about it', async (stage) => {
	await stage.owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@other parent here', '@family', '@other-parent', 'parent', now() - interval '80 days')`);
	const goals = `select title from goal where id in ('@goal of the family', '@goal about the child')`;
	expect(await stage.as('other-parent', goals)).toHaveLength(2);
	await stage.as('other-parent', leave('other parent here'));
	expect(await stage.as('other-parent', goals)).toHaveLength(1);
	expect(
		await stage.as('other-parent', `select id from member where family_id = '@other home'`),
	).toHaveLength(2);
});

on('one comes back by an invitation with a yes, as anybody; the page of before says so', async (stage) => {
	await withGuest(stage);
	const { as, owner, rule } = stage;
	await as('guest', leave('guest there'));
	expect(await rule('guest', leave('guest there')), 'pressed twice').toBeNull();
	await owner(`insert into invitation (id, municipality_id, family_id, invitee_name, member_role, invited_by)
		values ('@comes back', '@municipality', '@family', 'Gitte', 'parent', '@coordinator')`);
	await owner(
		`insert into private.invitation_code (invitation_id, code_hash) values ('@comes back', repeat('f', 64))`,
	);
	const joins = `select accept_invitation_as_me(repeat('f', 64))`;
	expect(await rule('guest', joins)).toBe('invitation_has_a_yes');
	await as('parent', `select agree_to_invitation('@comes back')`);
	await as('guest', joins);
	expect(await rule('guest', leave('guest there'))).toBe('in_family_again');
	expect(await as('parent', `select kind::text from arrivals()`)).toEqual([{ kind: 'joined' }]);
	expect(
		await owner(`select answer from meeting_attendee where person_id = '@guest' and answer is not null`),
	).toEqual([]);
});
