/**
 * The policy matrix: for one table, who sees which row, and who may insert, update and delete what. Everything that
 * is not listed must be refused, to every actor there is.
 *
 * Refused means: the database answers 42501 (no grant, or row security), or no row is seen or changed. Any other
 * error is a mistake in the test and fails it.
 */
import { isDeepStrictEqual } from 'node:util';
import { attempt } from '../database/acting.ts';
import type { Database } from '../database/open.ts';
import { actorNames, actors, type ActorName } from './actors.ts';
import { nameOf, withIds } from './labels.ts';

/** For each row of the fixture, by name: who. */
export type Rows = Record<string, ActorName[]>;

/** One statement that everybody tries, and the only ones who may. */
export interface Statement {
	sql: string;
	by: ActorName[];
}

/** One assignment that everybody tries on all rows at once, and whose attempt changes which rows. */
export interface Assignment {
	set: string;
	changes: Rows;
}

export interface Table {
	/** The schema it stands in; `public` unless told. */
	schema?: 'private';
	/** The columns that name a row; `id` unless told. */
	key?: string[];
	/** Who sees each row. Every row of the fixture is listed. */
	select: Rows;
	/** Particular columns. */
	columns?: Record<string, Statement>;
	insert: Record<string, Statement>;
	update: Record<string, Statement | Assignment>;
	/** Whose `delete from` takes which rows away. */
	delete: Rows;
}

export type Command = 'select' | 'insert' | 'update' | 'delete';

/** Something that must hold, and how to see whether it does. */
export interface Expectation {
	command: Command;
	name: string;
	expected: ActorName[] | Rows;
	observe(db: Database): Promise<ActorName[] | Rows>;
}

/** Everything a table's file says, one expectation after another. */
export function expectations(name: string, spec: Table): Expectation[] {
	const table = `${spec.schema ?? 'public'}.${name}`;
	const key = (spec.key ?? ['id']).map((column) => `${column}::text as ${column}`).join(', ');
	const rows = `select ${key} from ${table}`;
	const statements = (command: Command, named: Record<string, Statement | Assignment> = {}) =>
		Object.entries(named).map(([says, tried]): Expectation =>
			'sql' in tried
				? { command, name: says, expected: inOrder(tried.by), observe: (db) => whoMay(db, tried.sql) }
				: {
						command,
						name: says,
						expected: listed(tried.changes),
						observe: (db) => whoChanges(db, table, rows, tried.set),
					},
		);
	return [
		{ command: 'select', name: 'rows', expected: everyRow(spec.select), observe: (db) => whoSees(db, rows) },
		...statements('select', spec.columns),
		...statements('insert', spec.insert),
		...statements('update', spec.update),
		{
			command: 'delete',
			name: 'rows',
			expected: listed(spec.delete),
			observe: (db) => whoDeletes(db, table, rows),
		},
	];
}

/** Whether the database does what the expectation says. */
export async function holds(db: Database, { expected, observe }: Expectation): Promise<boolean> {
	return observe(db).then(
		(observed) => isDeepStrictEqual(observed, expected),
		() => false,
	);
}

const inOrder = (who: readonly ActorName[]) => actorNames.filter((name) => who.includes(name));
const everyRow = (rows: Rows): Rows =>
	Object.fromEntries(
		Object.keys(rows)
			.sort()
			.map((row) => [row, inOrder(rows[row]!)]),
	);
const listed = (rows: Rows): Rows =>
	Object.fromEntries(Object.entries(everyRow(rows)).filter(([, who]) => who.length > 0));

const nameRow = (row: Record<string, unknown>) => Object.values(row).map(nameOf).join(' / ');

/** Who may run the statement: it is not refused and touches a row. */
export async function whoMay(db: Database, sql: string): Promise<ActorName[]> {
	const may: ActorName[] = [];
	for (const name of actorNames) if ((await tried(db, name, sql)).count > 0) may.push(name);
	return may;
}

async function whoSees(db: Database, rows: string): Promise<Rows> {
	const seen: Rows = Object.fromEntries((await db.rows(rows)).map((row) => [nameRow(row), []]));
	for (const name of actorNames) {
		for (const row of (await tried(db, name, rows)).rows) (seen[nameRow(row)] ??= []).push(name);
	}
	return everyRow(seen);
}

async function whoChanges(db: Database, table: string, rows: string, set: string): Promise<Rows> {
	const changed: Rows = {};
	for (const name of actorNames) {
		const condition = withIds(set.replaceAll(', ', ' and '), name);
		const { seen = [] } = await tried(db, name, `update ${table} set ${set}`, () =>
			db.rows(`${rows} where ${condition}`),
		);
		for (const row of seen) (changed[nameRow(row)] ??= []).push(name);
	}
	return listed(changed);
}

async function whoDeletes(db: Database, table: string, rows: string): Promise<Rows> {
	const deleted: Rows = {};
	const before = (await db.rows(rows)).map(nameRow);
	for (const name of actorNames) {
		const { seen } = await tried(db, name, `delete from ${table}`, () => db.rows(rows));
		if (!seen) continue;
		const left = new Set(seen.map(nameRow));
		for (const row of before) if (!left.has(row)) (deleted[row] ??= []).push(name);
	}
	return listed(deleted);
}

async function tried<T>(db: Database, name: ActorName, sql: string, then?: () => Promise<T>) {
	const outcome = await attempt(db, actors[name], withIds(sql, name), then);
	if (outcome.failure) throw new Error(`${name}: ${outcome.failure.code} ${outcome.failure.message}\n${sql}`);
	return outcome;
}
