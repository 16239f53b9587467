/** Every table and function of the catalogue has its file in tests/policies; every table its rows in the fixture. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filled } from '../policies/databases.ts';
import { everyTable } from '../policies/every-table.ts';

const catalogue = `
	select relname as name from pg_class
	where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
		or relnamespace = 'private'::regnamespace and relkind in ('r', 'p') order by relname`;

const filesIn = (folder: string) =>
	readdirSync(new URL(folder, import.meta.url))
		.filter((name) => name.endsWith('.test.ts'))
		.map((name) => name.replace('.test.ts', ''))
		.sort();

test('every function somebody may call has a file that says who', async () => {
	const db = await filled('pglite');
	const names = await db.rows(`
		select distinct proname as name from pg_proc, unnest(array['anon', 'authenticated', 'session_keeper', 'service_role']) role
		where pronamespace = 'public'::regnamespace and has_function_privilege(role, oid, 'execute') order by proname`);
	expect(filesIn('../policies/functions/')).toEqual(names.map(({ name }) => name));
});

test('every table and view has a file that says who may do what', async () => {
	const db = await filled('pglite');
	const names = (await db.rows(catalogue)).map(({ name }) => name);
	expect(filesIn('../policies/')).toEqual(names);
	expect([...(await everyTable()).keys()].sort()).toEqual(names);
});

test('every table tries each command, and has rows for it', async () => {
	const db = await filled('pglite');
	for (const [name, spec] of await everyTable()) {
		const [row] = await db.rows(`select count(*)::int as rows from ${spec.schema ?? 'public'}.${name}`);
		expect(Object.keys(spec.select), `rows of ${name}`).toHaveLength(row!.rows as number);
		expect(row!.rows, `rows of ${name}`).toBeGreaterThan(0);
		expect(Object.keys(spec.insert), `inserts into ${name}`).not.toEqual([]);
		expect(Object.keys(spec.update), `updates of ${name}`).not.toEqual([]);
		expect(spec.delete, `deletes from ${name}`).toBeDefined();
	}
});
