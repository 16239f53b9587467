/** Who was put out of a family does not come back by a yes to another name; who they were and are is told. */
import { inTheNameOf } from '../../policies/invited.ts';
import { expect, on, type Stage } from '../../policies/stage.ts';

const invites = (name: string, role = 'relative') => `with made as (
	insert into invitation (id, municipality_id, family_id, invitee_name, member_role, invited_by, agreed_at, agreed_by, created_at)
	values (gen_random_uuid(), '@municipality', '@family', '${name}', '${role}', '@coordinator', now(), '@parent', now())
	returning id) insert into private.invitation_code (invitation_id, code_hash) select id, repeat('e', 64) from made`;
const joins = `select accept_invitation_as_me(repeat('e', 64))`;
/** The guest, Gitte, came as a relative and was put out, an hour ago. */
async function wasPutOut({ owner, as, longAgo }: Stage, by: 'parent' | 'themselves' = 'parent') {
	await longAgo(`delete from family_event where person_id = '@guest'`);
	await owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@first place', '@family', '@guest', 'relative', now() - interval '2 days')`);
	await longAgo(`update member set joined_at = now() - interval '1 year' where person_id = '@parent'`);
	await as('parent', `select put_out('@first place')`);
	if (by === 'themselves') await owner(`update family_event set by_id = person_id where kind = 'left'`);
	await longAgo(`update family_event set happened_at = now() - interval '1 hour' where kind = 'left'`);
	await longAgo(`update member set left_at = now() - interval '1 hour' where id = '@first place'`);
}
const told = `select name, name_now, was_here_until is not null as was_here, is_parent_elsewhere from arrivals() where kind = 'joined'`;

on('not by a code that was made for another, whatever they call themselves', async (stage) => {
	await wasPutOut(stage);
	await stage.owner(invites('Ida Holm'));
	expect(await stage.rule('guest', joins)).toBe('family_invites_who_was_put_out');
	await stage.as('guest', `update person set name = 'Ida Holm' where id = '@me'`);
	expect(await stage.rule('guest', joins)).toBe('family_invites_who_was_put_out');
	await stage.owner(
		`insert into identity (provider, subject, person_id) values ('mitid', 'gitte', '@guest')`,
	);
	expect(
		await stage.rule('session-keeper', `select accept_invitation(repeat('e', 64), 'mitid', 'gitte')`),
	).toBe('family_invites_who_was_put_out');
	await stage.owner(inTheNameOf('former-mentor'));
	expect(await stage.rule('former-mentor', joins), 'somebody else').toBeNull();
});

on(
	'not by one of their name from before; by a new one they come, and it is said that they were here',
	async (stage) => {
		await wasPutOut(stage);
		await stage.owner(invites('Gitte Gran'));
		await stage.longAgo(
			`update invitation set created_at = now() - interval '2 hours' where invitee_name = 'Gitte Gran'`,
		);
		expect(await stage.rule('guest', joins)).toBe('family_invites_who_was_put_out');
		await stage.longAgo(`update invitation set created_at = now() where invitee_name = 'Gitte Gran'`);
		await stage.as('guest', joins);
		expect(await stage.as('parent', told)).toContainEqual({
			name: 'Gitte',
			name_now: null,
			was_here: true,
			is_parent_elsewhere: false,
		});
		await stage.as('guest', `update person set name = 'Gerda' where id = '@me'`);
		expect(await stage.as('parent', told)).toContainEqual(
			expect.objectContaining({ name: 'Gitte', name_now: 'Gerda' }),
		);
	},
);

on('a name is heard, and not spelt, here too', async (stage) => {
	const { owner, takenBack, rule } = stage;
	await owner(`update person set name = 'Anne-Marie Holm' where id = '@guest'`);
	await wasPutOut(stage);
	for (const [name, comes] of [
		['Anne Marie Holm', true],
		['ANNEMARIE', true],
		['Anne  Marie\u00a0Holm Bak', true],
		['Anne', true],
		['Ann', false],
		['Marie Holm', false],
	] as const)
		await takenBack(async () => {
			await owner(invites(name));
			expect(await rule('guest', joins), name).toBe(comes ? null : 'family_invites_who_was_put_out');
		});
});

on('who left by themselves comes by one of before too', async (stage) => {
	await wasPutOut(stage, 'themselves');
	await stage.owner(invites('Gitte Gran'));
	await stage.longAgo(
		`update invitation set created_at = now() - interval '2 hours' where invitee_name = 'Gitte Gran'`,
	);
	expect(await stage.rule('guest', joins)).toBeNull();
});

on('who is called something else by now comes by the name the family knew', async (stage) => {
	await wasPutOut(stage);
	await stage.owner(invites('Gitte'));
	await stage.as('guest', `update person set name = 'Ida Holm' where id = '@me'`);
	expect(await stage.rule('guest', joins)).toBeNull();
	await stage.owner(`update invitation set invitee_name = 'Mads' where invitee_name = 'Gitte'`);
	await stage.owner(`update family_event set by_id = person_id where kind = 'left'`);
	expect(await stage.rule('guest', joins)).toBe('invitation_is_in_another_name');
});

on('that a parent of the other home has come is said', async (stage) => {
	await stage.owner(invites('Ole Bak'));
	await stage.as('other-parent', joins);
	expect(await stage.as('parent', told)).toContainEqual({
		name: 'Ole',
		name_now: null,
		was_here: false,
		is_parent_elsewhere: true,
	});
});

on('a new name is in the log of the family, and of each family one works with', async (stage) => {
	await stage.longAgo(`delete from family_event`);
	const lines = `select family_id = '@family' as ours, person_name, was_called, profession from family_event where kind = 'renamed'`;
	await stage.as('parent', `update person set name = ' Mona ' where id = '@me'`);
	expect(await stage.owner(lines), 'the same').toEqual([]);
	await stage.as('parent', `update person set name = 'Mona Lund' where id = '@me'`);
	await stage.as('teacher', `update person set name = 'Torben' where id = '@me'`);
	await stage.as('stranger-parent', `update person set name = 'Sara' where id = '@me'`);
	expect(await stage.as('parent', lines)).toEqual([
		{ ours: true, person_name: 'Mona Lund', was_called: ' Mona ', profession: null },
		{ ours: true, person_name: 'Torben', was_called: 'Troels', profession: 'Lærer' },
	]);
	expect(await stage.as('child', lines)).toEqual([]);
	await stage.owner(`select private.erase_person('@teacher')`);
	expect(await stage.owner(`${lines} and person_id is null`)).toEqual([
		{ ours: true, person_name: null, was_called: null, profession: 'Lærer' },
	]);
});
