/** A child is out of one of its homes, or a parent of it is: the other home is told, and so is the child. */
import { expect, on, type Stage } from '../../policies/stage.ts';

const told = `select kind::text, name, elsewhere, by_name, by_themselves, may_refuse from arrivals()
	where kind in ('left_elsewhere', 'parent_left_elsewhere')`;
const takeOut = `select take_out('@press', '@family', 'Carl', 'child', 'decided')`;
const seen = `insert into event_seen (event_id, person_id) select event_id, '@me' from`;
const fresh = async ({ longAgo }: Stage) => {
	await longAgo(`delete from family_event`);
	await longAgo(`update member set joined_at = now() - interval '1 year' where left_at is null`);
	// Who came first may say no.
	await longAgo(`update member set joined_at = now() - interval '2 years' where person_id = '@parent'`);
};
const line = (kind: string, by: string | null) => ({
	kind,
	name: 'Carl',
	elsewhere: 'Os på Bakken',
	by_name: by,
	by_themselves: false,
	may_refuse: false,
});
/** What has happened was a while ago, so that what comes next comes after it. */
const passed = ({ longAgo }: Stage) =>
	longAgo(`update family_event set happened_at = happened_at - interval '3 days' where happened_at = now();
		update member set left_at = left_at - interval '3 days' where left_at = now()`);
const comesBack = ({ owner }: Stage, who: string, role: string) =>
	owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@again', '@family', '@${who}', '${role}', now() - interval '1 hour')`);

on('the other home is told that its child is out of the first, and who of outside did it', async (stage) => {
	await fresh(stage);
	await stage.takenBack(async () => {
		await stage.as('parent', `select put_out('@child in family')`);
		expect(await stage.as('other-parent', told), 'who of that home did it is theirs').toEqual([
			line('left_elsewhere', null),
		]);
	});
	await stage.as('project-lead', takeOut);
	expect(await stage.as('other-parent', told)).toEqual([line('left_elsewhere', 'Pia')]);
	for (const who of [
		'parent',
		'young-person',
		'child',
		'coordinator',
		'project-lead',
		'stranger-parent',
	] as const)
		expect(await stage.as(who, told), who).toEqual([]);
	await stage.takenBack(async () => {
		await stage.as('other-parent', `${seen} arrivals() where kind = 'left_elsewhere'`);
		expect(await stage.as('other-parent', told)).toEqual([]);
	});
	await passed(stage);
	await comesBack(stage, 'child', 'child');
	expect(await stage.as('other-parent', told), 'there again').toEqual([]);
	await stage.owner(`update member set left_at = now() where id = '@again'`);
	expect(await stage.as('other-parent', told), 'twice is once').toEqual([line('left_elsewhere', null)]);
});

on('and that there is a parent less, as long as that is so and the child is there', async (stage) => {
	await fresh(stage);
	await stage.owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@new', '@family', '@guest', 'parent', now() - interval '10 days')`);
	await stage.as('guest', `select leave_family('@new')`);
	expect(await stage.as('other-parent', told)).toEqual([line('parent_left_elsewhere', null)]);
	await stage.takenBack(async () => {
		await passed(stage);
		await comesBack(stage, 'guest', 'parent');
		expect(await stage.as('other-parent', told), 'there again').toEqual([]);
	});
	await stage.owner(`update member set left_at = now() where id = '@child in family'`);
	expect(await stage.as('other-parent', told), 'the child is out of it too').toEqual([
		line('left_elsewhere', null),
	]);
});

const mine = `select family_name, by_name, reason::text, is_seen, as_child from leavings()`;
const out = { family_name: 'Os på Bakken', by_name: null, reason: null, is_seen: false, as_child: true };

on('a child under 13 is told that it is out, and neither by whom nor why', async (stage) => {
	await fresh(stage);
	expect(await stage.as('child', mine)).toEqual([]);
	await stage.takenBack(async () => {
		await stage.as('parent', `select put_out('@child in family')`);
		expect(await stage.as('child', mine), 'a parent is not told of').toEqual([out]);
		await stage.owner(
			`update birth set born_on = private.today() - interval '13 years' where person_id = '@child'`,
		);
		expect(await stage.as('child', mine), 'nor later').toEqual([]);
	});
	await stage.as('project-lead', takeOut);
	expect(await stage.as('child', mine)).toEqual([out]);
	expect(await stage.as('child', `select id from family_event where kind = 'left'`)).toEqual([]);
	for (const who of ['parent', 'other-parent', 'stranger-parent'] as const)
		expect(await stage.as(who, mine), who).toEqual([]);
	expect(
		await stage.refusal(
			'other-parent',
			`insert into event_seen (event_id, person_id) values ('@press', '@me')`,
		),
	).toBe('42501');
	await stage.as('child', `${seen} leavings()`);
	expect(await stage.as('child', mine)).toEqual([{ ...out, is_seen: true }]);
	await stage.owner(
		`update birth set born_on = private.today() - interval '13 years' where person_id = '@child'`,
	);
	expect(await stage.as('child', mine)).toEqual([
		{ ...out, by_name: 'Pia', reason: 'decided', is_seen: true, as_child: false },
	]);
});
