/** How I left each family to which I belong no more: by myself, or taken out by the municipality, by whom and why. */
import { expect, on, type Stage } from '../stage.ts';

const who = 'stranger-parent';
const told = `select family_name, by_name, reason::text, is_seen from leavings()`;
const leave = `select leave_family(id) from member where person_id = '@me' and left_at is null and family_id = '@family'`;
const takeOut = `select take_out('@press', '@family', 'Sofie', 'relative', 'moved_out')`;
const byMyself = { family_name: 'Os på Bakken', by_name: 'Sofie', reason: null, is_seen: false };

/** All that has happened was so many days ago, so that what comes next comes after it. */
const passed = ({ longAgo }: Stage, days: number) =>
	longAgo(`
		update family_event set happened_at = happened_at - interval '${days} days' where happened_at = now();
		update member set joined_at = joined_at - interval '${days} days', left_at = left_at - interval '${days} days'
			where left_at = now()`);
const comesTo = ({ owner }: Stage, family: string, as = 'relative') =>
	owner(`insert into member (id, family_id, person_id, role, joined_at)
		values (gen_random_uuid(), '@${family}', '@${who}', '${as}', now() - interval '1 hour')`);

on('who left by themselves reads so, until they are there again', async (stage) => {
	expect(await stage.as(who, told)).toEqual([]);
	await comesTo(stage, 'family');
	await stage.as(who, leave);
	expect(await stage.as(who, told)).toEqual([byMyself]);
	for (const other of ['parent', 'coordinator', 'project-lead'] as const)
		expect(await stage.as(other, told), other).toEqual([]);
	await passed(stage, 3);
	await comesTo(stage, 'family');
	expect(await stage.as(who, told)).toEqual([]);
});

on('of each family, the latest first, and whether it is seen', async (stage) => {
	await comesTo(stage, 'family');
	await comesTo(stage, 'other home');
	await stage.as(who, leave);
	await passed(stage, 3);
	await stage.as('project-lead', takeOut.replace('@family', '@other home'));
	const takenOut = await stage.as(who, told);
	expect(takenOut).toEqual([
		{ family_name: 'Hos Ole', by_name: expect.any(String), reason: 'moved_out', is_seen: false },
		byMyself,
	]);
	await stage.as(
		who,
		`insert into event_seen (event_id, person_id) select event_id, '@me' from leavings() where reason is null`,
	);
	expect(await stage.as(who, told)).toEqual([takenOut[0], { ...byMyself, is_seen: true }]);
	// There again in the one, they are still out of the other.
	await passed(stage, 2);
	await comesTo(stage, 'other home');
	expect(await stage.as(who, told)).toEqual([{ ...byMyself, is_seen: true }]);
});

on('the municipality is not named for what a parent did later, nor the parent', async (stage) => {
	await comesTo(stage, 'family');
	await stage.as('project-lead', takeOut);
	expect(await stage.as(who, told)).toMatchObject([{ reason: 'moved_out' }]);
	await passed(stage, 3);
	await comesTo(stage, 'family');
	await stage.as(
		'parent',
		`select put_out(id) from member
		where family_id = '@family' and person_id = '@${who}' and left_at is null`,
	);
	expect(await stage.as(who, told)).toEqual([]);
	// By themselves after that, they did it.
	await passed(stage, 2);
	await comesTo(stage, 'family');
	await stage.as(who, leave);
	expect(await stage.as(who, told)).toEqual([byMyself]);
});
