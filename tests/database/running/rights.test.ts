/**
 * The rights of rights.ts hold through the door of the running server: every column read, inserted, updated and
 * upserted, every table deleted from, every function called.
 */
import { beforeAll, expect, test, vi } from 'vitest';
import { actors, type ActorName } from '../../policies/actors.ts';
import { engines, filled } from '../../policies/databases.ts';
import { rightsOf } from '../catalogue.ts';
import { rightsOnPaper, roles, type Role } from '../rights.ts';
import { running, type Asked, type Running } from './running.ts';

// Many requests, and a machine that does other things too.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let server: Running;
let columns: { table: string; column: string; generated: boolean }[];
let functions: { name: string; identity: string; parameters: string[] }[];

beforeAll(async () => {
	server = await running();
	const db = await filled(engines[0]!);
	columns = (await db.rows(`
		select relname as table, attname as column, attgenerated <> '' as generated from pg_class c join pg_attribute a on a.attrelid = c.oid
		where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
		order by 1, attnum`)) as typeof columns;
	functions = (await db.rows(`
		select proname as name, oid::regprocedure::text as identity, coalesce(proargnames[1:pronargs], '{}') as parameters
		from pg_proc where pronamespace = 'public'::regnamespace order by 2`)) as typeof functions;
});

const somebody: Record<Role, ActorName> = {
	anon: 'anonymous',
	authenticated: 'parent',
	session_keeper: 'session-keeper',
	service_role: 'service-key',
};

/** Whether the list gives the role this kind of right on the column. */
function isListed(role: Role, table: string, kind: string, column?: string): boolean {
	const line = rightsOnPaper(role).find((right) => right.startsWith(`${table}: `));
	const [, some] = new RegExp(`\\b${kind}\\b(?: \\(([^)]*)\\))?`).exec(line ?? '') ?? [undefined, undefined];
	if (!line || !new RegExp(`\\b${kind}\\b(?=,| \\(|$)`).test(line.replaceAll(/\(([^)]*)\)/g, '(…)')))
		return false;
	return some === undefined || column === undefined || some.split(', ').includes(column);
}

/** What each kind of request needs, and how it is sent. */
const post = (body: unknown, prefer: string): Asked => ({ method: 'POST', body, prefer });
const kinds: Record<string, { needs: string[]; send(table: string, column: string): [string, Asked] }> = {
	select: { needs: ['select'], send: (table, column) => [`${table}?select=${column}&limit=1`, {}] },
	insert: {
		needs: ['insert'],
		send: (table, column) => [table, post({ [column]: null }, 'return=minimal')],
	},
	update: {
		needs: ['update'],
		send: (table, column) => [table, { method: 'PATCH', body: { [column]: null }, prefer: 'return=minimal' }],
	},
	upsert: {
		needs: ['insert', 'update'],
		send: (table, column) => [table, post({ [column]: null }, 'return=minimal, resolution=merge-duplicates')],
	},
};

/** Tries something as the role; what the answer and the list say differently. */
async function compare(
	role: Role,
	says: string,
	may: boolean,
	path: string,
	asked: Asked,
): Promise<string[]> {
	const { denied, status, body } = await server.ask(actors[somebody[role]], path, asked);
	return may === !denied ? [] : [`${says}: ${status} ${JSON.stringify(body)}, listed: ${may}`];
}

test.each(roles)('%s reads and writes the columns that are listed and no others', async (role) => {
	const wrong: string[] = [];
	// Who has no right on any table is tried on one column of each; the catalogue below speaks for the others.
	const tried = rightsOnPaper(role).some((right) => right.includes(': '))
		? columns
		: columns.filter(({ table }, index) => columns[index - 1]?.table !== table);
	for (const { table, column, generated } of tried) {
		for (const [kind, { needs, send }] of Object.entries(kinds)) {
			// Nobody writes what the database works out.
			if (generated && kind !== 'select') continue;
			const may = needs.every((right) => isListed(role, table, right, column));
			wrong.push(...(await compare(role, `${kind} ${table}.${column}`, may, ...send(table, column))));
		}
	}
	expect(columns.length).toBeGreaterThan(100);
	expect(wrong).toEqual([]);
});

test.each(roles)(
	'%s deletes from the tables and calls the functions that are listed and no others',
	async (role) => {
		const wrong: string[] = [];
		for (const table of new Set(columns.map((column) => column.table))) {
			const may = isListed(role, table, 'delete');
			wrong.push(...(await compare(role, `delete from ${table}`, may, table, { method: 'DELETE' })));
		}
		for (const { name, identity, parameters } of functions) {
			const body = Object.fromEntries(parameters.map((parameter) => [parameter, null]));
			const may = rightsOnPaper(role).includes(identity);
			wrong.push(...(await compare(role, identity, may, `rpc/${name}`, { method: 'POST', body })));
		}
		expect(functions.length).toBeGreaterThan(15);
		expect(wrong).toEqual([]);
	},
);

test('after all that was asked, the catalogue says what the list says', async () => {
	const database = await server.stop();
	for (const role of roles) expect(await rightsOf(database, role), role).toEqual(rightsOnPaper(role));
	await database.close();
});
