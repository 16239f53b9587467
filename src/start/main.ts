/** `npm start`: settings, port, build, database, app; and everything down again in order. */
import compression from 'compression';
import { createServer, type RequestListener, type Server } from 'node:http';
import { enableCompileCache } from 'node:module';
import { buildIfNeeded, copyToRun } from './build.ts';
import { startEmbedded, type Embedded } from './embedded.ts';
import { appEnvironment } from './environment.ts';
import { hasRoom } from './folder.ts';
import { aheadOf, alone, patience, receive, sayFull } from './front.ts';
import { readSettings, SettingsError, type Settings } from './settings.ts';
import { stopped } from './stopped.ts';
import { sayUnread } from './unread.ts';
import { askToWait } from './waiting.ts';

type Handler = (request: unknown, response: unknown, next: () => void) => void;

/** The built app, with its answers compressed. */
async function loadApp(folder: string): Promise<RequestListener> {
	const { handler } = (await import(new URL(`${folder}/handler.js`, import.meta.url).href)) as {
		handler: Handler;
	};
	const compress = compression({ threshold: 512 }) as unknown as Handler;
	return alone((request, response) =>
		compress(request, response, () => handler(request, response, () => response.writeHead(404).end())),
	);
}

/** Answers with the app as soon as there is one, and asks people to wait while it cannot. */
function createFront({ origin, dataDir }: Settings) {
	const waiting: RequestListener = (request, response) => void askToWait(origin, request, response);
	let app = waiting;
	let isReady = () => false;
	let isFull = () => false;
	const { hostname, port } = new URL(origin);
	const server = createServer(patience, (request, response) => {
		// People type localhost too; the session cookie and the check of forms belong to one origin.
		if (hostname === '127.0.0.1' && request.headers.host === `localhost:${port}`) {
			response.writeHead(307, { location: origin + request.url }).end();
			return;
		}
		receive(request, response, origin);
		// The health check says itself what is missing, and files need no database.
		const asked = aheadOf(request.url);
		if (asked === 'health' && isReady() && isFull()) sayFull(response);
		else if (isReady() || asked) app(request, response);
		else waiting(request, response);
	}).on('clientError', sayUnread);
	return {
		server,
		open(built: RequestListener, embedded: Embedded | null) {
			app = built;
			isReady = () => embedded?.isUp() ?? true;
			isFull = () => embedded !== null && !hasRoom(dataDir);
		},
	};
}

/** @throws {SettingsError} when the port is somebody else's */
const listen = (server: Server, { host, port }: Settings) =>
	new Promise<void>((resolve, reject) => {
		const reasons: Record<string, string> = {
			EADDRINUSE: `PORT: ${port} is in use; set PORT to another number.`,
			EACCES: `PORT: ${port} may not be used by you; set PORT to another number.`,
			EADDRNOTAVAIL: `HOST: ${host} is no address of this machine.`,
			ENOTFOUND: `HOST: ${host} is no address of this machine.`,
		};
		server.once('error', (error: NodeJS.ErrnoException) => {
			const reason = reasons[error.code ?? ''];
			reject(reason ? new SettingsError(reason) : error);
		});
		server.listen(port, host, resolve);
	});

async function main() {
	const settings = readSettings(process.env);
	// What V8 made of the app's code is kept for the next start; where nothing can be written it is made anew.
	enableCompileCache('node_modules/.cache/compiled');
	const { server, open } = createFront(settings);
	// Before anything is built or written.
	await listen(server, settings);
	await buildIfNeeded();
	const embedded = settings.supabase ? null : await startEmbedded(settings.dataDir, settings.demo);
	Object.assign(process.env, appEnvironment(settings, embedded));

	let stopping = false;
	const stop = async (code: number) => {
		if (stopping) return;
		stopping = true;
		// Requests under way are answered; connections without one are closed.
		const closed = new Promise((resolve) => server.close(resolve));
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), 5_000).unref();
		await closed;
		await embedded?.stop();
		process.exit(code);
	};
	process.on('SIGINT', () => void stop(0));
	process.on('SIGTERM', () => void stop(0));
	// Started by a test or a bench that is gone.
	process.once('disconnect', () => void stop(0));
	embedded?.onGivingUp((why) => {
		console.error(`${why}; stopping.`);
		void stop(1);
	});

	open(await loadApp(copyToRun()), embedded);
	process.send?.({ ready: settings.origin });
	console.log(`\nVores Plan is at ${settings.origin}`);
	if (settings.demo) {
		console.log(`Demo families are in. Choose who you want to be at ${settings.origin}/sign-in`);
	}
	console.log('Stop with Ctrl-C.');
}

main().catch(stopped);
