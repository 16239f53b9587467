import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import type { SqlRunner } from './migrate.ts';

/** How our databases are opened: with the extensions of the schema, and a quarter of the memory that PostgreSQL takes. */
export const opening = {
	extensions: { pg_trgm },
	startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'],
};

/** PGlite seen as something that runs SQL. */
export const runner = (db: Pick<PGlite, 'exec' | 'query'>): SqlRunner => ({
	exec: (sql) => db.exec(sql),
	rows: async (sql) => (await db.query<Record<string, unknown>>(sql)).rows,
});

/** Where the stack of its WebAssembly ends just now; no type of PGlite's tells of it. */
export const stackOf = (db: PGlite): WebAssembly.Global =>
	(db.Module as unknown as { ___stack_pointer: WebAssembly.Global }).___stack_pointer;

/**
 * An error leaves PGlite's stack where it was (672 bytes of 8 MB); after some 12,000 refusals it would end or hang for
 * everybody. Nothing is on it between two questions, so that it can begin each where it began the one before.
 */
export function keepStackOf(db: PGlite): void {
	const stack = stackOf(db);
	const ask = db.execProtocolRawSync.bind(db);
	db.execProtocolRawSync = (message) => {
		const before: unknown = stack.value;
		try {
			return ask(message);
		} finally {
			stack.value = before;
		}
	};
}

/** A PGlite of our own, in memory unless a folder is given. */
export async function openPglite(dataDir?: string) {
	const db = await PGlite.create({ dataDir, ...opening });
	keepStackOf(db);
	return db;
}
