/**
 * Every command as everybody, with the ids of others: what is refused is said in words, and nothing in the whole
 * database is different afterwards. Through the form's own action and through the outbox, which knows no doors of pages.
 * Some of the walk in the suite, all of it with `npm run walk`.
 */
import type { Actions } from '@sveltejs/kit';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { allCommands } from '../../src/commands.server';
import { readBy } from '../../src/lib/server/form';
import { signIn } from '../bench/pages.ts';
import type { Persona } from '../e2e/fixtures.ts';
import { june } from '../e2e/pages.ts';
import { isSaid, wrongWith, type ActionAnswer } from '../fuzz/answers.ts';
import { chances } from '../fuzz/mutations.ts';
import { house, picture, type House, type Row } from './house.ts';
import { found, saidByThePage, samples } from './samples.ts';
import { addressOf, fresh, holdsIds, waysOf, type Letter } from './ways.ts';

/** Whose families are whose, and which they have nothing to do with; the last is in another municipality. */
const actors: { persona: Persona | null; own: Letter; others: Letter[] }[] = [
	{ persona: 'parent', own: 'a', others: ['c', 'd'] },
	{ persona: 'young-person', own: 'a', others: ['c', 'd'] },
	{ persona: 'child', own: 'a', others: ['c', 'd'] },
	{ persona: 'other-parent', own: 'b', others: ['c', 'd'] },
	{ persona: 'coordinator', own: 'a', others: ['c', 'd'] },
	{ persona: 'teacher', own: 'a', others: ['c', 'd'] },
	{ persona: 'job-adviser', own: 'a', others: ['c', 'd'] },
	{ persona: 'stranger-parent', own: 'c', others: ['a', 'd'] },
	{ persona: 'stranger-coordinator', own: 'd', others: ['a'] },
	{ persona: 'project-lead', own: 'a', others: ['d'] },
	{ persona: null, own: 'a', others: ['a', 'd'] },
];

const whole = process.env.WALK === 'all';
const seed = Number(process.env.WALK_SEED ?? 1);
const chance = chances(seed);

const pages = import.meta.glob<{ actions?: Actions }>('../../src/routes/**/+page.server.ts', { eager: true });
/** Where a command's forms go. */
const doorsOf = (name: string): string[] =>
	Object.entries(pages).flatMap(([file, { actions = {} }]) =>
		Object.entries(actions)
			.filter(([, action]) => (action as unknown as { command?: { name: string } }).command?.name === name)
			.map(([action]) => {
				const path = file.replace(/^.*src\/routes|\/\+page\.server\.ts$/g, '').replace(/\/\([^)]*\)/g, '');
				return action === 'default' ? path : `${path}?/${action}`;
			}),
	);

let home: House;
let before: Row;
const cookies = new Map<Persona | null, string>();
const me = new Map<Persona | null, string>();
const pool = new Map<string, string[]>();
const familyOf = (letter: Letter) => `00000000-0000-7000-8002-00000000000${letter}`;

beforeAll(async () => {
	// The database prints every statement that it refuses, which is what is wanted of it here.
	vi.spyOn(console, 'error').mockImplementation(() => {});
	home = await house();
	for (const { persona } of actors) {
		cookies.set(persona, persona ? await signIn(home.url, persona) : '');
		const [row] = await home.rows(`select person_id as id from identity where subject = '${persona}'`);
		me.set(persona, (row?.id as string | undefined) ?? '');
	}
	for (const letter of ['a', 'b', 'c', 'd'] as const) {
		for (const [kind, sql] of Object.entries(found)) {
			const rows = await home.rows(`${sql.replaceAll('$1', `'${familyOf(letter)}'::uuid`)} limit 2`);
			pool.set(
				`${letter} ${kind}`,
				rows.map(({ id }) => id as string),
			);
		}
	}
	before = await picture(home);
});
afterAll(() => home.stop());

/** Nobody is led elsewhere with what they wrote but to where they sign in. */
const isToTheDoor = (location: string) => /^\/sign-in(\?|$)/.test(location);

/** What is wrong with the answer of a form's action; null when it is a refusal in words. */
async function posted(path: string, persona: Persona | null, fields: [string, string][]) {
	const answer = await fetch(home.url + path, {
		method: 'POST',
		redirect: 'manual',
		headers: {
			accept: 'application/json',
			'x-sveltekit-action': 'true',
			cookie: cookies.get(persona)!,
			origin: home.url,
		},
		body: new URLSearchParams([['_form', 'walk'], ['_person', me.get(persona)!], ...fields]),
	});
	const text = await answer.text();
	if (answer.status >= 500) return `answers ${answer.status}`;
	if (answer.status >= 400) return null;
	const to = answer.headers.get('location');
	if (to !== null) return isToTheDoor(to) ? null : `leads to ${to}`;
	const action = JSON.parse(text) as ActionAnswer;
	if (action.type === 'failure' || action.type === 'error') {
		return action.type === 'failure'
			? wrongWith(answer.status, '', action)
			: action.status < 500
				? null
				: text;
	}
	if (action.type === 'redirect' && isToTheDoor(action.location ?? '')) return null;
	return `is answered with ${action.type} ${action.location ?? ''}`;
}

