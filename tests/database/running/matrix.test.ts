/**
 * The policy matrix through the door of the running server: who sees, adds, changes and removes what. The expectations
 * are those of tests/policies, which say them in SQL: what a request can say of them is asked here.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { actorNames, actors, type ActorName } from '../../policies/actors.ts';
import { engines, filled } from '../../policies/databases.ts';
import { everyTable } from '../../policies/every-table.ts';
import { nameOf, withIds } from '../../policies/labels.ts';
import type { Assignment, Rows, Statement, Table } from '../../policies/matrix.ts';
import type { Row } from '../open.ts';
import { running, type Asked, type Running } from './running.ts';

// Thousands of requests, and a machine that does other things too.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let server: Running;
let tables: [string, Table][];
beforeAll(async () => {
	server = await running({ keepNothing: true });
	tables = [...(await everyTable())].filter(([, { schema }]) => schema !== 'private');
});
afterAll(async () => {
	await (await server.stop()).close();
});

const keyOf = ({ key = ['id'] }: Table) => key;
/** The rows that came back, by name, each with everybody it came back to. */
async function answers(name: string, table: Table, asked: Asked, more = ''): Promise<Rows> {
	const found: Rows = {};
	for (const who of actorNames) {
		const { body, status, code } = await server.ask(
			actors[who],
			`${name}?select=${keyOf(table).join(',')}${more}`,
			asked,
		);
		if (code === '42501') continue;
		expect(status, `${name} ${who} ${JSON.stringify(body)}`).toBeLessThan(300);
		for (const row of body as Row[]) {
			const called = keyOf(table)
				.map((column) => nameOf(row[column]))
				.join(' / ');
			(found[called] ??= []).push(who);
		}
	}
	return found;
}
const inOrder = (rows: Rows) =>
	Object.fromEntries(
		Object.entries(rows)
			.map(([row, who]) => [row, actorNames.filter((name) => who.includes(name))] as const)
			.filter(([, who]) => who.length > 0)
			.sort(([one], [other]) => (one < other ? -1 : 1)),
	);

test('everybody sees the rows that the matrix says', async () => {
	for (const [name, table] of tables) {
		expect(await answers(name, table, {}).then(inOrder), name).toEqual(inOrder(table.select));
	}
	expect(tables.length).toBeGreaterThan(20);
});

test('everybody removes the rows that the matrix says', async () => {
	for (const [name, table] of tables) {
		const removed = await answers(name, table, { method: 'DELETE', prefer: 'return=representation' });
		expect(inOrder(removed), name).toEqual(inOrder(table.delete));
	}
});

/** What no request can say, and why; everything else is asked, and what cannot be read here fails. */
const bySqlAlone: Record<string, string> = {
	'plan_version: past agree_plan': 'takes what it inserts from another table',
	'organisation: every name': 'gives each row another name',
	"scale: one's own": 'leaves out the child, whom a rule refuses and not row security',
};
/** Values that say the same whoever reads them, now() and today among them. */
const value = String.raw`'[^']*'|null|true|false|\d+|now\(\)|private\.today\(\)`;
const unread = (name: string, says: string, sql: string) => {
	expect(Object.keys(bySqlAlone), `${name}: ${says}: cannot be read: ${sql}`).toContain(`${name}: ${says}`);
	return null;
};

interface Insert {
	into: string;
	columns: string;
	list: string;
	/** What is done where the row is there already. */
	conflict: 'ignore-duplicates' | 'merge-duplicates' | null;
}
function readInsert(name: string, says: string, sql: string): Insert | null {
	const [, into, columns, list, doing] =
		new RegExp(
			String.raw`^\s*insert\s+into\s+(?:public\.)?(\w+)\s+\(([^)]*)\)\s+values\s+\(((?:(?!\(select|\),\s*\().)*)\)\s*(?:on conflict\s+(?:\([^)]*\)\s+)?do (nothing|update set (?:\w+ = excluded\.\w+,? ?)+))?\s*$`,
			's',
		).exec(sql) ?? [];
	if (!into) return unread(name, says, sql);
	const conflict = doing ? (doing === 'nothing' ? 'ignore-duplicates' : 'merge-duplicates') : null;
	return { into, columns: columns!, list: list!, conflict };
}

