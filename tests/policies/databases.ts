/** One filled database per engine and worker: the tests change nothing in it for good, so they can share it. */
import { engines, fresh } from '../database/engines.ts';
import type { Database } from '../database/open.ts';
import { fill } from './fixture.ts';

export { engines };

const opened = new Map<Database['engine'], Promise<Database>>();

/** The database with the fixture in it. Whoever uses it takes everything back. */
export function filled(engine: Database['engine']): Promise<Database> {
	let database = opened.get(engine);
	if (!database) {
		database = fresh(engine).then(async (db) => {
			await fill(db);
			return db;
		});
		opened.set(engine, database);
	}
	return database;
}
