/** What somebody does, the database says when; whatever time is sent. Once more changes nothing, taking it back empties it. */
import { expect, on } from '../../policies/stage.ts';
import { guardedBy } from '../guarded.ts';

const stamped = [
	['meeting', 'cancelled_at', `id = '@meeting of the family'`, 'parent', true],
	['agenda_point', 'removed_at', `id = '@point of the parent'`, 'parent', true],
	['scale', 'retired_at', `id = '@scale of the parent'`, 'parent', true],
	['share', 'withdrawn_at', `id = '@parent shares with coordinator'`, 'parent', false],
	['offer', 'retired_at', `id = '@fresh offer'`, 'project-lead', true],
	['goal', 'done_at', `id = '@goal of the family'`, 'parent', true],
	['goal', 'removed_at', `id = '@goal of the family'`, 'parent', true],
	['team_member', 'left_at', `id = '@teacher in team'`, 'project-lead', false],
	['invitation', 'revoked_at', `id = '@invitation of an aunt'`, 'parent', false],
] as const;
for (const [table, column, where, who, canBeTakenBack] of stamped) {
	on(`${table}.${column} is when it happened, not what somebody sends`, async ({ as, owner, longAgo }) => {
		const set = (value: string) => as(who, `update ${table} set ${column} = ${value} where ${where}`);
		const is = async () =>
			(
				await owner(
					`select ${column} = now() as now, ${column} is null as empty from ${table} where ${where}`,
				)
			)[0];
		await set(`'2001-01-01'`);
		expect(await is()).toEqual({ now: true, empty: false });
		await owner(`update ${table} set ${column} = '2001-01-01' where ${where}`);
		expect(await is()).toEqual({ now: true, empty: false });
		// Nor is it moved later on.
		await longAgo(`update ${table} set ${column} = now() - interval '1 minute' where ${where}`);
		await set(`now()`);
		expect(await is()).toEqual({ now: false, empty: false });
		if (!canBeTakenBack) return;
		await set('null');
		expect(await is()).toEqual({ now: null, empty: true });
	});
}

on('everything that is stamped is tried', async ({ owner }) => {
	const tried = stamped.map(([table, column]) => `${table}.${column}`);
	const columns = (await guardedBy(owner, 'stamps')).map(({ table, column }) => `${table}.${column}`);
	expect(columns.length).toBeGreaterThan(5);
	expect(columns.filter((column) => !tried.includes(column))).toEqual([]);
});

/** Times that lie ahead by what they are; each has bounds of its own. */
const ahead = ['goal.due_on', 'meeting.starts_at', 'meeting.ends_at', 'share.valid_until'];
/** Times of what has been, that somebody says: no later than now, and refused otherwise. */
const said = ['rating.rated_at', 'offer.verified_on'];

on('every time that somebody may write is stamped, bounded, or ahead by what it is', async ({ owner }) => {
	const written = await owner(
		`select relname || '.' || attname as name from pg_class c join pg_attribute a on attrelid = c.oid and attnum > 0
		where relnamespace = 'public'::regnamespace and relkind = 'r' and atttypid in ('timestamptz'::regtype, 'date'::regtype)
			and (has_column_privilege('authenticated', c.oid, attnum, 'insert')
				or has_column_privilege('authenticated', c.oid, attnum, 'update'))`,
	);
	expect(written.map(({ name }) => name).sort()).toEqual(
		[...stamped.map(([table, column]) => `${table}.${column}`), ...said, ...ahead].sort(),
	);
});

