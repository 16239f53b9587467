/** Who is signed in and holds the code joins as who they are, once. */
import { expect, idOf, on } from '../stage.ts';

const accept = (digit: string) => `select accept_invitation_as_me(repeat('${digit}', 64))`;

on('everybody signed in but who wrote it, the team, and who belongs there already', async ({ allowed }) => {
	const may = await allowed(accept('1'));
	expect(may).toContain('stranger-parent');
	expect(may).toContain('other-parent');
	for (const not of [
		'anonymous',
		'session-keeper',
		'service-key',
		'parent',
		'child',
		'coordinator',
		'teacher',
	] as const) {
		expect(may, not).not.toContain(not);
	}
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

on('not when accepted, revoked, expired or unknown, and once', async ({ as, refusal }) => {
	for (const digit of ['2', '3', '4', '0']) {
		expect(await refusal('other-parent', accept(digit)), digit).toBe('42501');
	}
	await as('other-parent', accept('1'));
	expect(await refusal('stranger-parent', accept('1'))).toBe('42501');
});

on('nobody who is not somebody, whatever role the token names', async ({ ownersRefusal }) => {
	expect(await ownersRefusal(accept('1'))).toBe('42501');
});
