/** Every read says its order and its limit, and what a limit cuts off is told: nothing is missing without a word (what is read: reads.test.ts). */
import { describe, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { constantsOf, embedsOf, keysOf, unbounded } from '../../tests/bounded/reads.ts';

const folder = new URL('../', import.meta.url);
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
	(name) => name.endsWith('.ts') && !/\.(test|types|d)\.ts$/.test(name),
);
/** Only these may ask the database (eslint.directions.js). */
const asks = /server\.ts$|^lib\/server\//;
const files = new Map(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
const keys = keysOf(readFileSync(new URL('lib/server/database.types.ts', folder), 'utf8'));
const known = constantsOf(files);

test('every read says its order and its limit, and is of one, of all, or of a part that tells whether there is more', () => {
	const reads = [...files].filter(([name]) => asks.test(name));
	expect(reads.length).toBeGreaterThan(50);
	expect(reads.flatMap(([name, text]) => unbounded(name, text, known, keys))).toEqual([]);
});

describe('what is found', () => {
	const found = (text: string) =>
		unbounded('one.ts', text, new Map([...known, ...constantsOf(new Map([['one.ts', text]]))]), keys).map(
			(line) => line.replace(/^one\.ts:\d+: /, ''),
		);

	test.each([
		`db.from('goal').select('id').order('id').limit(all)`,
		`db.from('goal').select('id').eq('id', id).maybeSingle()`,
		`db.from('goal').select('id', { ...counted, head: true }).eq('family_id', id)`,
		`shown(await db.from('goal').select('id', counted).order('position').order('id').range(0, 19), window)`,
		`firstOf(await db.from('goal').select('id').order('id').limit(most + 1), most)`,
		`db.from('goal').update({ title }).eq('id', id).select('id')`,
		`db.rpc('arrivals').select('id')`,
		`db.rpc('goal_branch').select('notes:goal_progress(id)')
			.order('noted_at', { referencedTable: 'notes' }).limit(most + 1, { referencedTable: 'notes' })`,
		`db.from('goal').select('family(name)').order('id').limit(1)`,
		`db.from('goal').select('step_stands_in_the_plan_of_its_goal(step_stands_in_the_plan_of_its_goal(id))').order('id').limit(1)`,
		`db.from('meeting').select('place:meeting_place(place)').order('id').limit(1)`,
		`db.from('goal').select('notes:goal_progress!inner()').order('id').limit(1)`,
		`db.from('goal').select('notes:goal_progress(id)').order('id').limit(1)
			.order('noted_at', { referencedTable: 'notes' }).limit(most + 1, { referencedTable: 'notes' })`,
		`const notes = { referencedTable: 'notes' } as const;
			db.from('goal').select('notes:goal_progress(id)').order('id').limit(1)
			.order('noted_at', { ascending: false, ...notes }).limit(all, notes)`,
	])('nothing in %s', (text) => expect(found(text)).toEqual([]));

	test.each([
		[`db.from('goal').select('id').eq('family_id', id)`, ['no order', 'no limit']],
		[`db.from('goal').select('id').order('id')`, ['no limit']],
		[`db.from('goal').select('id').limit(all)`, ['no order']],
		[`db.from('goal').select('id').order('id').limit(20)`, ['a limit that cuts without a word']],
		[`db.from('goal').select('id').order('id').limit(1000)`, ['a limit that cuts without a word']],
		[`db.from('goal').select('id').order('id').limit(families.length)`, ['a limit that cuts without a word']],
		[
			`rows(await db.from('goal').select('id').order('id').limit(most + 1))`,
			['one more than is shown, and nobody looks whether it came'],
		],
		[
			`rows(await db.from('goal').select('id', counted).order('id').range(0, 19))`,
			['a range, and nobody says of how many'],
		],
		[
			`db.from('goal').select('notes:goal_progress(id)').order('id').limit(1)
			.order('noted_at', { referencedTable: 'notes' }).limit(5, { referencedTable: 'notes' })`,
			['a limit that cuts without a word'],
		],
		[
			`shown(await db.from('goal').select('id').order('title').range(0, 19), window)`,
			['a range whose order does not end in the id'],
		],
		[
			`const all = db.from('goal'); all.select('id').order('id').limit(1)`,
			['says where it reads from in another place: one chain from .from() to its last word'],
		],
		[`db.from('goal').select(columns(of)).order('id').limit(1)`, ['columns that cannot be read here']],
		[
			`db.from('goal').select('id, notes:goal_progress(id)').eq('id', id).maybeSingle()`,
			['no order of notes', 'no limit of notes'],
		],
		[
			`db.rpc('goal_branch').select('goal_progress(id)')`,
			['no order of goal_progress', 'no limit of goal_progress'],
		],
		[
			`const inside = 'name, member(role)' as const;
			db.from('birth').select(\`person(\${inside})\`).eq('person_id', id).maybeSingle()`,
			['no order of person.member', 'no limit of person.member'],
		],
	])('%s', (text, lacks) => expect(found(text)).toEqual(lacks));
});

test('embedded tables: one of what is named by a key, many of what names it', () => {
	const many = embedsOf(
		'meeting',
		'about:person!meeting_about_id_fkey(id), ...meeting_place(place), agenda_point(id)',
		keys,
	);
	expect(many.map(({ path, isMany }) => [path, isMany])).toEqual([
		['about', false],
		['meeting_place', false],
		['agenda_point', true],
	]);
});
