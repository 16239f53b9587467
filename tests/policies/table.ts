/**
 * What a table's file calls. In the file's own run the expectations become tests, on every database there is; in
 * other runs (the mutation proof reads all tables) they are only kept.
 */
import { basename } from 'node:path';
import { rolledBack } from '../database/acting.ts';
import { expectations, type Table } from './matrix.ts';

/** What the files read so far say, by table. */
export const tables = new Map<string, Table>();

const vitest = process.env.VITEST ? await import('vitest') : null;

/** States who may do what with the table. */
export function table(name: string, spec: Table): void {
	tables.set(name, spec);
	if (!vitest || basename(vitest.expect.getState().testPath ?? '') !== `${name}.test.ts`) return;
	const { describe, expect, test } = vitest;
	describe(name, async () => {
		const { engines, everyEngine, filled } = await import('./databases.ts');
		for (const engine of everyEngine) {
			for (const expectation of expectations(name, spec)) {
				// Who sees and who deletes which row shows that the policies are in force there too.
				if (!engines.includes(engine) && expectation.name !== 'rows') continue;
				test(`${engine}: ${expectation.command}: ${expectation.name}`, async () => {
					const db = await filled(engine);
					const observed = await rolledBack(db, () => expectation.observe(db));
					expect(observed).toEqual(expectation.expected);
				});
			}
		}
	});
}
