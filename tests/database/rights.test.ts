/**
 * What each role may really do, compared with the list in rights.ts. A right that appears in the catalogue and not
 * there, however it came about (a default privilege, PUBLIC, an extension), fails.
 */
import { expect, test } from 'vitest';
import { everyEngine, filled } from '../policies/databases.ts';
import { rightsOf } from './catalogue.ts';
import { rightsOnPaper, roles } from './rights.ts';

test.each(everyEngine.flatMap((engine) => roles.map((role) => [engine, role] as const)))(
	'%s: %s has these rights and no others',
	async (engine, role) => {
		expect(await rightsOf(await filled(engine), role)).toEqual(rightsOnPaper(role));
	},
);

test.each(everyEngine)(
	'%s: nobody who asks may hold the house up for longer than five seconds',
	async (engine) => {
		const db = await filled(engine);
		const limits = await db.rows(`
		select rolname as role, array_to_string(rolconfig, ', ') as settings from pg_roles
		where rolname in ('anon', 'authenticated', 'session_keeper') order by 1`);
		expect(limits).toEqual(
			['anon', 'authenticated', 'session_keeper'].map((role) => ({ role, settings: 'statement_timeout=5s' })),
		);
	},
);
