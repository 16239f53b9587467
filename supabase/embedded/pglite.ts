import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { SqlRunner } from './migrate.ts';

/** The extensions our schema uses. */
export const extensions = { pg_trgm };

/** PGlite seen as something that runs SQL. */
export const runner = (db: Pick<PGlite, 'exec' | 'query'>): SqlRunner => ({
	exec: (sql) => db.exec(sql),
	rows: async (sql) => (await db.query<Record<string, unknown>>(sql)).rows,
});

/** A PGlite of our own, in memory unless a folder is given. */
export const openPglite = (dataDir?: string) => PGlite.create({ dataDir, extensions });
