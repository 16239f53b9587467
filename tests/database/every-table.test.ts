/** Every table of the catalogue has its file in tests/policies and its rows in the fixture. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filled } from '../policies/databases.ts';
import { everyTable } from '../policies/every-table.ts';

const catalogue = `
	select relname as name from pg_class
	where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by relname`;

test('every table and view has a file that says who may do what', async () => {
	const db = await filled('pglite');
	const names = (await db.rows(catalogue)).map(({ name }) => name);
	const files = readdirSync(new URL('../policies/', import.meta.url))
		.filter((name) => name.endsWith('.test.ts'))
		.map((name) => name.replace('.test.ts', ''));
	expect(files.sort()).toEqual(names);
	expect([...(await everyTable()).keys()].sort()).toEqual(names);
});

test('every table tries each command, and has rows for it', async () => {
	const db = await filled('pglite');
	for (const [name, spec] of await everyTable()) {
		const [row] = await db.rows(`select count(*)::int as rows from public.${name}`);
		expect(Object.keys(spec.select), `rows of ${name}`).toHaveLength(row!.rows as number);
		expect(row!.rows, `rows of ${name}`).toBeGreaterThan(0);
		expect(Object.keys(spec.insert), `inserts into ${name}`).not.toEqual([]);
		expect(Object.keys(spec.update), `updates of ${name}`).not.toEqual([]);
		expect(spec.delete, `deletes from ${name}`).toBeDefined();
	}
});
