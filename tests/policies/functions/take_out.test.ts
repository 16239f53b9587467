/**
 * The municipality takes somebody out of a family after a word from it: by name and as what, with a reason that is
 * told. In three files on one database.
 */
import { expect, idOf, on } from '../stage.ts';
import './take-out/own-side.ts';
import { gone, takeOut, withGuest } from './take-out/taking.ts';
import './take-out/whom.ts';

on('the project lead of the municipality, and nobody else', async (stage) => {
	await withGuest(stage);
	expect(await stage.allowed(takeOut('Gitte'))).toEqual(['project-lead']);
	expect(await stage.allowed(takeOut('Fatima', 'parent', 'decided', 'far family'))).toEqual([]);
	expect(await stage.refusal('project-lead', takeOut('Gitte', 'parent', 'decided', 'new'))).toBe('42501');
	await stage.owner(`update job set left_at = now() where id = '@job of project-lead'`);
	expect(await stage.refusal('project-lead', takeOut('Gitte'))).toBe('42501');
});

on('never without a reason, also past the form', async (stage) => {
	await withGuest(stage);
	expect(
		await stage.rule(
			'project-lead',
			`select take_out('@press', '@family', 'Gitte', 'parent', null::leaving_reason)`,
		),
	).toBe('leaving_has_a_reason');
});

on('a child under 15 keeps a home, and does so when the course is over', async (stage) => {
	const { owner, rule } = stage;
	await owner(`update member set left_at = now() where person_id = '@child' and family_id = '@other home'`);
	const carl = () => rule('project-lead', takeOut('Carl', 'child'));
	expect(await carl()).toBe('child_keeps_a_home');
	await owner(`delete from birth where person_id = '@child'`);
	expect(await carl(), 'whose age nobody knows').toBe('child_keeps_a_home');
	await owner(
		`insert into birth (person_id, born_on) values ('@child', private.today() - interval '15 years')`,
	);
	expect(await carl(), 'who comes back by themselves').toBeNull();
	await owner(`update birth set born_on = '2020-01-01' where person_id = '@child'`);
	await owner(
		`update enrolment set ended_on = private.today() where family_id = '@family' and ended_on is null`,
	);
	expect(await carl(), 'which may begin again').toBe('child_keeps_a_home');
});

on(
	'a grown child is not the last to go either, nor leaves a child alone; who is under 18 was no adult',
	async (stage) => {
		const { owner, rule } = stage;
		await owner(`update birth set born_on = '2000-01-01' where person_id = '@young-person'`);
		await owner(`delete from birth where person_id = '@parent'`);
		await owner(
			`update member set left_at = now() where id in ('@parent in family', '@grandmother in family')`,
		);
		const leaves = () => rule('young-person', `select leave_family('@young person in family')`);
		expect(await leaves(), 'with a child of 11 there').toBe('family_keeps_an_adult');
		await owner(`update member set left_at = now() where id = '@child in family'`);
		expect(await leaves(), 'the last of all').toBe('family_keeps_an_adult');
		expect(await rule('project-lead', takeOut('Yasmin', 'child'))).toBe('family_keeps_an_adult');
		await owner(
			`update birth set born_on = private.today() - interval '16 years' where person_id = '@young-person'`,
		);
		expect(await rule('project-lead', takeOut('Yasmin', 'child')), 'at any age').toBe(
			'family_keeps_an_adult',
		);
		await withGuest(stage);
		await owner(
			`insert into birth (person_id, born_on) values ('@guest', private.today() - interval '15 years')`,
		);
		expect(await rule('project-lead', takeOut('Gitte')), 'who alone can say yes').toBe(
			'family_keeps_an_adult',
		);
		await owner(`insert into member (id, family_id, person_id, role)
		values ('@mother there', '@family', '@stranger-parent', 'parent')`);
		await owner(`delete from birth where person_id = '@stranger-parent'`);
		await owner(
			`insert into birth (person_id, born_on) values ('@stranger-parent', private.today() - interval '17 years')`,
		);
		expect(await rule('project-lead', takeOut('Gitte')), 'beside a mother of 17').toBeNull();
	},
);

