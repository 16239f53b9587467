/**
 * A fresh database with the platform's ground and all migrations: PGlite in memory, or a scratch database on a real
 * PostgreSQL. Both are one connection that runs SQL as the owner; `acting.ts` runs it as somebody.
 */
import type { PGlite } from '@electric-sql/pglite';
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { migrate, platform, type SqlRunner } from '../../supabase/embedded/migrate.ts';
import { openPglite } from '../../supabase/embedded/pglite.ts';

export type Row = Record<string, unknown>;

export interface Database extends SqlRunner {
	readonly engine: 'pglite' | 'postgres';
	/** Runs one statement. @returns its rows, and how many rows it returned or changed */
	run(sql: string, parameters?: unknown[]): Promise<{ rows: Row[]; count: number }>;
	rows(sql: string, parameters?: unknown[]): Promise<Row[]>;
	/** A second connection to the same database, for what two people do at the same moment. PostgreSQL only. */
	another(): Promise<Database>;
	/** Closes the connection; the one that opened a scratch database drops it. */
	close(): Promise<void>;
}

/** A database on a PostgreSQL that stands until it is closed, whether anybody is connected or not. */
export interface Scratch extends Database {
	readonly name: string;
	disconnect(): Promise<void>;
}

/** PGlite, or PostgreSQL when an address with the right to create databases is given. */
export async function open(address = process.env.TEST_DATABASE_URL): Promise<Database> {
	if (address) return openScratch(address);
	const database = embedded(await openPglite());
	await prepare(database);
	return database;
}

/** An empty database of our own on a PostgreSQL. */
export async function openScratch(address: string): Promise<Scratch> {
	const database = await create(address);
	const server = connect(address, 'postgres');
	// Roles belong to the whole server: one at a time makes them.
	await server.exec('select pg_advisory_lock(20261123)');
	await prepare(database);
	// As whom a Supabase of ours comes in.
	await server.exec('alter role authenticator login; select pg_advisory_unlock(20261123)');
	await server.close();
	return database;
}

/** A scratch database with everything that stands in another, which takes a tenth of the time of making it anew. */
export const copyOf = (address: string, template: string): Promise<Scratch> => create(address, template);

/** A PGlite as one of these. */
export function embedded(pglite: PGlite): Database {
	const run: Database['run'] = async (sql, parameters) => {
		const { rows, affectedRows } = await pglite.query<Row>(sql, parameters);
		return { rows, count: Math.max(rows.length, affectedRows ?? 0) };
	};
	return {
		engine: 'pglite',
		run,
		rows: async (sql, parameters) => (await run(sql, parameters)).rows,
		exec: (sql) => pglite.exec(sql),
		another: () => Promise.reject(new Error('PGlite has one connection')),
		close: () => pglite.close(),
	};
}

async function create(address: string, template?: string): Promise<Scratch> {
	const name = `vores_plan_test_${randomBytes(6).toString('hex')}`;
	const onServer = async (sql: (server: Database) => Promise<string>) => {
		const server = connect(address, 'postgres');
		await server.exec(await sql(server));
		await server.close();
	};
	await onServer(
		async (server) => `create database ${name} ${template ? await copying(server, template) : ''}`,
	);
	const database = connect(address, name);
	return {
		...database,
		name,
		disconnect: database.close,
		async close() {
			await database.close();
			await onServer(async () => `drop database if exists ${name} with (force)`);
		},
	};
}

/** Files are copied as they are where PostgreSQL can (from 15): a third of what writing all of them anew costs. */
async function copying(server: Database, template: string): Promise<string> {
	const [{ copies } = {}] = await server.rows(
		`select current_setting('server_version_num')::int >= 150000 as copies`,
	);
	return `template ${template} ${copies ? 'strategy file_copy' : ''}`;
}

async function prepare(database: Database): Promise<void> {
	await database.exec(platform());
	await migrate(database);
}

/** A connection to a database that is there already. */
export function connect(address: string, name: string): Database {
	const client = postgres(address, {
		database: name,
		max: 1,
		onnotice: () => {},
		connection: { application_name: 'vores-plan-tests' },
	});
	const run: Database['run'] = async (sql, parameters = []) => {
		const rows = await client.unsafe<Row[]>(sql, parameters as never[], { prepare: parameters.length > 0 });
		return { rows: [...rows], count: rows.count ?? 0 };
	};
	return {
		engine: 'postgres',
		run,
		rows: async (sql, parameters) => (await run(sql, parameters)).rows,
		exec: (sql) => client.unsafe(sql),
		another: async () => connect(address, name),
		close: () => client.end(),
	};
}
