/** The goals Home shows, out of a plan of whatever length. */
import type { ActorName } from '../actors.ts';
import { expect, idOf, on } from '../stage.ts';

const families = `array['@family', '@other home', '@strangers', '@far family']::uuid[]`;
for (const name of ['family', 'other home', 'strangers', 'far family']) idOf(name);
const next = (of = families) => `select id, title, due_on, step from next_goals(${of})`;

on('each hears of the plans they see, and at most of three goals', async ({ as, allowed }) => {
	const titles = async (who: ActorName) => (await as(who, next())).map(({ title }) => title);
	expect(await titles('parent')).toHaveLength(3);
	expect(await titles('stranger-parent')).toEqual(['Svømme']);
	for (const who of ['guest', 'project-lead', 'former-nurse'] as const) expect(await titles(who)).toEqual([]);
	expect(await allowed(next())).not.toContain('anonymous');
});

on(
	'a date that has gone by comes first, then the nearest, then the order of the family; what is reached stays away',
	async ({ as, longAgo }) => {
		await longAgo(`
			update goal set due_on = null, done_at = null, removed_at = null;
			update goal set done_at = now() where id = '@goal about the grandmother' or id = '@goal left behind';
			update goal set due_on = private.today() + 9 where id = '@goal about the young person';
			update goal set due_on = private.today() - 9 where id = '@goal about the parent'`);
		const titles = async () =>
			(await as('parent', next(`array['@family']::uuid[]`))).map(({ title }) => title);
		expect(await titles()).toEqual(['Sove bedre', 'Et fritidsjob', 'Ro om morgenen, også om mandagen']);
		await longAgo(`update goal set removed_at = now() where id = '@goal about the parent'`);
		expect(await titles()).toEqual(['Et fritidsjob', 'Ro om morgenen, også om mandagen', 'Carl får en ven']);
	},
);

on('the step is the deepest that is not done, the first of its line', async ({ as, owner, longAgo }) => {
	const step = async () =>
		(await as('parent', next())).find(({ title }) => title === 'Carl får en ven')!.step;
	await longAgo(`update goal set due_on = private.today() + 1 where id = '@goal about the child'`);
	expect(await step()).toBe('Inviter en hjem');
	await owner(`insert into goal (id, family_id, parent_id, title, created_by) values
		('@small step', '@family', '@step about the child', 'Spørg Asta', '@parent'),
		('@later step', '@family', '@step about the child', 'Køb boller', '@parent')`);
	expect(await step()).toBe('Spørg Asta');
	await longAgo(`update goal set done_at = now() where id = '@small step'`);
	expect(await step()).toBe('Køb boller');
	await longAgo(`update goal set removed_at = now() where id = '@later step'`);
	expect(await step()).toBe('Inviter en hjem');
	await longAgo(`update goal set done_at = now() where id = '@step about the child'`);
	expect(await step()).toBeNull();
});

on('what is about somebody who has left comes last, and says so', async ({ as, owner, longAgo }) => {
	await longAgo(`
		update goal set done_at = now() where family_id = '@family';
		update goal set done_at = null, due_on = null where id = '@goal of the family';
		update goal set done_at = null, due_on = private.today() + 1 where id in ('@goal left behind', '@goal about the parent')`);
	const told = () => as('parent', `select title, about_has_left from next_goals(array['@family']::uuid[])`);
	const left = { title: 'Løbe en tur om ugen', about_has_left: true };
	expect(await told()).toEqual([
		{ title: 'Sove bedre', about_has_left: false },
		{ title: 'Ro om morgenen, også om mandagen', about_has_left: false },
		left,
	]);
	await owner(`insert into member (id, family_id, person_id, role)
		values ('@again', '@family', '@former-partner', 'relative')`);
	expect(await told(), 'there again').toContainEqual({ ...left, about_has_left: false });
});
