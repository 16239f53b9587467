/**
 * The databases a test runs on. Everything is tried on one: PostgreSQL where the machine has it, because it is several
 * times as fast, otherwise PGlite. What shows whether row security is in force at all is tried on each there is.
 * `TEST_ENGINES=all` tries everything on each.
 */
import { inject } from 'vitest';
import { fill } from '../policies/fixture.ts';
import { copyOf, open, type Database } from './open.ts';

type Engine = Database['engine'];

const postgres = inject('postgres');

/** Every engine on this machine. */
export const everyEngine: Engine[] = postgres ? ['pglite', 'postgres'] : ['pglite'];

/** Where everything is tried. */
export const engines: Engine[] = process.env.TEST_ENGINES === 'all' ? everyEngine : everyEngine.slice(-1);

/** A database of our own, empty or with the fixture in it; close it afterwards. */
export async function fresh(engine: Engine, what: 'empty' | 'filled' = 'empty'): Promise<Database> {
	if (engine === 'postgres') return copyOf(postgres!.address, postgres![what]);
	const database = await open('');
	if (what === 'filled') await fill(database);
	return database;
}
