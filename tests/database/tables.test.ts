/** What tables there are is kept for the next start, and holds for no other program or migrations. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tablesBeside } from '../../supabase/embedded/tables.ts';

let folder: string;
const kept = () => tablesBeside(join(folder, 'pglite'));
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'tables-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('it is there for the next start, also after the end of this one', async () => {
	expect(await kept().get('')).toBeUndefined();
	const tables = JSON.stringify({ tables: ['goal'] });
	await kept().set('', tables);
	await kept().delete('');
	expect(await kept().get('')).toBe(tables);
});

test('of other migrations or another program it is found out anew', async () => {
	await kept().set('', '{}');
	const file = join(folder, 'tables.json');
	const [madeBy] = readFileSync(file, 'utf8').split('\n');
	expect(madeBy).toMatch(/^[\da-f]{64}$/);
	for (const other of ['', '{}', `${madeBy!.replace(/./, 'x')}\n{}`, madeBy!]) {
		writeFileSync(file, other);
		expect(await kept().get('')).toBeUndefined();
	}
});

test('where it cannot be kept nothing fails', async () => {
	const nowhere = tablesBeside(join(folder, 'none', 'pglite'));
	await nowhere.set('', '{}');
	expect(await nowhere.get('')).toBeUndefined();
});
