/** The demo families: they go into an empty database once, are complete, and make sense on any day. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personas } from '../../src/lib/server/auth/demo.ts';
import { seed } from '../../supabase/embedded/migrate.ts';
import { runner } from '../../supabase/embedded/pglite.ts';
import { begun } from './begun.ts';

const pglite = await begun('empty');
const db = runner(pglite);
let seeded: boolean;

beforeAll(async () => {
	seeded = await seed(db);
});
afterAll(() => pglite.close());

async function column<Value>(sql: string): Promise<Value[]> {
	return (await db.rows(sql)).map((row) => Object.values(row)[0] as Value);
}

const tables = () =>
	column<string>(`select tablename from pg_tables where schemaname = 'public' order by tablename`);

const columnsOfType = (type: string) =>
	db.rows(`
		select c.table_name, c.column_name
		from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
		where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = '${type}'
	`) as Promise<{ table_name: string; column_name: string }[]>;

async function fingerprint() {
	const contents: Record<string, unknown> = {};
	for (const table of await tables()) {
		[contents[table]] = await column(
			`select md5(string_agg(t::text, '|' order by t::text)) from public.${table} t`,
		);
	}
	return contents;
}

test('an empty database gets the demo, a second time changes nothing', async () => {
	expect(seeded).toBe(true);
	const before = await fingerprint();
	expect(await seed(db)).toBe(false);
	expect(await fingerprint()).toEqual(before);
});

test('everybody on the demo sign-in page is somebody', async () => {
	const subjects = await column<string>(`select subject from public.identity where provider = 'demo'`);
	expect(subjects.sort()).toEqual([...personas].sort());
});

test('every table has rows, but nobody is signed in, and no meeting is cancelled for somebody to have seen', async () => {
	const empty = [];
	for (const table of await tables()) {
		const [first] = await db.rows(`select 1 from public.${table} limit 1`);
		if (!first) empty.push(table);
	}
	expect(empty).toEqual(['cancellation_seen', 'session']);
});

test('people meet on weekdays between 7 and 21, Danish time', async () => {
	const odd = await db.rows(`
		select purpose, local_start from (
			select purpose, starts_at at time zone 'Europe/Copenhagen' as local_start,
				ends_at at time zone 'Europe/Copenhagen' as local_end
			from public.meeting
		) m
		where local_start::time < '07:00' or local_end::time > '21:00' or extract(isodow from local_start) > 5
	`);
	expect(odd).toEqual([]);
});

// What stands in the database depends on the day it was put there; the rule behind it does not.
test('a working day is never in a weekend or at Christmas, whatever today is', async () => {
	await db.exec(readFileSync(new URL('../../supabase/seed/00_shorthand.sql', import.meta.url), 'utf8'));
	const daysOff = await db.rows(`
		select day from generate_series(-366, 366) n, pg_temp.workday(n) day
		where extract(isodow from day) > 5 or to_char(day, 'MMDD') in ('1224', '1225', '1226', '1231', '0101')
			or day not between pg_temp.day(n) and pg_temp.day(n + 7)
	`);
	await db.exec(readFileSync(new URL('../../supabase/seed/99_shorthand_off.sql', import.meta.url), 'utf8'));
	expect(daysOff).toEqual([]);
});

test('what has happened lies in the past', async () => {
	const ahead = new Set(['starts_at', 'ends_at', 'expires_at']);
	const future = [];
	for (const { table_name, column_name } of await columnsOfType('timestamp with time zone')) {
		if (ahead.has(column_name)) continue;
		const found = await db.rows(`select 1 from public.${table_name} where ${column_name} > now() limit 1`);
		if (found.length) future.push(`${table_name}.${column_name}`);
	}
	expect(future).toEqual([]);
});

test('answers, points, progress and reads come after what they belong to', async () => {
	const tooEarly = await db.rows(`
		select a.reason as what from public.meeting_attendee a join public.meeting m on m.id = a.meeting_id
		where a.answered_at not between m.created_at and m.starts_at
		union all
		select p.wording from public.agenda_point p join public.meeting m on m.id = p.meeting_id
		where p.created_at not between m.created_at and m.starts_at
		union all
		select p.note from public.goal_progress p join public.goal g on g.id = p.goal_id where p.noted_at < g.created_at
		union all
		select s.title from public.goal s join public.goal g on g.id = s.parent_id where s.created_at < g.created_at
		union all
		select o.reason from public.family_offer o where o.answered_at < o.created_at
		union all
		select l.id::text from public.access_log l join public.share s on s.id = l.share_id where l.read_at < s.created_at
	`);
	expect(tooEarly).toEqual([]);
});

test('the plan shows a date that has gone by, and a goal said in a new way', async () => {
	expect(
		await column(`select title from public.goal where due_on < private.today() and done_at is null`),
	).toEqual(['Ringe til sundhedshuset om at komme på ryghold']);
	expect(await column(`select words from public.goal_wording where number > 1`)).toHaveLength(1);
});

test('the people of the demo do not speak like a computer', async () => {
	const systemWords =
		/\b(bruger|brugere|brugeren|record|submit|login|password|database|server|default|null|undefined|lorem|ipsum|test|demo|todo|xxx|registrering|indberet)/i;
	const unreadable = new Set(['identity', 'session']);
	const found = [];
	for (const { table_name, column_name } of await columnsOfType('text')) {
		if (unreadable.has(table_name)) continue;
		const texts = await column<string>(
			`select ${column_name} from public.${table_name} where ${column_name} is not null`,
		);
		found.push(...texts.filter((text) => systemWords.test(text)));
	}
	expect(found).toEqual([]);
});
