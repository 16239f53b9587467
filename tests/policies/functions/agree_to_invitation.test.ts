/** A parent says yes to somebody joining the household; without it the code opens nothing. */
import { expect, idOf, on } from '../stage.ts';

const waiting = `update invitation set agreed_at = null, agreed_by = null where id = '@invitation of an aunt'`;
const agree = `select agree_to_invitation('@invitation of an aunt')`;
const accept = `select accept_invitation(repeat('1', 64), 'mitid', 'anna') as person`;
const state = `select open_invitation(repeat('1', 64)) ->> 'state' as state`;

on('parents of the household alone', async ({ allowed, owner }) => {
	await owner(waiting);
	expect(await allowed(agree)).toEqual(['parent']);
});

on('made-up people do not get in, whatever they are said to be', async ({ as, owner, refusal, rule }) => {
	for (const role of ['parent', 'relative', 'child']) {
		const id = `made-up ${role}`;
		await as(
			'coordinator',
			`select invite_member('@${id}', '@family', 'Findes Ikke', '${role}', repeat('${role[0] === 'p' ? 8 : role[0] === 'r' ? 9 : 'e'}', 64), '2010-01-01')`,
		);
	}
	for (const digit of ['8', '9', 'e']) {
		expect(
			await rule('session-keeper', `select accept_invitation(repeat('${digit}', 64), 'mitid', 'nobody')`),
			digit,
		).toBe('invitation_has_a_yes');
	}
	expect(await owner(`select count(*)::int as people from person where name = 'Findes Ikke'`)).toEqual([
		{ people: 0 },
	]);
	expect(await refusal('coordinator', `select agree_to_invitation('@made-up parent')`), 'who invites').toBe(
		'42501',
	);
});

on('opened before the yes it says that it waits, and opens afterwards', async ({ as, owner, rule }) => {
	await owner(waiting);
	expect(await as('session-keeper', state)).toEqual([{ state: 'waits' }]);
	expect(
		await as('session-keeper', `select open_invitation(repeat('1', 64))::jsonb - 'state' as told`),
	).toEqual([{ told: {} }]);
	expect(await rule('session-keeper', accept)).toBe('invitation_has_a_yes');
	await as('parent', agree);
	expect(await as('session-keeper', state)).toEqual([{ state: 'open' }]);
	const [joined] = await as('session-keeper', accept);
	expect(
		await owner(`select kind::text, person_name, member_role::text, by_id, agreed_by from family_event
			where person_id = '${joined!.person}'`),
	).toEqual([
		{
			kind: 'joined',
			person_name: 'Tante Anna',
			member_role: 'relative',
			by_id: idOf('coordinator'),
			agreed_by: idOf('parent'),
		},
	]);
});

on('a parent who invites does not say yes to it themselves', async ({ owner, longAgo, refusal }) => {
	await owner(waiting);
	await longAgo(`update invitation set invited_by = '@parent' where id = '@invitation of an aunt'`);
	expect(await refusal('parent', agree)).toBe('42501');
});

on('the yes of a parent who has left counts no more', async ({ as, owner, rule }) => {
	await owner(`update member set left_at = now() where person_id = '@parent' and family_id = '@family'`);
	expect(await as('session-keeper', state)).toEqual([{ state: 'waits' }]);
	expect(await rule('session-keeper', accept)).toBe('invitation_has_a_yes');
});

on('nor does it count again when they come back: they come as somebody new', async ({ as, owner, rule }) => {
	await owner(`update member set left_at = now() where person_id = '@parent' and family_id = '@family'`);
	await owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@back', '@family', '@parent', 'parent', now() + interval '1 second')`);
	expect(await rule('session-keeper', accept)).toBe('invitation_has_a_yes');
	await owner(`update member set joined_at = now() where id = '@back'`);
	await as('parent', agree);
	expect(await rule('session-keeper', accept)).toBeNull();
});

on('not when it is accepted, stopped or too old', async ({ refusal }) => {
	for (const which of ['accepted', 'revoked', 'expired']) {
		expect(await refusal('parent', `select agree_to_invitation('@invitation ${which}')`), which).toBe(
			'23514',
		);
	}
});

on('only the first parent of a new family comes in without a yes', async ({ as, owner, rule }) => {
	await owner(
		`insert into family (id, municipality_id, name) values ('@empty family', '@municipality', 'Ny')`,
	);
	const invite = (id: string, role: string, digit: string) =>
		as(
			'project-lead',
			`select invite_member('@${id}', '@empty family', '${id}', '${role}', repeat('${digit}', 64), '1980-01-01')`,
		);
	await invite('aunt of nobody', 'relative', 'a');
	await invite('first', 'parent', 'b');
	await invite('second', 'parent', 'c');
	const join = (digit: string, who: string) =>
		`select accept_invitation(repeat('${digit}', 64), 'mitid', '${who}')`;
	expect(await rule('session-keeper', join('a', 'aunt')), 'a relative is not the first').toBe(
		'invitation_has_a_yes',
	);
	await as('session-keeper', join('b', 'first'));
	expect(await rule('session-keeper', join('c', 'second')), 'the second waits for the first').toBe(
		'invitation_has_a_yes',
	);
	expect(
		await owner(`select person_name, by_id, agreed_by from family_event where family_id = '@empty family'`),
	).toEqual([{ person_name: 'first', by_id: idOf('project-lead'), agreed_by: null }]);
	// A family that was emptied is nobody's to walk into.
	await owner(`update member set left_at = now() where family_id = '@empty family'`);
	expect(await rule('session-keeper', join('c', 'second'))).toBe('invitation_has_a_yes');
});

on('where the only parent was erased, nobody else is the first', async ({ as, owner, rule }) => {
	await owner(`select private.erase_person('@stranger-parent')`);
	expect(await owner(`select role::text from member where family_id = '@strangers'`)).toEqual([
		{ role: 'child' },
	]);
	await as(
		'project-lead',
		`select invite_member('@made-up', '@strangers', 'Findes Ikke', 'parent', repeat('b', 64), '1980-01-01')`,
	);
	expect(await rule('session-keeper', `select accept_invitation(repeat('b', 64), 'mitid', 'nobody')`)).toBe(
		'invitation_has_a_yes',
	);
});

on('who waited for the yes has the whole time again', async ({ as, owner }) => {
	await owner(waiting);
	await owner(
		`update invitation set expires_at = now() + interval '1 hour' where id = '@invitation of an aunt'`,
	);
	await as('parent', agree);
	expect(
		await owner(`select expires_at = now() + interval '14 days' as whole from invitation
			where id = '@invitation of an aunt'`),
	).toEqual([{ whole: true }]);
});

on('an adult says yes; a parent under 18 only where there is no adult parent', async ({ owner, refusal }) => {
	await owner(waiting);
	await owner(`update birth set born_on = (now() - interval '17 years')::date where person_id = '@parent'`);
	expect(await refusal('parent', agree), 'nobody else is there').toBeNull();
	await owner(
		`insert into member (id, family_id, person_id, role) values ('@new', '@family', '@guest', 'parent')`,
	);
	expect(await refusal('parent', agree), 'there is an adult').toBe('42501');
});

on('a child is not invited as a parent', async ({ refusal }) => {
	const invite = (born: string) =>
		`select invite_member('@new', '@family', 'Ni', 'parent', repeat('8', 64), (private.today() - interval '${born}')::date)`;
	expect(await refusal('coordinator', invite('13 years'))).toBeNull();
	expect(await refusal('coordinator', invite('12 years 11 months'))).toBe('23514');
});
