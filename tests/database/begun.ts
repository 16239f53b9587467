/**
 * What tests on PGlite begin from. The first who asks makes it, for all files of a run: making a database takes
 * seconds of a processor, and reading one a quarter of that.
 */
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { migrate, platform, seed, type SqlRunner } from '../../supabase/embedded/migrate.ts';
import { keepStackOf, opening, openPglite, runner } from '../../supabase/embedded/pglite.ts';
import { fill } from '../policies/fixture.ts';

/** With the migrations alone, with the demo families, with the fixture of the policies. */
export type Begun = 'empty' | 'demo' | 'filled';

const into: Record<Begun, (db: SqlRunner) => Promise<unknown>> = {
	async empty(db) {
		await db.exec(platform());
		await migrate(db);
	},
	demo: seed,
	filled: fill,
};

/** One of our own, in memory unless a folder is given, with more extensions than ours where some are. */
export async function begun(
	what: Begun,
	{ dataDir, extensions }: Pick<PGliteOptions, 'dataDir' | 'extensions'> = {},
): Promise<PGlite> {
	const file = join(inject('begun'), what);
	if (!existsSync(file)) await make(what, file);
	const loadDataDir = new Blob([readFileSync(file)]);
	const db = await PGlite.create({
		...opening,
		dataDir,
		loadDataDir,
		extensions: { ...opening.extensions, ...extensions },
	});
	keepStackOf(db);
	return db;
}

async function make(what: Begun, file: string): Promise<void> {
	const db = await (what === 'empty' ? openPglite() : begun('empty'));
	await into[what](runner(db));
	const dumped = await db.dumpDataDir('none');
	await db.close();
	// Two may make it at the same moment; nobody reads half of one.
	const own = `${file}.${process.pid}`;
	writeFileSync(own, Buffer.from(await dumped.arrayBuffer()));
	renameSync(own, file);
}
