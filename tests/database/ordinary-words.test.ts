/** Words that much of the catalogue holds cost what is written of them, and never each offer with each word that answers. */
import type { PGlite } from '@electric-sql/pglite';
import { auto_explain } from '@electric-sql/pglite/contrib/auto_explain';
import { expect, test } from 'vitest';
import { idOf } from '../policies/labels.ts';
import { actAs, rolledBack } from './acting.ts';
import { begun } from './begun.ts';
import { grow, ordinaryWords, unknownWords } from './catalogue-of-many.ts';
import { embedded } from './open.ts';

interface Node {
	'Actual Rows': number;
	'Actual Loops': number;
	'Rows Removed by Filter'?: number;
	'Rows Removed by Join Filter'?: number;
	'Rows Removed by Index Recheck'?: number;
	Plans?: Node[];
}

/** How many rows went through the hands of this part of a plan and of those below it. */
const rowsOf = (node: Node): number =>
	node['Actual Loops'] *
		(node['Actual Rows'] +
			(node['Rows Removed by Filter'] ?? 0) +
			(node['Rows Removed by Join Filter'] ?? 0) +
			(node['Rows Removed by Index Recheck'] ?? 0)) +
	(node.Plans ?? []).reduce((sum, below) => sum + rowsOf(below), 0);

/** How many rows a search takes into its hands, in all that it asks: the same on every machine. */
async function handled(pglite: PGlite, words: string): Promise<number> {
	let rows = 0;
	await pglite.query('select id from public.search_offers($1)', [words], {
		onNotice({ message }) {
			const [, plan] = message?.split('plan:\n') ?? [];
			if (plan) rows += rowsOf((JSON.parse(plan) as { Plan: Node }).Plan);
		},
	});
	return rows;
}

test('what ordinary words cost is what is written of them, however they are joined', async () => {
	const pglite = await begun('filled', { extensions: { auto_explain } });
	const db = embedded(pglite);
	await rolledBack(db, async () => {
		await grow(db, idOf('municipality'), 1_500);
		const [{ written }] = (await db.rows('select count(*)::int as written from private.offer_word')) as [
			{ written: number },
		];
		await db.exec(`
			load 'auto_explain';
			set local auto_explain.log_min_duration = 0;
			set local auto_explain.log_analyze = on;
			set local auto_explain.log_timing = off;
			set local auto_explain.log_nested_statements = on;
			set local auto_explain.log_format = json;
			set local auto_explain.log_level = notice;
			-- So small a catalogue would hide what a larger one is asked by: row by row.
			set local enable_hashjoin = off;
			set local enable_mergejoin = off`);
		await actAs(db, { role: 'authenticated', person: idOf('parent') });
		expect(await handled(pglite, 'fodbold')).toBeGreaterThan(0);
		for (const [kind, words] of Object.entries({ ...ordinaryWords, unknown: unknownWords })) {
			expect(await handled(pglite, words), kind).toBeLessThan(10 * written);
		}
	});
	await pglite.close();
});
