/**
 * The embedded Supabase: @supabase/lite on PGlite, on a loopback port, in a process of its own.
 * Started by src/start with the settings in EMBEDDED_SUPABASE; says { ready: url } when it answers and stops, with
 * everything written, when its parent says 'stop' or goes away.
 */
import { serve } from '@hono/node-server';
import { App } from '@supabase/lite';
import type { AddressInfo } from 'node:net';
import { openDatabase } from './connection.ts';
import { door } from './door.ts';
import { migrate, seed } from './migrate.ts';

export interface EmbeddedSettings {
	dataDir: string;
	demo: boolean;
	/** Takes back what every request did, after answering it: for tests. */
	keepNothing: boolean;
	publishableKey: string;
	jwtSecret: string;
}

// Ctrl-C reaches the whole process group; the parent decides when it is time.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

const settings = JSON.parse(process.env.EMBEDDED_SUPABASE ?? 'null') as EmbeddedSettings;
const { connection, owner, openTheDoor, heal } = await openDatabase(settings.dataDir);
const applied = await migrate(owner);
if (settings.demo) await seed(owner);

const app = new App({
	connection,
	auth: { enabled: true, jwt_secret: settings.jwtSecret, publishable_key: settings.publishableKey },
	api: { enabled: true, schemas: ['public'] },
	options: { server: { forceRollback: settings.keepNothing } },
});
await app.ensureSystemSchema();
await openTheDoor();

/** What cannot be healed ends; whoever started this starts another. */
const healed = () => heal().catch(() => process.exit(1));

const server = serve(
	{ hostname: '127.0.0.1', port: 0, fetch: door((request) => app.fetch(request), healed) },
	(address: AddressInfo) => process.send?.({ ready: `http://127.0.0.1:${address.port}`, applied }),
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
process.on('message', (message) => message === 'stop' && void stop());
process.on('disconnect', () => void stop());