on('when I looked at a plan, and before, the database says', async ({ as, owner, longAgo }) => {
	await owner(`grant insert, update on plan_visit to authenticated`);
	const look = (visited = `'2999-01-01'`, since = `'2999-01-01'`) =>
		as(
			'child',
			`insert into plan_visit (person_id, family_id, visited_at, since) values ('@me', '@family', ${visited}, ${since})
				on conflict (person_id, family_id) do update set visited_at = excluded.visited_at, since = excluded.since`,
		);
	const visit = async () =>
		(
			await owner(`select (now() - visited_at)::text as visited, (now() - since)::text as since from plan_visit
				where person_id = '@child' and family_id = '@family'`)
		)[0];
	const before = (ago: string) =>
		longAgo(`update plan_visit set visited_at = now() - interval '${ago}', since = now() - interval '2 days'
			where person_id = '@child' and family_id = '@family'`);
	await look();
	expect(await visit(), 'the first').toEqual({ visited: '00:00:00', since: null });
	await before('30 minutes');
	await look();
	expect(await visit(), 'the next').toEqual({ visited: '00:00:00', since: '00:30:00' });
	await before('29 minutes');
	await look(`'2001-01-01'`, 'null');
	expect(await visit(), 'the same').toEqual({ visited: '00:29:00', since: '2 days' });
});

on('an answer and its time come together, and the database says when', async ({ as, owner }) => {
	const mine = `where meeting_id = '@meeting of the family' and person_id = '@parent'`;
	const said = async () =>
		(await owner(`select answer::text, answered_at = now() as "isNow" from meeting_attendee ${mine}`))[0];
	await as('parent', `update meeting_attendee set answer = 'coming' ${mine}`);
	expect(await said()).toEqual({ answer: 'coming', isNow: true });
	await owner(`update meeting_attendee set answered_at = '2001-01-01' ${mine}`);
	expect(await said()).toEqual({ answer: 'coming', isNow: true });
	await as('parent', `update meeting_attendee set answer = null ${mine}`);
	expect(await said()).toEqual({ answer: null, isNow: null });
	// Whoever fills a database brings both.
	await owner(`select set_config('request.jwt.claims', '', true)`);
	await expect(
		owner(`insert into meeting_attendee (meeting_id, family_id, person_id, answer)
			values ('@meeting of the family', '@family', '@child', 'coming')`),
	).rejects.toThrow('"answer_comes_with_its_time"');
});

/** What is said anew and again: the same row said one thing and another, and by whom else. */
const saidAnew = [
	['goal', `done_at = now()`, `done_at = null`, `id = '@goal of the family'`],
	['family_offer', `state = 'interested'`, `state = 'started'`, `id = '@offer suggested'`],
	[
		'meeting_attendee',
		`answer = 'coming'`,
		`answer = 'not_coming'`,
		`person_id = '@me' and meeting_id = '@meeting of the family'`,
	],
] as const;
for (const [table, one, other, where] of saidAnew) {
	on(`${table}: what waited on a phone undoes nothing that was said since`, async ({ as, answer, owner }) => {
		/** As a signed token that says when it was made. */
		const waited = (set: string, days: number) => `update ${table} set ${set} where ${where} and set_config(
			'request.jwt.claims', jsonb_build_object('sub', '@me', 'made_at', now() - interval '${days} days')::text, true
		) is not null`;
		const now = (set: string) => `update ${table} set ${set} where ${where}`;
		const late = async (set: string, days: number) => (await answer('parent', waited(set, days)))?.constraint;
		await as('parent', waited(one, 5));
		await as('parent', waited(other, 4));
		expect(await late(one, 4.5)).toBe('said_otherwise_since');
		expect(await late(one, 3)).toBeUndefined();
		await as('parent', waited(other, 2));
		expect(await late(one, 3), 'the same was said again since').toBe('said_otherwise_since');
		await as('parent', waited(other, 4));
		expect(await late(one, 3), 'and came once more').toBe('said_otherwise_since');
		await as('parent', now(one));
		expect(await late(other, 3)).toBe('said_otherwise_since');
		expect(await late(one, 3), 'the same').toBeUndefined();
		expect(await late(other, -3), 'no later than now').toBeUndefined();
		const ahead = `update ${table} set said_at = now() + interval '1 second' where ${where.replace('@me', '@parent')}`;
		await owner(ahead);
		expect((await answer('parent', now(other)))?.constraint, 'in the page').toBeUndefined();
		expect(await late(other, 0.001)).toBe('said_otherwise_since');
	});
}
