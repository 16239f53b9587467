/** Who is signed in and holds the code joins as who they are, once. */
import { inTheNameOf } from '../invited.ts';
import { expect, idOf, on } from '../stage.ts';

const accept = (digit: string) => `select accept_invitation_as_me(repeat('${digit}', 64))`;

on('everybody signed in but who wrote it, the team, and who belongs there already', async (stage) => {
	for (const who of ['stranger-parent', 'other-parent'] as const) {
		await stage.owner(inTheNameOf(who));
		expect(await stage.rule(who, accept('1')), who).toBeNull();
	}
	for (const who of ['anonymous', 'session-keeper', 'service-key'] as const)
		expect(await stage.rule(who, accept('1')), who).toBe('42501');
	for (const who of ['parent', 'child'] as const)
		expect(await stage.rule(who, accept('1')), who).toBe('invitation_brings_somebody_new');
	for (const who of ['coordinator', 'teacher'] as const)
		expect(await stage.rule(who, accept('1')), who).toBe('invitation_is_for_somebody_else');
});

on('joins the family as invited, under their own name', async ({ as, owner }) => {
	await owner(inTheNameOf('other-parent'));
	await as('other-parent', accept('1'));
	expect(
		await owner(`select p.name, m.role::text from member m join person p on p.id = m.person_id
			where m.person_id = '@other-parent' and m.family_id = '@family'`),
	).toEqual([
		{ name: (await owner(`select name from person where id = '@other-parent'`))[0]!.name, role: 'relative' },
	]);
	expect(await owner(`select accepted_by from invitation where id = '@invitation of an aunt'`)).toEqual([
		{ accepted_by: idOf('other-parent') },
	]);
});

on('not when accepted, revoked, expired or unknown, and once', async ({ as, owner, rule }) => {
	for (const digit of ['2', '3', '4', '0']) {
		expect(await rule('other-parent', accept(digit)), digit).toBe('invitation_is_open');
	}
	await owner(inTheNameOf('other-parent'));
	await as('other-parent', accept('1'));
	expect(await rule('stranger-parent', accept('1'))).toBe('invitation_is_open');
});

on('nobody who is not somebody, whatever role the token names', async ({ ownersRefusal }) => {
	expect(await ownersRefusal(accept('1'))).toBe('42501');
});

on('a colleague is at least 18', async ({ owner, rule }) => {
	for (const who of ['child', 'young-person'] as const)
		expect(await rule(who, accept('5')), who).toBe('colleague_is_an_adult');
	await owner(`delete from birth where person_id = '@young-person'`);
	expect(await rule('young-person', accept('5')), 'nobody knows how old').toBe('colleague_is_an_adult');
	const born = (days: string) =>
		owner(`insert into birth (person_id, born_on)
			values ('@stranger-parent', (private.today() - interval '18 years' ${days})::date)
			on conflict (person_id) do update set born_on = excluded.born_on`);
	await born(`+ interval '1 day'`);
	expect(await rule('stranger-parent', accept('5'))).toBe('colleague_is_an_adult');
	await born('');
	expect(await rule('stranger-parent', accept('5'))).toBeNull();
	// Whoever belongs to no family any more has an age as well.
	await owner(`insert into birth (person_id, born_on)
		values ('@former-partner', private.today() - interval '17 years')
		on conflict (person_id) do update set born_on = excluded.born_on`);
	expect(await rule('former-partner', accept('5'))).toBe('colleague_is_an_adult');
});

