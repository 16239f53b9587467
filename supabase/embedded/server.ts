/**
 * The embedded Supabase: @supabase/lite on PGlite, on a loopback port, in a process of its own.
 * Started by src/start with the settings in EMBEDDED_SUPABASE; says { ready: url } when it answers and stops, with
 * everything written, when its parent says 'stop' or goes away.
 */
import { serve } from '@hono/node-server';
import { App } from '@supabase/lite';
import { PgliteConnection } from '@supabase/lite/pglite';
import type { AddressInfo } from 'node:net';
import { migrate, platform, seed } from './migrate.ts';
import { extensions, runner } from './pglite.ts';

export interface EmbeddedSettings {
	dataDir: string;
	demo: boolean;
	publishableKey: string;
	jwtSecret: string;
}

// Ctrl-C reaches the whole process group; the parent decides when it is time.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

const settings = JSON.parse(process.env.EMBEDDED_SUPABASE ?? 'null') as EmbeddedSettings;
const connection = new PgliteConnection({ url: settings.dataDir, pgliteOptions: { extensions } });
const database = runner(connection.driver);
await database.exec(platform());
const applied = await migrate(database);
if (settings.demo) await seed(database);
// PGlite learns the arrays of our enums when it opens; those the migrations have just made it must look up.
await connection.driver.refreshArrayTypes();

const app = new App({
	connection,
	auth: { enabled: true, jwt_secret: settings.jwtSecret, publishable_key: settings.publishableKey },
	api: { enabled: true, schemas: ['public'] },
});
await app.ensureSystemSchema();

const server = serve(
	{
		hostname: '127.0.0.1',
		port: 0,
		fetch: (request, environment) =>
			app.fetch(request, {
				peerAddress: ('incoming' in environment && environment.incoming.socket.remoteAddress) || null,
			}),
	},
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