/** What is wrong with the answer of the outbox. */
async function delivered(name: string, persona: Persona, fields: [string, string][]) {
	const at = new Date().toISOString();
	const id = fields.find(([field]) => field === 'id')?.[1] ?? fresh();
	const answer = await fetch(`${home.url}/api/outbox`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', cookie: cookies.get(persona)!, origin: home.url },
		body: JSON.stringify({
			sentAt: at,
			commands: [{ id, name, person: me.get(persona), entries: fields, madeAt: at }],
		}),
	});
	if (answer.status !== 200) return `the outbox answers ${answer.status}`;
	const { answers } = (await answer.json()) as { answers: { state: string; reason?: string }[] };
	const { state, reason = '' } = answers[0]!;
	if (state !== 'refused') return `the outbox says ${state}`;
	return isSaid(reason) ? null : `the outbox has no words for ${reason}`;
}

/** The tables in which something is different since the last look. */
async function changed(): Promise<string[]> {
	const now = await picture(home);
	const tables = Object.keys(now).filter((table) => now[table] !== before[table]);
	before = now;
	return tables;
}

test('every command is walked', () => {
	expect([...samples.keys()].sort()).toEqual(allCommands.map(({ name }) => name).sort());
	for (const { name } of allCommands) expect(doorsOf(name), name).not.toEqual([]);
});

test('every sample is read by its command: what is refused is refused for whose it is', () => {
	const unread = allCommands.flatMap(({ name, schemaAt }) =>
		samples.get(name)!.flatMap((sample) => {
			const known: Record<string, string> = { '@june': june.date, '@planAsRead': '0'.repeat(64) };
			const filled = (value: string) => known[value] ?? (value.startsWith('@') ? v7() : value);
			const typed = Object.fromEntries(
				Object.entries(sample).map(([field, value]) => [field, [filled(value)]]),
			);
			const read = readBy(schemaAt(new Date()), typed);
			return 'input' in read ? [] : [{ name, ...read }];
		}),
	);
	expect(unread).toEqual([]);
});

describe(`with ids of others (seed ${seed}${whole ? ', all' : ''})`, () => {
	for (const { name, mayWait } of allCommands) {
		if (!holdsIds(name)) continue;
		test(name, async () => {
			const wrong: string[] = [];
			let tried = 0;
			for (const { persona, own, others } of actors) {
				if (!whole && chance() > 0.4) continue;
				for (const other of others) {
					for (const { foreign, fields, sample } of samples
						.get(name)!
						.flatMap((one) => waysOf(one, own, other, pool))) {
						const told = async (what: Promise<string | null>, by: string) => {
							tried += 1;
							const found = await what;
							if (found) wrong.push(`${persona ?? 'nobody'}, ${foreign}, ${by}: ${found}`);
						};
						const isSaidThere = foreign.startsWith(`${saidByThePage[name]} of`);
						for (const door of isSaidThere ? [] : doorsOf(name)) {
							const address = addressOf(door, fields, sample, own, pool);
							await told(posted(address, persona, fields), door);
						}
						if (mayWait && persona) await told(delivered(name, persona, fields), 'outbox');
					}
				}
				const tables = await changed();
				if (tables.length) wrong.push(`${persona ?? 'nobody'} changed ${tables.join(', ')}`);
			}
			expect(wrong).toEqual([]);
			if (whole) expect(tried).toBeGreaterThan(0);
		});
	}
});

describe('commands about nobody else', () => {
	for (const { name, mayWait } of allCommands) {
		if (holdsIds(name)) continue;
		const [sample = {}] = samples.get(name) ?? [];
		test(`${name} touches only one's own rows`, async () => {
			for (const { persona, own } of actors) {
				if (!whole && chance() > 0.4) continue;
				const filled = Object.entries(sample).map(([field, value]): [string, string] => [
					field,
					value === '@fresh' ? fresh() : value,
				]);
				const then = await everyRow();
				const told = [];
				for (const door of doorsOf(name)) {
					told.push(await posted(addressOf(door, filled, sample, own, pool), persona, filled));
				}
				if (mayWait && persona) told.push(await delivered(name, persona, filled));
				// Done, or refused in words; nothing that is tried again without end.
				const failed = told.filter(
					(what) => what && /answers 5|says waiting|no words|without a word/.test(what),
				);
				expect(failed, persona ?? 'nobody').toEqual([]);
				const now = await everyRow();
				const touched = [...now]
					.filter((row) => !then.has(row))
					.concat([...then].filter((row) => !now.has(row)));
				const mine = me.get(persona) || 'nobody';
				// A new family or workplace bears nobody's id: only the project lead's own municipality gets one.
				const allowed = (row: string) =>
					row.includes(mine) ||
					(['office.enrol', 'office.addPlace'].includes(name) && persona === 'project-lead');
				expect(
					touched.filter((row) => !allowed(row)),
					persona ?? 'nobody',
				).toEqual([]);
			}
			before = await picture(home);
		});
	}
});

/** Every row of every table, with its table. */
async function everyRow(): Promise<Set<string>> {
	const rows = await Promise.all(
		Object.keys(before).map((table) => home.rows(`select '${table} ' || t::text as row from ${table} t`)),
	);
	return new Set(rows.flat().map(({ row }) => row as string));
}
