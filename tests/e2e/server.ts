import { fork, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { sparing } from '../sparing.ts';

export interface Server {
	url: string;
	process: ChildProcess;
	/** The last lines of what it has written, to understand why it answered as it did. */
	lastWords(): string;
	stop(signal?: NodeJS.Signals): Promise<void>;
}

async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
	const { port } = probe.address() as AddressInfo;
	await new Promise((resolve) => probe.close(resolve));
	return port;
}

/**
 * `npm start` on a port of its own with the data of a folder.
 * @param isMeasured it runs as people run it, and not as a test is quickest
 * @throws when it does not come up, with what it said
 */
export async function startServer(
	dataDir: string,
	environment: Record<string, string> = {},
	{ isMeasured = false } = {},
): Promise<Server> {
	const port = Number(environment.PORT ?? (await freePort()));
	const child = fork(new URL('../../src/start/main.ts', import.meta.url), {
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		execArgv: isMeasured ? [] : sparing,
		env: {
			PATH: process.env.PATH,
			PORT: String(port),
			DATA_DIR: dataDir,
			RATE_LIMITS: 'off',
			...environment,
		},
	});
	let said = '';
	child.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString()));
	child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const url = await new Promise<string>((resolve, reject) => {
		child.once('message', (message: { ready: string }) => resolve(message.ready));
		void gone.then(() => reject(new Error(`The server did not start:\n${said}`)));
	});
	return {
		url,
		process: child,
		lastWords: () => said.slice(-2000),
		stop: async (signal = 'SIGTERM') => {
			child.kill(signal);
			await gone;
		},
	};
}