on(
	'nobody comes in as a child who is older than the one the family has said yes to',
	async ({ owner, rule, longAgo }) => {
		await owner(`insert into invitation (id, municipality_id, family_id, invitee_name, member_role, born_on, invited_by,
			agreed_at, agreed_by)
		values ('@new', '@municipality', '@strangers', 'Ida', 'child', private.today() - interval '5 years', '@coordinator',
			now(), '@stranger-parent')`);
		await owner(
			`insert into private.invitation_code (invitation_id, code_hash) values ('@new', repeat('d', 64))`,
		);
		const born = (who: string, years: number | null) =>
			owner(
				years === null
					? `delete from birth where person_id = '@${who}'`
					: `insert into birth (person_id, born_on) values ('@${who}', private.today() - interval '${years} years')
					on conflict (person_id) do update set born_on = excluded.born_on`,
			);
		const invitedAt = (years: number) =>
			longAgo(
				`update invitation set born_on = private.today() - interval '${years} years' where id = '@new'`,
			);
		const refused = (who: 'other-parent' | 'young-person' | 'guest' | 'former-nurse' | 'former-partner') =>
			rule(who, accept('d'));

		for (const [who, age] of [
			['other-parent', 42],
			['other-parent', null],
			// A parent writes their own date.
			['other-parent', 14],
			['guest', null],
			['former-nurse', 14],
			['former-partner', null],
			['young-person', 15],
		] as const) {
			await born(who, age);
			expect(await refused(who), `${who} of ${age}`).toBe('invitation_is_for_a_child');
		}
		await owner(
			`insert into identity (provider, subject, person_id) values ('mitid', 'jesper', '@other-parent')`,
		);
		expect(await rule('session-keeper', `select accept_invitation(repeat('d', 64), 'mitid', 'jesper')`)).toBe(
			'invitation_is_for_a_child',
		);
		await invitedAt(16);
		await born('other-parent', 42);
		await born('young-person', 17);
		expect(await refused('other-parent')).toBe('invitation_is_for_a_child');
		expect(await refused('guest')).toBe('invitation_is_for_a_child');
		await owner(inTheNameOf('young-person'));
		expect(await refused('young-person')).toBeNull();
		await born('young-person', 18);
		expect(await refused('young-person')).toBe('invitation_is_for_a_child');
		// A grown child.
		await invitedAt(20);
		expect(await refused('young-person')).toBeNull();
		await owner(inTheNameOf('other-parent'));
		expect(await refused('other-parent')).toBeNull();
	},
);

on(
	'no date of birth comes from an invitation to somebody who was here before',
	async ({ as, owner, longAgo }) => {
		await longAgo(`update invitation set born_on = '1970-05-06' where id = '@invitation of an aunt'`);
		await owner(`delete from birth where person_id = '@other-parent'`);
		await owner(inTheNameOf('other-parent'));
		await as('other-parent', accept('1'));
		expect(await owner(`select from birth where person_id = '@other-parent'`)).toEqual([]);
	},
);

on('nobody comes into a family by an invitation in quite another name', async (stage) => {
	const { owner, rule, takenBack } = stage;
	expect(await rule('stranger-parent', accept('1'))).toBe('invitation_is_in_another_name');
	await owner(
		`insert into identity (provider, subject, person_id) values ('mitid', 'sofie', '@stranger-parent')`,
	);
	expect(
		await rule('session-keeper', `select accept_invitation(repeat('1', 64), 'mitid', 'sofie')`),
		'whoever says who they are',
	).toBe('invitation_is_in_another_name');
	expect(await rule('stranger-parent', accept('5')), 'a colleague is seen where they work').toBeNull();
	for (const [name, comes] of [
		['Tante Anna', true],
		['anna', true],
		['Anna Holm', true],
		['Anna Bak', true],
		['Maria Anna Bak', true],
		['Ann', false],
		['Annabel Holm', false],
		['Sofie Tante', false],
		['Sofie Holm', false],
		['.', false],
	] as const)
		await takenBack(async () => {
			await owner(`update invitation set invitee_name = 'Anna Holm' where id = '@invitation of an aunt'`);
			await owner(`update person set name = '${name}' where id = '@stranger-parent'`);
			expect(await rule('stranger-parent', accept('1')), name).toBe(
				comes ? null : 'invitation_is_in_another_name',
			);
		});
	await owner(`update invitation set invitee_name = 'Anne-Marie Holm' where id = '@invitation of an aunt'`);
	for (const name of ['ANNEMARIE Bak', 'Anne Marie', 'Anne Bak']) {
		await owner(`update person set name = '${name}' where id = '@stranger-parent'`);
		expect(await rule('stranger-parent', accept('1')), name).toBeNull();
	}
});