on('told to the family from 13 and to whom it is about, with name, role, time and why', async (stage) => {
	await withGuest(stage, 'relative');
	const { as } = stage;
	await as('project-lead', takeOut('Gitte', 'relative', 'came_by_mistake'));
	expect(await gone(stage)).toEqual([{ name: 'Gitte' }]);
	const told = `select kind::text, name, by_name, may_refuse, reason::text from arrivals()`;
	const line = { kind: 'left', name: 'Gitte', by_name: 'Pia', may_refuse: false, reason: 'came_by_mistake' };
	for (const who of ['parent', 'young-person'] as const) expect(await as(who, told), who).toEqual([line]);
	expect(await as('child', told)).toEqual([]);
	const log = `select person_name, member_role::text, by_id, by_name, reason::text, elsewhere, happened_at = now() as now
		from family_event where kind = 'left'`;
	const written = {
		person_name: 'Gitte',
		member_role: 'relative',
		by_id: idOf('project-lead'),
		by_name: 'Pia',
		reason: 'came_by_mistake',
		elsewhere: 'Os på Bakken',
		now: true,
	};
	for (const who of ['parent', 'guest'] as const) expect(await as(who, log), who).toEqual([written]);
	for (const who of ['child', 'project-lead', 'coordinator', 'other-parent', 'stranger-parent'] as const)
		expect(await as(who, log), who).toEqual([]);
	// Who is nowhere else says that they have seen it.
	await as('guest', `insert into event_seen (event_id, person_id) select id, '@me' from family_event`);
	expect(
		await stage.refusal(
			'stranger-parent',
			`insert into event_seen (event_id, person_id)
		select '@guest there', '@me'`,
		),
	).toBe('42501');
});

on(
	'what is theirs there ends as when they are put out, and what they write comes too late',
	async (stage) => {
		await withGuest(stage);
		const { as, owner, refusal } = stage;
		await as(
			'guest',
			`insert into share (id, owner_id, topic, professional_id, valid_until)
		values ('@shared', '@me', 'ladder', '@teacher', private.today() + 30)`,
		);
		await as('project-lead', takeOut('Gitte'));
		expect(await owner(`select ended_as::text from share where id = '@shared'`)).toEqual([
			{ ended_as: 'left' },
		]);
		expect(await as('guest', `select id from goal where family_id = '@family'`)).toEqual([]);
		expect(
			await refusal(
				'guest',
				`insert into goal (id, family_id, title, created_by) values ('@new', '@family', 'Ro', '@me')`,
			),
		).toBe('42501');
	},
);

on('a child that is taken out of one home keeps the other', async (stage) => {
	const { as, owner, takenBack } = stage;
	const byWhom = `select by_name from family_event where kind = 'left_elsewhere'`;
	await takenBack(async () => {
		await owner(`update member set joined_at = now() - interval '1 year' where person_id = '@parent'`);
		await as('parent', `select put_out('@child in family')`);
		expect(await as('other-parent', byWhom), 'by whom is that home’s').toEqual([{ by_name: null }]);
	});
	await as('project-lead', takeOut('Carl', 'child', 'decided'));
	const homes = `select family_id from member where person_id = '@child' and left_at is null`;
	expect(await as('child', homes)).toEqual([{ family_id: idOf('other home') }]);
	expect(await as('child', `select id from goal where id = '@goal of the family'`)).toEqual([]);
	expect(await as('other-parent', homes)).toEqual([{ family_id: idOf('other home') }]);
	expect(
		await as('other-parent', `select kind::text from family_event where happened_at = now()`),
	).toContainEqual({ kind: 'left_elsewhere' });
	expect(await as('other-parent', byWhom)).toEqual([{ by_name: 'Pia' }]);
	const why = `select reason::text from family_event where kind = 'left'`;
	expect(await as('child', why), 'a child under 13 hears it from people').toEqual([]);
	await owner(`update birth set born_on = private.today() - interval '13 years' where person_id = '@child'`);
	expect(await as('child', why)).toEqual([{ reason: 'decided' }]);
});

