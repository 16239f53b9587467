/** What stands in a plan, for those who see it. */
import { nameOf } from '../labels.ts';
import { expect, idOf, on } from '../stage.ts';

for (const name of ['goal off', 'step off', 'small step off', 'step gone']) idOf(name);
const goals = `select id from plan_goals('@family')`;

on('all that stands: what was taken off is not there, nor what stands under it', async ({ as, owner }) => {
	const standing = async () => (await as('teacher', goals)).map(({ id }) => nameOf(id));
	const before = await standing();
	expect(before).toContain('step about the child');
	await owner(`insert into goal (id, family_id, parent_id, title, created_by) values
		('@goal off', '@family', null, 'Ord', '@parent'),
		('@step off', '@family', '@goal off', 'Ord', '@parent'),
		('@small step off', '@family', '@step off', 'Ord', '@parent'),
		('@step gone', '@family', '@goal about the child', 'Ord', '@parent')`);
	await owner(`update goal set removed_at = now() where id in ('@goal off', '@step gone')`);
	expect(await standing()).toEqual(before);
	await owner(`update goal set removed_at = null where id = '@goal off'`);
	expect((await standing()).sort()).toEqual([...before, 'goal off', 'step off', 'small step off'].sort());
});

on('what is on the way in its order, then what was reached, the last first', async ({ as, owner }) => {
	await owner(`delete from goal where family_id = '@family'`);
	await owner(`insert into goal (id, family_id, title, position, done_at, created_by) values
		('@goal off', '@family', 'Ord', 2, null, '@parent'), ('@step off', '@family', 'Ord', 1, null, '@parent'),
		('@small step off', '@family', 'Ord', 3, now() - interval '2 days', '@parent'),
		('@step gone', '@family', 'Ord', 4, now() - interval '1 day', '@parent')`);
	const found = (await as('parent', goals)).map(({ id }) => nameOf(id));
	expect(found).toEqual(['step off', 'goal off', 'step gone', 'small step off']);
});

on('whoever does not see the plan sees none of it, but a parent what is about their child', async (stage) => {
	for (const who of ['guest', 'project-lead', 'former-nurse', 'former-partner', 'stranger-parent'] as const) {
		expect(await stage.as(who, goals), who).toEqual([]);
	}
	expect((await stage.as('other-parent', goals)).map(({ id }) => nameOf(id)).sort()).toEqual([
		'goal about the child',
		'step about the child',
	]);
	expect(await stage.allowed(goals)).not.toContain('anonymous');
});
