/** The large family behind an embedded server, and its people as they see it. */
import { App } from '@supabase/lite';
import { PgliteConnection } from '@supabase/lite/pglite';
import { createClient } from '@supabase/supabase-js';
import { SignJWT } from 'jose';
import { migrate, platform } from '../../supabase/embedded/migrate.ts';
import { opening, runner } from '../../supabase/embedded/pglite.ts';
import type { Database } from '../../src/lib/server/database.ts';
import { largeFamily } from './large-family.ts';
import { idOf } from '../policies/labels.ts';

const jwtSecret = 'x'.repeat(64);
export const family = idOf('large family');
export const municipality = idOf('large municipality');
export const parent = idOf('large parent');
export const coordinator = idOf('large professional 1');
export const lead = idOf('large professional 10');

/** The first of a list. */
export const first = (step: number) => ({ from: 0, to: step, step });

export interface LargeHouse {
	/** The database as this person sees it. */
	as(person: string): Database;
	/** Runs as the owner. */
	exec(sql: string): Promise<unknown>;
	rows<Row>(sql: string): Promise<Row[]>;
	/** When it was made. */
	now: Date;
	close(): Promise<void>;
}

export async function largeHouse(): Promise<LargeHouse> {
	const connection = new PgliteConnection({ url: 'memory://', pgliteOptions: opening });
	const database = runner(connection.driver);
	await database.exec(platform());
	await migrate(database);
	await database.exec(largeFamily());
	await connection.driver.refreshArrayTypes();
	const auth = { enabled: true, jwt_secret: jwtSecret, publishable_key: 'key' } as const;
	const app = new App({ connection, auth, api: { enabled: true, schemas: ['public'] } });
	await app.ensureSystemSchema();
	return {
		as(person) {
			const token = new SignJWT({ role: 'authenticated', sub: person })
				.setProtectedHeader({ alg: 'HS256' })
				.setAudience('authenticated')
				.setExpirationTime('1h')
				.sign(new TextEncoder().encode(jwtSecret));
			return createClient('http://embedded', 'key', {
				accessToken: () => token,
				global: { fetch: (input, init) => Promise.resolve(app.fetch(new Request(input, init))) },
			});
		},
		exec: (sql) => connection.driver.exec(sql),
		rows: async <Row>(sql: string) => (await connection.driver.query<Row>(sql)).rows,
		now: new Date(),
		close: () => connection.close(),
	};
}
