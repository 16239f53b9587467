/** Runs the embedded Supabase as a child process. */
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { EmbeddedSettings } from '../../supabase/embedded/server.ts';

export interface Embedded {
	url: string;
	publishableKey: string;
	jwtSecret: string;
	/** Resolves when everything is written and the process is gone. */
	stop(): Promise<void>;
	/** Called when the process ends without having been asked to. */
	onCrash(listener: () => void): void;
}

/** One data folder, one process: PGlite itself does not notice a second one. */
function lock(folder: string): () => void {
	mkdirSync(folder, { recursive: true });
	const file = join(folder, 'lock');
	const isRunning = (pid: number) => {
		try {
			process.kill(pid, 0);
			return pid !== process.pid;
		} catch {
			return false;
		}
	};
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
	} catch {
		const owner = Number(readFileSync(file, 'utf8'));
		if (owner && isRunning(owner)) {
			throw new Error(
				`${folder} is in use by process ${owner}. Stop it first, or set DATA_DIR to another folder.`,
			);
		}
		writeFileSync(file, String(process.pid));
	}
	return () => rmSync(file, { force: true });
}

/** Starts it and waits until it answers; brings the schema up to date and, in demo mode, puts in the demo families. */
export async function startEmbedded(
	dataDir: string,
	demo: boolean,
	{ keepNothing = false } = {},
): Promise<Embedded> {
	const folder = resolve(dataDir);
	const unlock = lock(folder);
	// Keys for this start only: sessions live in the database as hashes and do not depend on them.
	const settings: EmbeddedSettings = {
		dataDir: join(folder, 'pglite'),
		demo,
		keepNothing,
		publishableKey: `sb_publishable_${randomBytes(18).toString('base64url')}`,
		jwtSecret: randomBytes(48).toString('base64url'),
	};
	// The server prints failed statements with their values to its output; those are people's words, so the output
	// is dropped, and only the last lines before a failed start are kept to be shown.
	const child = fork(new URL('../../supabase/embedded/server.ts', import.meta.url), {
		stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		env: { PATH: process.env.PATH, LITE_TELEMETRY: '0', EMBEDDED_SUPABASE: JSON.stringify(settings) },
	});
	let startupErrors = '';
	let ready = false;
	let stopping = false;
	child.stderr!.on('data', (chunk: Buffer) => {
		if (!ready) startupErrors = (startupErrors + chunk.toString()).slice(-4000);
	});
	const gone = new Promise<void>((done) => child.once('exit', () => done()));
	void gone.then(unlock);

	const url = await new Promise<string>((done, fail) => {
		child.once('message', (message: { ready: string }) => done(message.ready));
		child.once('exit', () => fail(new Error(`The embedded database did not start.\n${startupErrors}`)));
	});
	ready = true;

	return {
		url,
		publishableKey: settings.publishableKey,
		jwtSecret: settings.jwtSecret,
		stop: async () => {
			stopping = true;
			if (child.connected) child.send('stop');
			await gone;
		},
		onCrash: (listener) => void gone.then(() => !stopping && listener()),
	};
}
