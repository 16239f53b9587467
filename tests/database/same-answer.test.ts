/**
 * What somebody writes may name a row of others: a meeting, a scale, a person. The answer is the same whether that row
 * exists or not; otherwise it would tell a stranger who is here.
 */
import { expect, test } from 'vitest';
import { actAs, rolledBack, takenBack } from './acting.ts';
import type { Database } from './open.ts';
import { references } from './references.ts';
import { aboutFamilies } from './same-answer/family.ts';
import { aboutMeetings } from './same-answer/meetings.ts';
import { aboutWellbeing } from './same-answer/wellbeing.ts';
import { actors, type Person } from '../policies/actors.ts';
import { engines, filled } from '../policies/databases.ts';
import { idOf, withIds } from '../policies/labels.ts';

const trials = [...aboutFamilies, ...aboutMeetings, ...aboutWellbeing];

/** What the database answers, with the id that was tried left out of it. */
async function answer(db: Database, who: Person, sql: string, name: string) {
	return takenBack(db, async () => {
		try {
			await actAs(db, actors[who]);
			await db.run(withIds(sql, who));
			return 'done';
		} catch (error) {
			const { code, message, detail } = error as { code: string; message: string; detail?: string };
			return `${code} ${message} ${detail ?? ''}`.replaceAll(idOf(name), '?');
		}
	});
}

for (const engine of engines) {
	test.each(trials)(`${engine}: $names: nobody learns whether it is there`, async ({ who, others, sql }) => {
		const db = await filled(engine);
		await rolledBack(db, async () => {
			const nowhere = await answer(db, who, sql('@nowhere'), 'nowhere');
			expect(nowhere).not.toBe('done');
			for (const name of others) expect(await answer(db, who, sql(`@${name}`), name), name).toBe(nowhere);
		});
	});
}

test('every foreign key that somebody may write is tried, here or with the plan', async () => {
	const db = await filled('pglite');
	const columns = await db.rows(
		`select distinct c.conrelid::regclass::text || '.' || attname as name
		from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
		where contype = 'f' and connamespace::regnamespace::text in ('public', 'private')
			and (has_column_privilege('authenticated', c.conrelid, attname, 'insert')
				or has_column_privilege('authenticated', c.conrelid, attname, 'update'))`,
	);
	const tried = new Set([...trials.map(({ names }) => names), ...Object.keys(references)]);
	expect(columns.map(({ name }) => name).filter((name) => !tried.has(name as string))).toEqual([]);
	expect(columns.length).toBeGreaterThan(30);
});
