/**
 * The embedded Supabase: @supabase/lite on PGlite, on a loopback port, in a process of its own.
 * Started by src/start with the settings in EMBEDDED_SUPABASE; says { ready: url } when it answers and stops, with
 * everything written, when its parent says 'stop' or goes away.
 */
import { serve } from '@hono/node-server';
import { App } from '@supabase/lite';
import type { AddressInfo } from 'node:net';
import { openDatabase } from './connection.ts';
import { askedFor, door } from './door.ts';
import { migrate, Outdated, seed } from './migrate.ts';

export interface EmbeddedSettings {
	dataDir: string;
	demo: boolean;
	/** Takes back what every request did, after answering it: for tests. */
	keepNothing: boolean;
	/** Zero: any that is free. */
	port: number;
	publishableKey: string;
	jwtSecret: string;
}

/** What it says: where it answers, that it cannot use this data, or that it is there ('ping'). */
export type EmbeddedMessage = { ready: string } | { outdated: true } | 'alive';
const say = (message: EmbeddedMessage) => process.connected && process.send!(message);

// Ctrl-C reaches the whole process group; the parent decides when it is time.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

const settings = JSON.parse(process.env.EMBEDDED_SUPABASE ?? 'null') as EmbeddedSettings;
const { connection, owner, readTables, openTheDoor, heal } = await openDatabase(settings.dataDir);
try {
	await migrate(owner);
} catch (cause) {
	if (!(cause instanceof Outdated)) throw cause;
	await connection.close();
	say({ outdated: true });
	process.exit(1);
}
if (settings.demo) await seed(owner);

const app = new App({
	connection,
	auth: { enabled: true, jwt_secret: settings.jwtSecret, publishable_key: settings.publishableKey },
	api: { enabled: true, schemas: ['public'] },
	options: { server: { ...askedFor(settings.jwtSecret), forceRollback: settings.keepNothing } },
});
await app.ensureSystemSchema();
await readTables();
await openTheDoor();

/** What cannot be healed ends; whoever started this starts another. */
const healed = () => heal().catch(() => process.exit(1));

const server = serve(
	{ hostname: '127.0.0.1', port: settings.port, fetch: door((request) => app.fetch(request), healed) },
	(address: AddressInfo) => say({ ready: `http://127.0.0.1:${address.port}` }),
);

let stopping = false;
async function stop() {
	if (stopping) return;
	stopping = true;
	await new Promise((resolve) => {
		server.close(resolve);
		if ('closeAllConnections' in server) server.closeAllConnections();
	});
	await connection.close();
	process.exit(0);
}
process.on('message', (message) => {
	if (message === 'stop') void stop();
	if (message === 'ping') say('alive');
});
process.on('disconnect', () => void stop());
// Gone while this one was still starting.
if (!process.connected) void stop();
