/** A new parent in one home of a child sees what the other home writes about it: the other home is told. */
import { expect, idOf, on, type Stage } from '../../policies/stage.ts';

const joins = (role: string, who = 'guest') => `insert into member (id, family_id, person_id, role)
	values ('@new', '@family', '@${who}', '${role}')`;
const told = `select kind::text, name, elsewhere, may_refuse from arrivals() where kind = 'parent_elsewhere'`;
const lines = `select family_id, kind::text, person_id, elsewhere from family_event
	where kind in ('parent_elsewhere', 'parent_left_elsewhere') order by happened_at, kind`;
const fresh = async (stage: Stage) => {
	await stage.longAgo(`delete from family_event`);
	await stage.longAgo(
		`update member set joined_at = now() - interval '1 year' where joined_at < now() and left_at is null`,
	);
};
const line = (kind: string) => ({
	family_id: idOf('other home'),
	kind,
	person_id: idOf('child'),
	elsewhere: 'Os på Bakken',
});

on('the other home is told that its child has one more parent, and not who', async (stage) => {
	await fresh(stage);
	await stage.owner(joins('parent'));
	expect(await stage.owner(lines)).toEqual([line('parent_elsewhere')]);
	expect(await stage.as('other-parent', told)).toEqual([
		{ kind: 'parent_elsewhere', name: 'Carl', elsewhere: 'Os på Bakken', may_refuse: false },
	]);
	for (const who of ['parent', 'child', 'guest', 'coordinator', 'stranger-parent'] as const)
		expect(await stage.as(who, told), who).toEqual([]);
});

on('as long as it is so, and until they have seen it; the log says when it is over', async (stage) => {
	await fresh(stage);
	await stage.owner(joins('parent'));
	await stage.takenBack(async () => {
		await stage.as(
			'other-parent',
			`insert into event_seen (event_id, person_id) select event_id, '@me' from arrivals()`,
		);
		expect(await stage.as('other-parent', told)).toEqual([]);
	});
	await stage.takenBack(async () => {
		await stage.owner(`update member set left_at = now() where id = '@child in family'`);
		expect(await stage.as('other-parent', told), 'the child has left').toEqual([]);
	});
	await stage.as('parent', `select put_out('@new')`);
	expect(await stage.as('other-parent', told)).toEqual([]);
	expect(await stage.owner(lines)).toEqual([line('parent_elsewhere'), line('parent_left_elsewhere')]);
});

on('nobody where no door is opened', async (stage) => {
	await fresh(stage);
	const none = async (change: string, says: string, who = 'guest', role = 'parent') =>
		stage.takenBack(async () => {
			if (change) await stage.owner(change);
			await stage.owner(joins(role, who));
			expect(await stage.owner(lines), says).toEqual([]);
		});
	await none('', 'a relative', 'guest', 'relative');
	await none('', 'a parent of that home too', 'other-parent');
	await none(
		`update birth set born_on = private.today() - interval '18 years' where person_id = '@child'`,
		'grown',
	);
	await none(`update member set left_at = now() where id = '@child in other home'`, 'no other home');
	await none(`update member set left_at = now() where id = '@child in family'`, 'no child of this home');
});

on(
	'nor who of that home said yes to them, put them out or left; the municipality is named',
	async (stage) => {
		const { as, owner, takenBack } = stage;
		await fresh(stage);
		const named = async () =>
			(await owner(`select by_id, by_name, agreed_by, agreed_name from family_event where family_id = '@other home'
			and kind in ('parent_elsewhere', 'parent_left_elsewhere')`)) as Record<string, unknown>[];
		const nobody = { by_id: null, by_name: null, agreed_by: null, agreed_name: null };
		await owner(`with made as (
			insert into invitation (id, municipality_id, family_id, invitee_name, member_role, invited_by, agreed_at, agreed_by)
			values ('@of hers', '@municipality', '@family', 'Gitte', 'parent', '@coordinator', now(), '@parent') returning id)
		insert into private.invitation_code (invitation_id, code_hash) select id, repeat('f', 64) from made`);
		await as('guest', `select accept_invitation_as_me(repeat('f', 64))`);
		expect(await named()).toEqual([{ ...nobody, by_id: idOf('coordinator'), by_name: 'Karen' }]);
		await stage.longAgo(`delete from family_event where kind = 'parent_elsewhere'`);
		const place = `member where person_id = '@guest' and left_at is null`;
		for (const [who, out] of [
			['guest', `select leave_family(id) from ${place}`],
			['parent', `select put_out(id) from ${place}`],
		] as const)
			await takenBack(async () => {
				await as(who, out);
				expect(await named(), who).toEqual([nobody]);
			});
		await takenBack(async () => {
			await as('project-lead', `select take_out('@press', '@family', 'Gitte', 'parent', 'decided')`);
			expect(await named()).toEqual([{ ...nobody, by_id: idOf('project-lead'), by_name: 'Pia' }]);
		});
		// Who is of both homes has no name to hide.
		await owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@guest there', '@other home', '@guest', 'relative', now() - interval '1 day')`);
		await as('guest', `select leave_family(id) from ${place} and family_id = '@family'`);
		expect(await named()).toEqual([{ ...nobody, by_id: idOf('guest'), by_name: 'Gitte' }]);
	},
);
