/** The databases a test runs on: PGlite always, and PostgreSQL where the machine has one. */
import { inject } from 'vitest';
import { open, type Database } from './open.ts';

type Engine = Database['engine'];

const postgres = inject('postgres');

/** The engines on this machine. */
export const engines: Engine[] = postgres ? ['pglite', 'postgres'] : ['pglite'];

/** A fresh, empty database of our own; close it afterwards. */
export const fresh = (engine: Engine): Promise<Database> => open(engine === 'postgres' ? postgres! : '');