on('never a family with children and no adult to decide; the children first', async (stage) => {
	const { as, rule } = stage;
	expect(await rule('project-lead', takeOut('Mona'))).toBe('family_keeps_an_adult');
	await as('project-lead', takeOut('Carl', 'child'));
	expect(await rule('project-lead', takeOut('Mona'))).toBe('family_keeps_an_adult');
	await as('project-lead', takeOut('Yasmin', 'child'));
	expect(await rule('project-lead', takeOut('Mona')), 'the grandmother is there').toBeNull();
	await as('project-lead', takeOut('Gerda', 'relative'));
	expect(await rule('project-lead', takeOut('Mona')), 'the last of all').toBe('family_keeps_an_adult');
});

on('pressed twice is once; who has come back is taken out again', async (stage) => {
	await withGuest(stage);
	const { as, rule, owner, longAgo } = stage;
	await as('project-lead', takeOut('Gitte'));
	expect(await rule('project-lead', takeOut('Gitte'))).toBeNull();
	expect(await rule('project-lead', takeOut('Gitte', 'parent', 'decided')), 'for another reason').toBe(
		'somebody_is_called_that',
	);
	await longAgo(`update member set left_at = now() - interval '1 hour' where id = '@guest there'`);
	await longAgo(`update family_event set happened_at = now() - interval '1 hour' where kind = 'left'`);
	await owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@guest again', '@family', '@guest', 'parent', now() - interval '1 minute')`);
	expect(await rule('project-lead', takeOut('Gitte')), 'the press of before').toBe('in_family_again');
	await owner(`update person set name = 'Birgit' where id = '@guest'`);
	expect(await rule('project-lead', takeOut('Gitte')), 'and by another name').toBe('in_family_again');
	await owner(`update person set name = 'Gitte' where id = '@guest'`);
	await as('project-lead', takeOut('Gitte', 'parent', 'decided'));
	expect(
		await owner(`select reason::text from family_event where kind = 'left' order by happened_at`),
	).toEqual([{ reason: 'moved_out' }, { reason: 'decided' }]);
});

on(
	'they come back by a new invitation of their name, with a yes; after the 14 days no parent puts them out',
	async (stage) => {
		await withGuest(stage);
		const { as, owner, rule, longAgo } = stage;
		await as('project-lead', takeOut('Gitte'));
		await longAgo(`update family_event set happened_at = now() - interval '1 hour' where kind = 'left'`);
		const invited = (id: string, name: string, digit: string) =>
			owner(`with made as (
		insert into invitation (id, municipality_id, family_id, invitee_name, member_role, invited_by, agreed_at, agreed_by)
		values ('@${id}', '@municipality', '@family', '${name}', 'parent', '@coordinator', now(), '@parent') returning id)
		insert into private.invitation_code (invitation_id, code_hash) select id, repeat('${digit}', 64) from made`);
		await invited('of another', 'Ida', 'e');
		expect(await rule('guest', `select accept_invitation_as_me(repeat('e', 64))`)).toBe(
			'family_invites_who_was_put_out',
		);
		await invited('of hers', 'Gitte', 'f');
		await as('guest', `select accept_invitation_as_me(repeat('f', 64))`);
		await longAgo(`insert into arrival_shown (event_id, person_id, shown_at)
		select id, '@parent', now() - interval '14 days' from family_event where kind = 'joined' and person_id = '@guest'`);
		const putOut = `select put_out(id) from member where person_id = '@guest' and left_at is null`;
		expect(await rule('parent', putOut)).toBe('42501');
		expect(await rule('project-lead', takeOut('Gitte', 'parent', 'decided'))).toBeNull();
	},
);

on('who came back and was put out by a parent is told no reason of before', async (stage) => {
	await withGuest(stage);
	const { as, owner, longAgo } = stage;
	await as('project-lead', takeOut('Gitte'));
	await longAgo(`update family_event set happened_at = now() - interval '2 hours' where kind = 'left'`);
	await longAgo(`update member set left_at = now() - interval '2 hours' where id = '@guest there'`);
	const told = `select reason::text from family_event where kind = 'left'`;
	expect(await as('guest', told)).toEqual([{ reason: 'moved_out' }]);
	await owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@guest again', '@family', '@guest', 'parent', now() - interval '1 hour')`);
	await as('parent', `select put_out('@guest again')`);
	expect(await as('guest', told)).toEqual([]);
});
