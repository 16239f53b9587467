/** No constraint can go, or become wider, without somebody missing it: each is broken once, past triggers and row security. */
import { describe, expect, test } from 'vitest';
import { engines, filled } from '../policies/databases.ts';
import { withIds } from '../policies/labels.ts';
import { rolledBack } from './acting.ts';
import { breaks } from './constraints/breaks.ts';
import type { Database } from './open.ts';

/** Every rule the catalogue knows that is more than an id being there: what `breaks` has to break. */
const rules = `
	select conrelid::regclass::text as table, conname::text as name from pg_constraint
	where connamespace::regnamespace::text in ('public', 'private') and conrelid <> 0
		and (contype in ('c', 'x') or contype = 'f' and cardinality(conkey) > 1
			-- A pair with a key in it is unique anyhow; it is there for the foreign keys that name it.
			or contype = 'u' and not exists (select from pg_constraint key
				where key.conrelid = pg_constraint.conrelid and key.contype = 'p' and key.conkey <@ pg_constraint.conkey))
	union all
	select indrelid::regclass::text, relname::text from pg_index join pg_class on oid = indexrelid
	where indisunique and relnamespace::regnamespace::text in ('public', 'private')
		and not exists (select from pg_constraint where conindid = indexrelid)
	order by 1, 2`;

async function refusedBy(db: Database, table: string, statement: string): Promise<string | null | undefined> {
	await db.exec(`alter table ${table} disable trigger user`);
	const sql = withIds(statement.startsWith('insert') ? statement : `update ${table} set ${statement}`);
	return db.run(sql).then(
		({ count }) => (count ? 'nothing' : 'nothing, because there is no such row'),
		(error: Error & { constraint?: string; constraint_name?: string }) =>
			error.constraint ?? error.constraint_name ?? error.message,
	);
}

describe.each(engines)('%s', (engine) => {
	test('every constraint is broken', async () => {
		const found = (await (await filled(engine)).rows(rules)).map(({ table, name }) => `${table} ${name}`);
		const broken = Object.entries(breaks).flatMap(([table, names]) =>
			Object.keys(names).map((name) => `${table} ${name}`),
		);
		expect(broken.sort()).toEqual(found.sort());
	});

	for (const [table, names] of Object.entries(breaks)) {
		for (const [name, statements] of Object.entries(names)) {
			test.each(statements)(`${table}: ${name} refuses %s`, async (statement) => {
				const db = await filled(engine);
				expect(await rolledBack(db, () => refusedBy(db, table, statement))).toBe(name);
			});
		}
	}
});
