/** The rows of fixture/*.sql, in every database the tests run on. */
import { readFileSync } from 'node:fs';
import type { Database } from '../database/open.ts';
import { withIds } from './labels.ts';

/** Fills an empty database with everybody and everything the tests are about. */
export async function fill(database: Pick<Database, 'exec'>): Promise<void> {
	for (const name of ['people', 'plan', 'answers']) {
		const script = readFileSync(new URL(`fixture/${name}.sql`, import.meta.url), 'utf8');
		await database.exec(`begin; ${withIds(script)} commit;`);
	}
	// As on a server that has been running for a while.
	await database.exec('analyze');
}
