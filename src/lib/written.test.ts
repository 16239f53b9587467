/**
 * A table is written by its own room alone, which knows what else must hold. Read it may be by every room: a question
 * often goes through several tables, and what may be seen of each the policies decide.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writtenIn } from '../../tests/bounded/reads.ts';

/** The room of a schema file, where another room of the app than the one it is called after. */
const rooms: Record<string, string[]> = {
	birth: ['family'],
	// Jobs and workplaces: one's own, and as the project lead those of others.
	staff: ['staff', 'office'],
	// What happened in a family is read by its team page.
	family_log: ['team'],
	arrivals: ['team'],
	// Sessions are no room's.
	signin: ['server'],
};

const schemas = new URL('../../supabase/schemas/', import.meta.url);
const owners = new Map(
	readdirSync(schemas).flatMap((file) => {
		const concept = /^\d+_(\w+)\.sql$/.exec(file)![1]!;
		const own = rooms[concept] ?? [concept.split('_')[0]!];
		const made = readFileSync(new URL(file, schemas), 'utf8').matchAll(/^create table public\.(\w+)/gm);
		return [...made].map(([, table]) => [table!, own] as const);
	}),
);
const folder = new URL('./', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
	/^[a-z]+\/.*(?<!\.test)\.ts$/.test(name),
);

test('a table is written by its own room alone', () => {
	const written = files.flatMap((file) =>
		writtenIn(readFileSync(new URL(file, folder), 'utf8')).map((table) => ({ file, table })),
	);
	expect(new Set(written.map(({ table }) => table)).size).toBeGreaterThan(12);
	const elsewhere = written.filter(
		({ file, table }) =>
			// addOnce itself, which is told the table.
			file !== 'server/database.ts' && !owners.get(table)?.includes(file.split('/')[0]!),
	);
	expect(elsewhere).toEqual([]);
});

test.each([
	[`db.from('goal').update({ title }).eq('id', id).select('id')`, ['goal']],
	[`const mine = db.from('goal').delete(); rows(await mine.eq('id', id))`, ['goal']],
	[`await addOnce(db, 'goal', { id }, [])`, ['goal']],
	[`db.from(table).upsert(row)`, ['?']],
	[`db.from('goal').select('id'); new Set([1]).delete(1); hash.update(text)`, []],
])('%s writes %j', (text, tables) => expect(writtenIn(text)).toEqual(tables));
