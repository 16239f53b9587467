/** The families in whose team somebody is, with what is new in their plans since they looked. */
import { nameOf } from '../labels.ts';
import { expect, idOf, on, type Stage } from '../stage.ts';
import type { ActorName } from '../actors.ts';

for (const name of ['family', 'strangers', 'other home', 'far family']) idOf(name);
const page = (skip: number, most: number, by_name = false, part = '%') =>
	`select family_id, visited_at, goals, latest, of_all from plan_news(${by_name}, '${part}', ${skip}, ${most})`;
const news = page(0, 40);
/** This person looked at every plan an hour ago. */
const looked = (who: ActorName) => `insert into plan_visit (person_id, family_id, visited_at)
	select '@${who}', id, now() - interval '1 hour' from family
	on conflict (person_id, family_id) do update set visited_at = excluded.visited_at`;

on('each hears of the families in whose team they are, and nobody else anything', async (stage) => {
	const told = async (who: ActorName) => {
		await stage.longAgo(looked(who));
		return (await stage.as(who, news)).map(({ family_id, goals }) => [nameOf(family_id), goals]);
	};
	expect(await told('teacher')).toEqual([['family', 8]]);
	expect(await told('stranger-coordinator')).toEqual([['far family', 1]]);
	for (const who of ['parent', 'guest', 'project-lead', 'former-nurse', 'former-partner'] as const) {
		expect(await told(who), who).toEqual([]);
	}
	expect(await stage.allowed(news)).not.toContain('anonymous');
});

on('of a plan I have never looked at nothing is said, nor when others looked', async ({ as, longAgo }) => {
	await longAgo(`delete from plan_visit`);
	await longAgo(looked('teacher'));
	expect(await as('coordinator', news)).toMatchObject([{ visited_at: null, goals: 0, latest: null }]);
});

on(
	'what was taken off the plan, and what stands or is noted under it, is no news',
	async ({ as, owner, longAgo }) => {
		await longAgo(looked('teacher'));
		const goals = async () => (await as('teacher', news))[0]!.goals;
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
	const told = () => as('teacher', news);
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

/** The teacher is in six more teams: of the first she has never seen the plan, in the second something is newest. */
async function sixMore({ longAgo }: Stage) {
	const names = ['Øster', 'Aagaard', 'Ærø', 'bak', 'Zeuthen', 'Holm'];
	for (const name of names) idOf(name);
	await longAgo(
		names
			.map(
				(name, n) => `
			insert into family (id, municipality_id, name) values ('@${name}', '@municipality', '${name}');
			insert into team_member (id, family_id, professional_id, job_id)
				values (gen_random_uuid(), '@${name}', '@teacher', '@job of teacher');
			insert into private.plan_access (person_id, family_id, side) values ('@teacher', '@${name}', 'team');
			insert into goal (id, family_id, plan_id, title, changed_at)
				values (gen_random_uuid(), '@${name}', gen_random_uuid(), 'Ord', now() - interval '${n + 3} minutes')`,
			)
			.join(';'),
	);
	await longAgo(looked('teacher'));
	await longAgo(`
		delete from plan_visit where family_id = '@Øster';
		update family set name = 'Midt' where id = '@family';
		update goal set changed_at = now() - interval '2 hours' where family_id in ('@family', '@Holm', '@Zeuthen');
		update goal_progress set noted_at = now() - interval '2 hours' where family_id = '@family'`);
	return names;
}

on(
	'whom I meet within a week, then the latest, then the rest by name as Danes spell; how much is new does not count',
	async (stage) => {
		await sixMore(stage);
		const told = (await stage.as('teacher', news)).map(({ family_id }) => nameOf(family_id));
		expect(told).toEqual(['family', 'Øster', 'Aagaard', 'Ærø', 'bak', 'Holm', 'Zeuthen']);
	},
);

on('or all by name; so many at a time, and of how many', async (stage) => {
	await sixMore(stage);
	const told = async (skip: number, most: number) =>
		(await stage.as('teacher', page(skip, most, true))).map(({ family_id, of_all }) => [
			nameOf(family_id),
			of_all,
		]);
	expect(await told(0, 40)).toEqual(
		['bak', 'Holm', 'family', 'Zeuthen', 'Ærø', 'Øster', 'Aagaard'].map((name) => [name, 7]),
	);
	expect(await told(5, 1)).toEqual([['Øster', 7]]);
	expect(await told(7, 40)).toEqual([]);
});

on('a plan that nobody has written in is no news, and numbers stand as numbers', async (stage) => {
	await sixMore(stage);
	await stage.longAgo(`
		delete from goal where family_id in ('@Øster', '@bak');
		update family set name = 'nr. 9' where id = '@Øster';
		update family set name = 'nr. 18' where id = '@bak'`);
	const told = await stage.as('teacher', `select family_id, is_empty from plan_news(false, '%', 0, 40)`);
	expect(told.map(({ family_id }) => nameOf(family_id))).toEqual([
		'family',
		'Aagaard',
		'Ærø',
		'Holm',
		'Øster',
		'bak',
		'Zeuthen',
	]);
	expect(told.filter(({ is_empty }) => is_empty).map(({ family_id }) => nameOf(family_id))).toEqual([
		'Øster',
		'bak',
	]);
});

on('by a part of a name, of the family or of one of them who is there', async (stage) => {
	await sixMore(stage);
	const found = async (part: string) =>
		(await stage.as('teacher', page(0, 40, true, part))).map(({ family_id }) => nameOf(family_id));
	expect(await found('%gaa%')).toEqual(['Aagaard']);
	const [{ name } = {}] = await stage.owner(`select name from person where id = '@child'`);
	expect(await found(`%${String(name)}%`)).toEqual(['family']);
	await stage.owner(`update member set left_at = now() where person_id = '@child'`);
	expect(await found(`%${String(name)}%`)).toEqual([]);
});

on('a meeting comes first that begins within seven days, is not over and not cancelled', async (stage) => {
	await sixMore(stage);
	await stage.longAgo(`delete from meeting where family_id = '@family'`);
	const first = async () => nameOf((await stage.as('teacher', news))[0]!.family_id);
	expect(await first()).toBe('Øster');
	const meets = (starts: string, cancelled = 'null') =>
		stage.longAgo(`delete from meeting where family_id = '@Zeuthen';
			insert into meeting (id, family_id, purpose, proposed_by, created_at, starts_at, ends_at, cancelled_at)
			values ('@meeting with Zeuthen', '@Zeuthen', 'Status', '@teacher', now() - interval '3 days', now() + interval '${starts}',
				now() + interval '${starts}' + interval '1 hour', ${cancelled})`);
	for (const [starts, is] of [
		['6 days 23 hours 59 minutes', 'Zeuthen'],
		['7 days 1 minute', 'Øster'],
		['-59 minutes', 'Zeuthen'],
		['-61 minutes', 'Øster'],
	] as const) {
		await meets(starts);
		expect(await first(), starts).toBe(is);
	}
	await meets('1 day', 'now()');
	expect(await first(), 'cancelled').toBe('Øster');
});
