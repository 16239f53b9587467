/**
 * The policy matrix through the door of the running server: who sees, adds, changes and removes what. The expectations
 * are those of tests/policies, which say them in SQL: what a request can say of them is asked here.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { actorNames, actors, type ActorName } from '../../policies/actors.ts';
import { engines, filled } from '../../policies/databases.ts';
import { everyTable } from '../../policies/every-table.ts';
import { nameOf, withIds } from '../../policies/labels.ts';
import type { Rows, Table } from '../../policies/matrix.ts';
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
	await server.stop();
	server.remove();
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

/** The values of an insert or an assignment as a request sends them; null when they are no plain values. */
async function values(list: string, columns: string, who: ActorName): Promise<Row | null> {
	const db = await filled(engines[0]!);
	const [row] = await db
		.rows(withIds(`select to_jsonb(v) as values from (values (${list})) as v (${columns})`, who))
		.catch(() => []);
	return (row?.values as Row | undefined) ?? null;
}

test('everybody adds what the matrix says', async () => {
	let tried = 0;
	for (const [name, { insert }] of tables) {
		for (const [says, { sql, by }] of Object.entries(insert)) {
			const [, into, columns, list] =
				/^\s*insert into (?:public\.)?(\w+) \(([^)]*)\)\s+values \((.*)\)\s*$/s.exec(sql) ?? [];
			if (!into || /\(select|\), \(/.test(list!)) continue;
			const may: ActorName[] = [];
			let body: Row | null = null;
			for (const who of actorNames) {
				body = body && !list!.includes("'@me'") ? body : await values(list!, columns!, who);
				const { status, code } = await server.ask(actors[who], into, {
					method: 'POST',
					body,
					prefer: 'return=minimal',
				});
				if (status < 300) may.push(who);
				else expect(code, `${name}, ${says}: ${who}`).toBe('42501');
			}
			tried += 1;
			expect(may, `${name}: ${says}`).toEqual(actorNames.filter((who) => by.includes(who)));
		}
	}
	expect(tried).toBeGreaterThan(20);
});

test('everybody changes what the matrix says', async () => {
	let tried = 0;
	for (const [name, table] of tables) {
		for (const [says, change] of Object.entries(table.update)) {
			const [, column, value] =
				('set' in change && /^(\w+) = ('[^',]*'|null|true|false|\d+)$/.exec(change.set)) || [];
			if (!('set' in change) || !column) continue;
			const changed: Rows = {};
			for (const who of actorNames) {
				const body = await values(value!, column, who);
				const found = await server.ask(actors[who], `${name}?select=${keyOf(table).join(',')}`, {
					method: 'PATCH',
					body,
					prefer: 'return=representation',
				});
				if (found.code === '42501') continue;
				expect(found.status, `${name}, ${says}: ${who} ${JSON.stringify(found.body)}`).toBeLessThan(300);
				for (const row of found.body as Row[]) {
					const called = keyOf(table)
						.map((part) => nameOf(row[part]))
						.join(' / ');
					(changed[called] ??= []).push(who);
				}
			}
			tried += 1;
			expect(inOrder(changed), `${name}: ${says}`).toEqual(inOrder(change.changes));
		}
	}
	expect(tried).toBeGreaterThan(20);
});
