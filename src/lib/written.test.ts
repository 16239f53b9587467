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
	leaving: ['team'],
	// Sessions are no room's.
	signin: ['server'],
};

const schemas = new URL('../../supabase/schemas/', import.meta.url);
const roomsOf = (file: string): string[] => {
	const concept = /^\d+_(\w+)\.sql$/.exec(file)![1]!;
	const [first] = concept.split('_');
	return rooms[concept] ?? rooms[first!] ?? [first!];
};
const owners = new Map(
	readdirSync(schemas).flatMap((file) => {
		const own = roomsOf(file);
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
			// They are told the table.
			!['server/add-once.ts', 'server/as-seen.ts'].includes(file) &&
			!owners.get(table)?.includes(file.split('/')[0]!),
	);
	expect(elsewhere).toEqual([]);
}, 60_000);

/** What a function of the API writes, by its name; and the rooms whose verb it is. */
const functions = new Map(
	readdirSync(schemas).flatMap((file) => {
		const own = roomsOf(file);
		const text = readFileSync(new URL(file, schemas), 'utf8');
		return [...text.matchAll(/^create function public\.(\w+)\([\s\S]*?\$\$([\s\S]*?)\$\$/gm)].map(
			([, name, body]) => {
				const tables = [...body!.matchAll(/\b(?:insert into|update|delete from) public\.(\w+)/g)];
				return [name!, { own, tables: new Set(tables.map(([, table]) => table!)) }] as const;
			},
		);
	}),
);
/** Verbs of two rooms at once. */
const between: Record<string, string> = {
	// The office enrols, and a family begins with it.
	enrol_family: 'office writes enrolment, enrolment_tier, family',
	// A place ends with what somebody does about their own work; the triggers of the team see to the rest.
	leave_team: 'staff writes team_member',
};

test('nor does another room write it through a function', () => {
	const calls = files.flatMap((file) =>
		[...readFileSync(new URL(file, folder), 'utf8').matchAll(/\.rpc\(\s*'(\w+)'/g)].map(([, name]) => ({
			room: file.split('/')[0]!,
			name: name!,
			...functions.get(name!),
		})),
	);
	const writing = calls.filter(({ tables }) => tables?.size);
	expect(writing.length).toBeGreaterThan(20);
	const elsewhere = writing.filter(
		({ room, own, tables }) =>
			!own?.includes(room) || [...tables!].some((table) => !owners.get(table)?.includes(room)),
	);
	expect(
		Object.fromEntries(
			elsewhere.map(({ room, name, tables }) => [name, `${room} writes ${[...tables!].sort().join(', ')}`]),
		),
	).toEqual(between);
});

test.each([
	[`db.from('goal').update({ title }).eq('id', id).select('id')`, ['goal']],
	[`const mine = db.from('goal').delete(); rows(await mine.eq('id', id))`, ['goal']],
	[`await addOnce(db, 'goal', { id }, [])`, ['goal']],
	[`db.from(table).upsert(row)`, ['?']],
	[`db.from('goal').select('id'); new Set([1]).delete(1); hash.update(text)`, []],
])('%s writes %j', (text, tables) => expect(writtenIn(text)).toEqual(tables));
