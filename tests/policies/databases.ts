/** One filled database per engine and worker: the tests change nothing in it for good, so they can share it. */
import { engines, everyEngine, fresh } from '../database/engines.ts';
import type { Database } from '../database/open.ts';
import './fixture.ts';

export { engines, everyEngine };

const opened = new Map<Database['engine'], Promise<Database>>();

/** The database with the fixture in it. Whoever uses it takes everything back. */
export function filled(engine: Database['engine']): Promise<Database> {
	let database = opened.get(engine);
	if (!database) {
		database = fresh(engine, 'filled');
		opened.set(engine, database);
	}
	return database;
}
