/** The rows of fixture/*.sql, in every database the tests run on. */
import { readFileSync } from 'node:fs';
import type { Database } from '../database/open.ts';
import { withIds } from './labels.ts';

// Read when this is imported, so that ids are shown by name also where the database was filled by somebody else.
const scripts = ['people', 'plan', 'answers'].map((name) =>
	withIds(readFileSync(new URL(`fixture/${name}.sql`, import.meta.url), 'utf8')),
);

/** Fills an empty database with everybody and everything the tests are about. */
export async function fill(database: Pick<Database, 'exec'>): Promise<void> {
	for (const script of scripts) await database.exec(`begin; ${script} commit;`);
	// As on a server that has been running for a while.
	await database.exec('analyze');
}
