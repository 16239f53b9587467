/**
 * The running app before a Supabase in this process, so that the whole database can be looked at between requests.
 * It is what supabase/embedded/server.ts starts, except that the connection may become the owner again.
 */
import { serve } from '@hono/node-server';
import { App } from '@supabase/lite';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openDatabase } from '../../supabase/embedded/connection.ts';
import { askedFor, door } from '../../supabase/embedded/door.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer } from '../e2e/server.ts';
import { asking } from '../running/fresh.ts';

export type Row = Record<string, unknown>;

export interface House {
	url: string;
	/** Asks as the owner. */
	rows(sql: string): Promise<Row[]>;
	stop(): Promise<void>;
}

export async function house(): Promise<House> {
	const { connection, owner, readTables } = await openDatabase(join(freshData('walk'), 'pglite'));
	const publishableKey = `sb_publishable_${randomBytes(18).toString('base64url')}`;
	const jwtSecret = randomBytes(48).toString('base64url');
	const supabase = new App({
		connection,
		auth: { enabled: true, jwt_secret: jwtSecret, publishable_key: publishableKey },
		api: { enabled: true, schemas: ['public'] },
		options: { server: askedFor(jwtSecret) },
	});
	await supabase.ensureSystemSchema();
	await readTables();
	const healed = () =>
		owner.exec('rollback').then(
			() => undefined,
			() => undefined,
		);
	const server = serve({
		hostname: '127.0.0.1',
		port: 0,
		fetch: door((request) => supabase.fetch(request), healed),
	});
	await new Promise((listening) => server.once('listening', listening));
	const app = await startServer(
		...asking({
			url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
			publishableKey,
			jwtSecret,
		}),
	);
	return {
		url: app.url,
		rows: (sql) => owner.rows(sql),
		async stop() {
			await app.stop();
			await new Promise((closed) => server.close(closed));
			await connection.close();
		},
	};
}

/** What every request of somebody signed in may write, whatever it asks for. */
const aside = ['session', 'session_secret', 'plan_visit', 'cancellation_seen'];

/** What stands in every table, as a digest each. */
export async function picture({ rows }: House): Promise<Row> {
	const tables = await rows(`
		select relnamespace::regnamespace::text || '.' || relname as name from pg_class
		where relkind = 'r' and relnamespace::regnamespace::text in ('public', 'private')
			and relname <> all ('{${aside.join(',')}}') order by 1`);
	const digests = tables.map(
		({ name }) =>
			`(select md5(string_agg(t::text, '|' order by t::text)) from ${name as string} t) as "${name as string}"`,
	);
	return (await rows(`select ${digests.join(', ')}`))[0]!;
}
