/**
 * A server with fresh demo data for one test file: on a copy of a database where the machine has PostgreSQL, which is
 * several times as fast, and otherwise on the embedded one, as people start it. What is about the embedded one (its
 * start, its folder, its end) starts it itself. `HOUSES=embedded` takes that for all.
 */
import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { startEmbedded } from '../../src/start/embedded.ts';
import { openPglite } from '../../supabase/embedded/pglite.ts';
import { houses } from '../database/houses.ts';
import { copyOf, embedded, type Row } from '../database/open.ts';
import { supabaseOn, type Found } from '../database/supabase.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer, type Server } from '../e2e/server.ts';

interface Fresh {
	/** SQL that runs as the owner before anybody comes in. */
	more?: string;
	settings?: Record<string, string>;
}

export interface FreshServer extends Server {
	/** Asks its database as the owner, past row security. */
	asOwner(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

export interface FreshSupabase extends Found {
	stop(): Promise<void>;
}

/** Uses the embedded database of a folder while no server has it open. */
async function whileClosed<Result>(
	folder: string,
	use: (database: ReturnType<typeof embedded>) => Promise<Result>,
) {
	const database = embedded(await openPglite(join(folder, 'pglite')));
	try {
		return await use(database);
	} finally {
		await database.close();
	}
}

/** @param name of its data, as no other file's */
export async function freshServer(name: string, fresh: Fresh = {}): Promise<FreshServer> {
	return houses() ? onCopy(fresh) : onFolder(freshData(name), fresh);
}

/** Servers of this process whose file has ended, and where each asks: the next is told of another database there. */
const idle: { server: Server; at: Found }[] = [];

async function onCopy({ more, settings }: Fresh): Promise<FreshServer> {
	const known = settings ? undefined : idle.pop();
	const { database, stop, ...at } = await supabaseOnCopy(known?.at);
	if (more) await database.exec(more);
	const server = known?.server ?? (await startServer(...asking(at, settings)));
	if (!settings) letGo(server.process);
	return {
		...server,
		asOwner: database.rows,
		async stop(signal) {
			if (settings) await server.stop(signal);
			else idle.push({ server, at });
			await stop();
		},
	};
}

/** It keeps nobody from ending, and ends with who started it. */
function letGo(child: ChildProcess) {
	child.unref();
	child.channel?.unref();
	for (const said of [child.stdout, child.stderr] as (Socket | null)[]) said?.unref();
}

/** As people start it, with the data of a folder. */
export async function onFolder(folder: string, { more, settings = {} }: Fresh = {}): Promise<FreshServer> {
	if (more) await whileClosed(folder, (database) => database.exec(more));
	let server = await startServer(folder, settings);
	const { port } = new URL(server.url);
	return {
		...server,
		lastWords: () => server.lastWords(),
		stop: (signal) => server.stop(signal),
		async asOwner(sql, parameters) {
			await server.stop();
			const rows = await whileClosed(folder, (database) => database.rows(sql, parameters));
			server = await startServer(folder, { ...settings, PORT: port });
			return rows;
		},
	};
}

/** Only what an app asks. @param name of its data, as no other file's */
export const freshSupabase = async (name: string): Promise<FreshSupabase> =>
	houses() ? supabaseOnCopy() : startEmbedded(freshData(name), true);

async function supabaseOnCopy(at?: Found) {
	const { address, template } = houses()!;
	const database = await copyOf(address, template);
	const supabase = await supabaseOn(address, database.name, { at });
	return {
		...supabase,
		database,
		async stop() {
			await supabase.stop();
			await database.close();
		},
	};
}

/** How a server is started that asks a Supabase: with a folder that cannot be made, which shows that none is wanted. */
export const asking = (
	{ url, publishableKey, jwtSecret }: Found,
	settings: Record<string, string> = {},
): [string, Record<string, string>] => [
	'/dev/null/nothing',
	{
		DEMO: '1',
		MUNICIPALITY_ID: '00000000-0000-7000-8000-00000000000e',
		SUPABASE_URL: url,
		SUPABASE_PUBLISHABLE_KEY: publishableKey,
		SUPABASE_JWT_SECRET: jwtSecret,
		...settings,
	},
];
