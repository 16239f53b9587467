/** The municipality takes somebody out of a family after a word from it: by name and as what, with a reason that is told. */
import { expect, idOf, on, type Stage } from '../stage.ts';

/** The same words are the same press. */
const takeOut = (name: string, role = 'parent', reason = 'moved_out', family = 'family', bornOn = '') =>
	`select take_out('@press ${name.replaceAll("'", '')} ${role} ${reason} ${bornOn}', '@${family}', '${name}', '${role}', '${reason}'${bornOn && `, '${bornOn}'`})`;
const withGuest = async ({ owner, longAgo }: Stage, role: 'parent' | 'relative' = 'parent') => {
	await owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@guest there', '@family', '@guest', '${role}', now() - interval '80 days')`);
	await longAgo(`delete from family_event`);
};
const gone = ({ owner }: Stage) =>
	owner(`select p.name from member m join person p on p.id = m.person_id where m.left_at = now() order by 1`);

on('the project lead of the municipality, and nobody else', async (stage) => {
	await withGuest(stage);
	expect(await stage.allowed(takeOut('Gitte'))).toEqual(['project-lead']);
	expect(await stage.allowed(takeOut('Fatima', 'parent', 'decided', 'far family'))).toEqual([]);
	expect(await stage.refusal('project-lead', takeOut('Gitte', 'parent', 'decided', 'new'))).toBe('42501');
	await stage.owner(`update job set left_at = now() where id = '@job of project-lead'`);
	expect(await stage.refusal('project-lead', takeOut('Gitte'))).toBe('42501');
});

on('not in their own family, nor in the other home of their children', async (stage) => {
	await stage.owner(`insert into member (id, family_id, person_id, role)
		values ('@lead there', '@family', '@project-lead', 'parent')`);
	expect(await stage.refusal('project-lead', takeOut('Mona'))).toBe('42501');
	expect(await stage.refusal('project-lead', takeOut('Pia'))).toBe('42501');
	expect(await stage.refusal('project-lead', takeOut('Ole', 'parent', 'decided', 'other home'))).toBe(
		'42501',
	);
});

on('the name and as what must fit one alone', async (stage) => {
	await withGuest(stage);
	const { owner, rule, as } = stage;
	const says = (name: string, role?: string) => rule('project-lead', takeOut(name, role));
	await owner(`update person set name = 'Gitte  Gran' where id = '@guest'`);
	for (const name of ['Gitte Gran', ' gitte   GRAN ', 'Gitte']) expect(await says(name), name).toBeNull();
	for (const name of ['Git', 'Gran', '', 'Finn', 'Sofie']) {
		expect(await says(name), name).toBe('somebody_is_called_that');
	}
	expect(await says('Gitte', 'relative'), 'she is a parent').toBe('somebody_is_called_that');
	await owner(`update person set name = 'Gitte Holm' where id = '@parent'`);
	expect(await says('Gitte')).toBe('one_is_called_that');
	await owner(`update person set name = 'Gitte' where id = '@parent'`);
	expect(await says('Gitte Gran')).toBeNull();
	await as('project-lead', takeOut('Gitte'));
	expect(await gone(stage), 'whose whole name it is').toEqual([{ name: 'Gitte' }]);
});

on('a name is heard, and not spelt', async (stage) => {
	await withGuest(stage);
	const { owner, rule } = stage;
	const fits = async (name: string, said: string) => {
		await owner(`update person set name = '${name.replaceAll("'", "''")}' where id = '@guest'`);
		return (await rule('project-lead', takeOut(said.replaceAll("'", "''")))) === null;
	};
	for (const [name, said] of [
		['Git\u200bte', 'Gitte'],
		['Gitte\u00a0\u2009Gran', 'Gitte Gran'],
		['Gitte\u3000Gran', 'Gitte'],
		['Anne-Marie D\u2019Souza', "ANNE MARIE d'souza"],
		['Anne\u2011Marie Holm', 'Annemarie'],
		['Anne-Marie Holm', 'Anne'],
		['A\u030ase \u00c6r\u00f8', '\u00c5SE \u00e6r\u00d8'],
		['\u0645\u0640\u0631\u064a\u064e\u0645', '\u0645\u0631\u064a\u0645'],
		['\u2060.', '-'],
	] as const)
		expect(await fits(name, said), `${name}: ${said}`).toBe(true);
	for (const [name, said] of [
		['Gitte Gran', 'Git'],
		['Gitte Gran', '-'],
		['\u2060.', 'Gitte'],
		['\u0645\u0631\u064a\u0645', '\u0633\u0627\u0631\u0629'],
	] as const)
		expect(await fits(name, said), `${name}: ${said}`).toBe(false);
});

