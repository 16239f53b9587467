/** Statements that stay prepared answer what PGlite's own query answers, to each who asks. */
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { preparing, type Preparing } from '../../supabase/embedded/statements.ts';
import { begun } from './begun.ts';

let db: PGlite;
let query: Preparing['query'];
let ahead: Preparing['ahead'];
beforeAll(async () => {
	db = await begun('empty');
	await db.exec(`
		create type colour as enum ('red', 'blue green');
		create table thing (
			id int primary key, name text, colours colour[] not null default '{}', scores int[], seen timestamptz, day date,
			big bigint, is_good boolean, told jsonb, share numeric, owner text
		);
		create role asker;
		grant select on thing to asker;
		alter table thing enable row level security;
		create policy own on thing for select to asker using (owner = current_setting('asker.name'));
	`);
	await db.refreshArrayTypes();
	({ query, ahead } = preparing(db));
});
afterAll(() => db.close());
beforeEach(() => db.exec('delete from thing'));

const columns = 'id, name, colours, scores, seen, day, big, is_good, told, share';
const add = `insert into thing (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const full = [
	1,
	'Æ"\'\\',
	['red', 'blue green'],
	[1, 2],
	new Date(0),
	'2026-02-28',
	2n ** 60n,
	true,
	{ a: [null] },
	'1.50',
];
const empty = [2, null, [], null, undefined, null, null, false, null, null];

test('the same rows, the same counts, with parameters of every kind', async () => {
	for (const values of [full, empty, [3, '', ['red'], [], null, null, 0, true, '"text"', 0]]) {
		const mine = await query(add, values);
		await db.query('delete from thing where id = $1', values.slice(0, 1));
		expect(mine).toEqual(await db.query(add, values));
	}
	for (const [sql, ...values] of [
		[`select ${columns} from thing order by id`],
		['select count(*) as "how many", null as nothing from thing where id > $1', 1],
		['select id from thing where colours && $1::colour[]', ['blue green']],
		['select id from thing where false'],
		['update thing set name = $1 where id < $2', 'x', 3],
		['update thing set name = $1 where id < $2 returning id, told', 'y', 3],
		['select 1 as one, 2 as one'],
		['set local work_mem = 4096'],
	] as [string, ...unknown[]][]) {
		const own = await db.query(sql, values);
		for (let time = 1; time <= 7; time += 1) expect(await query(sql, values), sql).toEqual(own);
	}
	expect((await query('delete from thing where id = $1', [1])).affectedRows).toBe(1);
	expect((await query('delete from thing where id = $1', [1])).affectedRows).toBe(0);
});

test('whatever a statement fails at, the next one is answered, in a transaction after that was taken back', async () => {
	await query(add, full);
	for (const [sql, ...values] of [
		['selekt 1'],
		['select nothing from thing'],
		[add, ...full],
		['select id from thing where id = $1', 'seven'],
		['select 1 / (id - 1) from thing'],
		['select id from thing where id = $1'],
	] as [string, ...unknown[]][]) {
		for (let time = 1; time <= 2; time += 1) {
			await expect(query(sql, values), sql).rejects.toThrow();
			expect((await query('select id from thing')).rows, sql).toEqual([{ id: 1 }]);
		}
		await query('begin');
		await query('update thing set name = null');
		await expect(query(sql, values), sql).rejects.toThrow();
		await expect(query('select id from thing'), sql).rejects.toThrow(/aborted/);
		await query('rollback');
		expect((await query('select id from thing')).rows, sql).toEqual([{ id: 1 }]);
	}
});

test('one statement answers each who asks, and who may not ask not at all', async () => {
	await query("insert into thing (id, owner) values (1, 'anna'), (2, 'bo'), (3, 'bo')");
	const ask = async (role: string, name: string) => {
		await query('begin');
		await query("select set_config('role', $1, true), set_config('asker.name', $2, true)", [role, name]);
		const answer = await query<{ id: number }>('select id from thing where id < $1 order by id', [9]).catch(
			String,
		);
		await query('rollback');
		return typeof answer === 'string' ? answer : answer.rows.map(({ id }) => id);
	};
	await db.exec('create role nobody');
	// More often than PostgreSQL tries before it settles on a plan.
	for (let time = 1; time <= 8; time += 1) {
		expect(await ask('asker', 'anna')).toEqual([1]);
		expect(await ask('asker', 'bo')).toEqual([2, 3]);
		expect(await ask('asker', 'nobody')).toEqual([]);
		expect(await ask('nobody', 'bo')).toContain('permission denied');
		expect(await ask('postgres', 'bo')).toEqual([1, 2, 3]);
	}
});

const asAsker = "select set_config('role', 'asker', true), set_config('asker.name', $1, true)";

test('what goes ahead of a question goes with it, and no further', async () => {
	await query("insert into thing (id, owner) values (1, 'anna'), (2, 'bo'), (3, 'bo')");
	for (const [name, ids] of [
		['anna', [1]],
		['bo', [2, 3]],
		['anna', [1]],
	] as const) {
		await query('BEGIN');
		await ahead(asAsker, [name]);
		const { rows, fields, affectedRows } = await query('select id from thing order by id');
		expect(rows).toEqual(ids.map((id) => ({ id })));
		expect([fields.map((field) => field.name), affectedRows]).toEqual([['id'], 0]);
		await query('COMMIT');
		expect((await query('select id from thing')).rows).toHaveLength(3);
	}
});

test('what is wrong with it is said at the question, and changes nothing', async () => {
	await query("insert into thing (id, owner) values (1, 'anna')");
	for (let time = 1; time <= 2; time += 1) {
		await query('BEGIN');
		await ahead("select set_config('role', $1, true)", ['nobody known']);
		await expect(query('delete from thing')).rejects.toThrow(/nobody known/);
		await query('ROLLBACK');
		expect((await query('select id from thing')).rows).toEqual([{ id: 1 }]);
	}
});

test('what goes ahead of a question that never comes is of no other one', async () => {
	await query("insert into thing (id, owner) values (1, 'anna'), (2, 'bo')");
	await query('BEGIN');
	await ahead(asAsker, ['bo']);
	await query('BEGIN');
	expect((await query('select id from thing order by id')).rows).toEqual([{ id: 1 }, { id: 2 }]);
	await query('ROLLBACK');
});

test('no more are kept than can be asked for soon', async () => {
	for (let number = 1; number <= 320; number += 1) {
		expect((await query(`select ${number} as it`)).rows).toEqual([{ it: number }]);
	}
	const { rows } = await db.query<{ of: number }>('select count(*)::int as of from pg_prepared_statements');
	expect(rows[0]!.of).toBe(300);
	expect((await query('select 1 as it')).rows).toEqual([{ it: 1 }]);
	expect((await query('select 320 as it')).rows).toEqual([{ it: 320 }]);
});

test('a plan does not stay for ever', async () => {
	const names = async () => {
		const { rows } = await db.query<{ name: string }>(
			`select name from pg_prepared_statements where statement = 'select 7 as it'`,
		);
		return rows.map(({ name }) => name);
	};
	await query('select 7 as it');
	const before = await names();
	for (let time = 2; time <= 501; time += 1) await query('select 7 as it');
	expect(await names()).toHaveLength(1);
	expect(await names()).not.toEqual(before);
});