interface Change {
	columns: string[];
	list: string;
	where: { column: string; equal: boolean; value: string }[];
}
function readChange(name: string, says: string, change: Statement | Assignment): Change | null {
	const sql = 'set' in change ? `update ${name} set ${change.set}` : change.sql;
	const [, sets, conditions] =
		new RegExp(
			String.raw`^\s*update\s+(?:public\.)?${name}\s+set\s+((?:\w+ = (?:${value})(?:,\s+)?)+?)(?:\s+where\s+(.*?))?\s*$`,
			's',
		).exec(sql) ?? [];
	const where = (conditions?.split(/\s+and\s+/) ?? []).map((condition) =>
		/^(\w+) (=|<>) '([^']*)'$/.exec(condition),
	);
	if (!sets || where.includes(null)) return unread(name, says, sql);
	const assigned = [...sets.matchAll(new RegExp(`(\\w+) = (${value})`, 'g'))];
	return {
		columns: assigned.map(([, column]) => column!),
		list: assigned.map(([, , said]) => said).join(', '),
		where: where.map((found) => ({ column: found![1]!, equal: found![2] === '=', value: found![3]! })),
	};
}

const asSent = new Map<string, Row>();
/** The values of an insert or an assignment as a request sends them; the database is asked for each once. */
async function values(list: string, columns: string, who: ActorName): Promise<Row> {
	const sql = withIds(`select to_jsonb(v) as values from (values (${list})) as v (${columns})`, who);
	const known = asSent.get(sql);
	if (known && !list.includes('now()')) return known;
	const [row] = await (await filled(engines[0]!)).rows(sql);
	asSent.set(sql, row!.values as Row);
	return row!.values as Row;
}

test('everybody adds what the matrix says', async () => {
	let tried = 0;
	for (const [name, { insert }] of tables) {
		for (const [says, { sql, by }] of Object.entries(insert)) {
			const read = readInsert(name, says, sql);
			if (!read) continue;
			const { into, columns, list, conflict } = read;
			const may: ActorName[] = [];
			for (const who of actorNames) {
				const body = await values(list, columns, who);
				// Not every column may be read by who writes the row.
				const shown = `${into}${into.includes('?') ? '&' : '?'}select=${columns.split(',')[0]!.trim()}`;
				const answer = await server.ask(actors[who], conflict ? shown : into, {
					method: 'POST',
					body,
					// Whoever is there already is not added.
					prefer: conflict ? `resolution=${conflict},return=representation` : 'return=minimal',
				});
				// A request names the key alone as what may be there already; any other says so after row security.
				if (conflict && answer.code === '23505') continue;
				if (answer.status >= 300) expect(answer.code, `${name}, ${says}: ${who}`).toBe('42501');
				else if (!conflict || (answer.body as Row[]).length) may.push(who);
			}
			tried += 1;
			expect(may, `${name}: ${says}`).toEqual(actorNames.filter((who) => by.includes(who)));
		}
	}
	expect(tried).toBeGreaterThan(40);
});

test('everybody changes what the matrix says', async () => {
	let tried = 0;
	for (const [name, table] of tables) {
		for (const [says, change] of Object.entries(table.update)) {
			const read = readChange(name, says, change);
			if (!read) continue;
			const stamped = read.list === 'now()' ? read.columns[0]! : null;
			const changed: Rows = {};
			const may: ActorName[] = [];
			for (const who of actorNames) {
				const at = Date.now();
				const filter = read.where.map(
					({ column, equal, value }) =>
						`&${column}=${equal ? 'eq' : 'neq'}.${withIds(`'${value}'`, who).slice(1, -1)}`,
				);
				const selected = [...keyOf(table), ...(stamped ? [stamped] : [])].join(',');
				const found = await server.ask(actors[who], `${name}?select=${selected}${filter.join('')}`, {
					method: 'PATCH',
					body: await values(read.list, read.columns.join(), who),
					prefer: 'return=representation',
				});
				if (found.code === '42501') continue;
				expect(found.status, `${name}, ${says}: ${who} ${JSON.stringify(found.body)}`).toBeLessThan(300);
				const rows = found.body as Row[];
				if (rows.length) may.push(who);
				for (const row of rows) {
					// What has happened already is not changed by saying it again.
					if (stamped && Date.parse(row[stamped] as string) < at) continue;
					const called = keyOf(table)
						.map((part) => nameOf(row[part]))
						.join(' / ');
					(changed[called] ??= []).push(who);
				}
			}
			tried += 1;
			if ('set' in change) expect(inOrder(changed), `${name}: ${says}`).toEqual(inOrder(change.changes));
			else expect(may, `${name}: ${says}`).toEqual(actorNames.filter((who) => change.by.includes(who)));
		}
	}
	expect(tried).toBeGreaterThan(60);
});
