/**
 * The databases a test runs on. Everything is tried on one: PostgreSQL where the machine has it, because it is several
 * times as fast, otherwise PGlite. What shows whether row security is in force at all is tried on each there is.
 * `TEST_ENGINES=all` tries everything on each, `TEST_ENGINES=one` nothing on a second.
 */
import { inject } from 'vitest';
import { begun } from './begun.ts';
import { copyOf, embedded, type Database } from './open.ts';

type Engine = Database['engine'];

const postgres = inject('postgres');

const here: Engine[] = postgres ? ['pglite', 'postgres'] : ['pglite'];
const wanted = process.env.TEST_ENGINES;

/** Every engine on this machine. */
export const everyEngine: Engine[] = wanted === 'one' ? here.slice(-1) : here;

/** Where everything is tried. */
export const engines: Engine[] = wanted === 'all' ? here : here.slice(-1);

/** A database of our own, empty or with the fixture in it; close it afterwards. */
export async function fresh(engine: Engine, what: 'empty' | 'filled' = 'empty'): Promise<Database> {
	if (engine === 'postgres') return copyOf(postgres!.address, postgres![what]);
	return embedded(await begun(what));
}
