/** What is new in plans, for those who see them. */
import { nameOf } from '../labels.ts';
import { expect, idOf, on } from '../stage.ts';
import type { ActorName } from '../actors.ts';

const families = `array['@family', '@other home', '@strangers', '@far family']::uuid[]`;
const ofTheFamily = [
	'goal about the child',
	'goal about the grandmother',
	'goal about the parent',
	'goal about the young person',
	'goal left behind',
	'goal of the family',
	'step about the child',
	'step about the grandmother',
];
for (const name of [...ofTheFamily, 'far goal']) idOf(name);
const touches = `select goal_id, touched_at from plan_touches(${families}, now() - interval '1 hour')`;

on('each sees what happened in the plans they see, and nobody else anything', async ({ as, allowed }) => {
	const seen = async (who: ActorName) =>
		[...new Set((await as(who, touches)).map(({ goal_id }) => nameOf(goal_id)))].sort();
	expect(await seen('teacher')).toEqual(ofTheFamily);
	expect(await seen('stranger-coordinator')).toEqual(['far goal']);
	for (const who of ['guest', 'project-lead', 'former-nurse', 'former-partner'] as const) {
		expect(await seen(who), who).toEqual([]);
	}
	expect(await allowed(touches)).not.toContain('anonymous');
});

on('what was taken off the plan, and what stands or is noted under it, is no news', async ({ as, owner }) => {
	const about = async () => (await as('teacher', touches)).map(({ goal_id }) => nameOf(goal_id)).sort();
	const before = await about();
	await owner(`update goal set removed_at = now() where id = '@goal about the child'`);
	expect(before.filter((name) => name.endsWith('about the child'))).toHaveLength(3);
	expect(await about()).toEqual(before.filter((name) => !name.endsWith('about the child')));
	await owner(`insert into goal (id, family_id, parent_id, title, created_by)
		values ('@small step', '@family', '@step about the child', 'Ord', '@parent')`);
	expect(await about()).not.toContain('small step');
});

on('the newest first, as many as asked for', async ({ as, longAgo }) => {
	await longAgo(
		`update goal set changed_at = now() + interval '1 minute' where id = '@goal about the parent'`,
	);
	const [first, ...rest] = await as('teacher', touches);
	expect(nameOf(first!.goal_id)).toBe('goal about the parent');
	expect(rest).toHaveLength(10);
	expect(await as('teacher', touches.replace(`'1 hour'`, `'1 hour', 2`))).toHaveLength(2);
	expect(await as('teacher', touches.replace(`- interval '1 hour'`, ''))).toHaveLength(1);
});