on('of two who are called the same, the one who was born that day', async (stage) => {
	await withGuest(stage);
	const { owner, rule, as } = stage;
	const says = (bornOn?: string) =>
		rule('project-lead', takeOut('Gitte', 'parent', 'decided', 'family', bornOn));
	await owner(`update person set name = 'Gitte' where id = '@parent'`);
	await owner(`delete from birth where person_id in ('@guest', '@parent')`);
	await owner(`insert into birth (person_id, born_on) values ('@parent', '1985-01-02')`);
	expect(await says()).toBe('one_is_called_that');
	expect(await says('1990-05-06'), 'whose date nobody has said').toBeNull();
	await owner(`insert into birth (person_id, born_on) values ('@guest', '1990-05-06')`);
	expect(await says('1990-05-07'), 'nobody’s').toBe('somebody_is_called_that');
	await as('project-lead', takeOut('Gitte', 'parent', 'decided', 'family', '1990-05-06'));
	expect(await owner(`select person_id from member where left_at = now()`)).toEqual([
		{ person_id: idOf('guest') },
	]);
	expect(await says('1990-05-06'), 'delivered twice takes out nobody else').toBeNull();
	expect(await owner(`select id from member where left_at = now()`)).toHaveLength(1);
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

on('a lead who was family there, as anything, leads nothing there for good', async (stage) => {
	const { owner, as, refusal } = stage;
	const led = async () =>
		(await as('project-lead', `select id from family where id in ('@family', '@other home')`)).length;
	await withGuest(stage);
	await owner(`insert into birth (person_id, born_on) values ('@project-lead', '1980-01-02')
		on conflict (person_id) do update set born_on = excluded.born_on`);
	expect(await led()).toBe(2);
	for (const role of ['parent', 'relative', 'child']) {
		await stage.takenBack(async () => {
			await owner(`insert into member (id, family_id, person_id, role, joined_at)
				values ('@lead there', '@family', '@project-lead', '${role}', now() - interval '80 days')`);
			await as('project-lead', `select leave_family('@lead there')`);
			expect(await led(), role).toBe(0);
			expect(await refusal('project-lead', takeOut('Gitte')), role).toBe('42501');
			expect(await refusal('project-lead', takeOut('Ole', 'parent', 'decided', 'other home')), role).toBe(
				'42501',
			);
		});
	}
});

on('nor where no child ever was', async ({ owner, as, longAgo }) => {
	await longAgo(`delete from member where family_id = '@strangers' and role = 'child'`);
	await owner(`insert into member (id, family_id, person_id, role, joined_at, left_at) values
		('@lead there', '@strangers', '@project-lead', 'parent', now() - interval '80 days', now() - interval '9 days')`);
	expect(await as('project-lead', `select id from family where id = '@strangers'`)).toEqual([]);
});

on('a child under 15 keeps a home while the family takes part', async (stage) => {
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
	expect(await carl()).toBeNull();
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
	const { as } = stage;
	await as('project-lead', takeOut('Carl', 'child', 'decided'));
	const homes = `select family_id from member where person_id = '@child' and left_at is null`;
	expect(await as('child', homes)).toEqual([{ family_id: idOf('other home') }]);
	expect(await as('child', `select id from goal where id = '@goal of the family'`)).toEqual([]);
	expect(await as('other-parent', homes)).toEqual([{ family_id: idOf('other home') }]);
	expect(
		await as('other-parent', `select kind::text from family_event where happened_at = now()`),
	).toContainEqual({ kind: 'left_elsewhere' });
	expect(
		await as('child', `select reason::text from family_event where kind = 'left'`),
		'the child reads its own',
	).toEqual([{ reason: 'decided' }]);
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
