/** `npm start`: settings, build, database, web server; and everything down again in order. */
import compression from 'compression';
import { createServer, type Server } from 'node:http';
import { buildIfNeeded } from './build.ts';
import { startEmbedded } from './embedded.ts';
import { appEnvironment } from './environment.ts';
import { readSettings, SettingsError, type Settings } from './settings.ts';

async function serveApp(settings: Settings): Promise<Server> {
	const { handler } = (await import(new URL('../../build/handler.js', import.meta.url).href)) as {
		handler: (request: unknown, response: unknown, next: () => void) => void;
	};
	const compress = compression({ threshold: 512 }) as unknown as typeof handler;
	const origin = new URL(settings.origin);
	const server = createServer((request, response) => {
		// People type localhost too; the session cookie and the check of forms belong to one origin.
		if (origin.hostname === '127.0.0.1' && request.headers.host === `localhost:${origin.port}`) {
			response.writeHead(307, { location: settings.origin + request.url }).end();
			return;
		}
		compress(request, response, () => handler(request, response, () => response.writeHead(404).end()));
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(settings.port, settings.host, resolve);
	});
	return server;
}

async function main() {
	const settings = readSettings(process.env);
	buildIfNeeded();
	const embedded = settings.supabase ? null : await startEmbedded(settings.dataDir, settings.demo);
	Object.assign(process.env, appEnvironment(settings, embedded));

	let server: Server | undefined;
	let stopping = false;
	const stop = async (code: number) => {
		if (stopping) return;
		stopping = true;
		if (server?.listening) {
			// Requests under way are answered; connections without one are closed.
			const closed = new Promise((resolve) => server!.close(resolve));
			server.closeIdleConnections();
			setTimeout(() => server!.closeAllConnections(), 5_000).unref();
			await closed;
		}
		await embedded?.stop();
		process.exit(code);
	};
	process.on('SIGINT', () => void stop(0));
	process.on('SIGTERM', () => void stop(0));
	// Started by a test or a bench that is gone.
	process.once('disconnect', () => void stop(0));
	embedded?.onCrash(() => {
		console.error('The embedded database stopped by itself; stopping too.');
		void stop(1);
	});

	try {
		server = await serveApp(settings);
	} catch (error) {
		await embedded?.stop();
		const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
		throw busy ? new SettingsError(`PORT: ${settings.port} is in use; set PORT to another number.`) : error;
	}
	process.send?.({ ready: settings.origin });
	console.log(`\nVores Plan is at ${settings.origin}`);
	if (settings.demo) {
		console.log(`Demo families are in. Choose who you want to be at ${settings.origin}/sign-in`);
	}
	console.log('Stop with Ctrl-C.');
}

main().catch((error: Error) => {
	console.error(error instanceof SettingsError ? error.message : error);
	process.exit(1);
});
