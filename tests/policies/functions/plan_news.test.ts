/** What is new in plans since somebody looked, for those who see them. */
import { nameOf } from '../labels.ts';
import { expect, idOf, on } from '../stage.ts';
import type { ActorName } from '../actors.ts';

const families = `array['@family', '@other home', '@strangers', '@far family']::uuid[]`;
for (const name of ['family', 'other home', 'strangers', 'far family']) idOf(name);
const news = `select family_id, goals, latest from plan_news(${families})`;
/** This person looked at every plan an hour ago. */
const looked = (who: ActorName) => `insert into plan_visit (person_id, family_id, visited_at)
	select '@${who}', f, now() - interval '1 hour' from unnest(${families}) f
	on conflict (person_id, family_id) do update set visited_at = excluded.visited_at`;

on(
	'each hears how much is new in the plans they see, and nobody else anything',
	async ({ as, longAgo, allowed }) => {
		const told = async (who: ActorName) => {
			await longAgo(looked(who));
			return (await as(who, news)).map(({ family_id, goals }) => [nameOf(family_id), goals]);
		};
		const nothing = ['far family', 'other home', 'strangers'].map((name) => [name, 0]);
		const sorted = (of: unknown[][]) => of.map(String).sort();
		expect(sorted(await told('teacher'))).toEqual(sorted([['family', 8], ...nothing]));
		expect(sorted(await told('stranger-coordinator'))).toContain('far family,1');
		for (const who of ['guest', 'project-lead', 'former-nurse', 'former-partner'] as const) {
			expect(sorted(await told(who)), who).toEqual(sorted([['family', 0], ...nothing]));
		}
		expect(await allowed(news)).not.toContain('anonymous');
	},
);

on('of a plan I have never looked at nothing is said, nor when others looked', async ({ as, longAgo }) => {
	await longAgo(`delete from plan_visit`);
	await longAgo(looked('teacher'));
	expect(await as('coordinator', news)).toEqual([]);
});

on(
	'what was taken off the plan, and what stands or is noted under it, is no news',
	async ({ as, owner, longAgo }) => {
		await longAgo(looked('teacher'));
		const goals = async () => (await as('teacher', `${news} where family_id = '@family'`))[0]!.goals;
		expect(await goals()).toBe(8);
		await owner(`update goal set removed_at = now() where id = '@goal about the child'`);
		expect(await goals()).toBe(6);
		await owner(`insert into goal (id, family_id, parent_id, title, created_by)
		values ('@small step', '@family', '@step about the child', 'Ord', '@parent')`);
		expect(await goals()).toBe(6);
	},
);

on('only what happened since I looked is new, a goal once', async ({ as, owner, longAgo }) => {
	await longAgo(looked('teacher'));
	await longAgo(`
		update goal set changed_at = now() - interval '2 hours';
		update goal_progress set noted_at = now() - interval '2 hours'`);
	const told = () => as('teacher', `${news} where family_id = '@family'`);
	expect(await told()).toMatchObject([{ goals: 0, latest: null }]);
	await longAgo(`
		update goal set changed_at = now() - interval '10 minutes' where id = '@goal about the parent';
		update goal_progress set noted_at = now() - interval '5 minutes' where goal_id = '@goal about the parent'`);
	const [{ goals, latest } = {}] = await told();
	expect(goals).toBe(1);
	const [{ noted_at } = {}] = await owner(
		`select coalesce(max(noted_at), now() - interval '10 minutes') as noted_at from goal_progress where goal_id = '@goal about the parent'`,
	);
	expect(Date.parse(String(latest))).toBe(Date.parse(String(noted_at)));
});
