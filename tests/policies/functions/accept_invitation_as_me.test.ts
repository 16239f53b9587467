/** Who is signed in and holds the code joins as who they are, once. */
import { expect, idOf, on } from '../stage.ts';

const accept = (digit: string) => `select accept_invitation_as_me(repeat('${digit}', 64))`;

on('everybody signed in but who wrote it, the team, and who belongs there already', async (stage) => {
	for (const who of ['stranger-parent', 'other-parent'] as const)
		expect(await stage.rule(who, accept('1')), who).toBeNull();
	for (const who of ['anonymous', 'session-keeper', 'service-key'] as const)
		expect(await stage.rule(who, accept('1')), who).toBe('42501');
	for (const who of ['parent', 'child'] as const)
		expect(await stage.rule(who, accept('1')), who).toBe('invitation_brings_somebody_new');
	for (const who of ['coordinator', 'teacher'] as const)
		expect(await stage.rule(who, accept('1')), who).toBe('invitation_is_for_somebody_else');
});

on('joins the family as invited, under their own name', async ({ as, owner }) => {
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

on('not when accepted, revoked, expired or unknown, and once', async ({ as, rule }) => {
	for (const digit of ['2', '3', '4', '0']) {
		expect(await rule('other-parent', accept(digit)), digit).toBe('invitation_is_open');
	}
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
