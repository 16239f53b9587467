/** Runs the embedded Supabase as a child process, and another one when it ends or no longer answers. */
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { getCompileCacheDir } from 'node:module';
import { availableParallelism, loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { EmbeddedMessage, EmbeddedSettings } from '../../supabase/embedded/server.ts';
import { unusable, wrongWith } from './folder.ts';
import { clearHalfMade, damaged, isOfAnotherPostgres, putAside } from './found.ts';
import { installed } from './installed.ts';
import { lock } from './lock.ts';
import { cookieSecret } from './secret.ts';

export interface Embedded {
	url: string;
	publishableKey: string;
	jwtSecret: string;
	/** Kept beside the data: what is remembered in a cookie holds after a restart. */
	cookieSecret: string;
	/** Whether it answers now; false while another one is being started. */
	isUp(): boolean;
	/** Resolves when everything is written and the process is gone. */
	stop(): Promise<void>;
	/** Called, with why in words, when there is none any more and no other one is started. */
	onGivingUp(listener: (why: string) => void): void;
	/** The process of now, for tests. */
	process(): ChildProcess;
}

export interface EmbeddedOptions {
	/** Takes back whatever a request changes, after its answer: for tests. */
	keepNothing?: boolean;
	/** Milliseconds without a sign of life, after which it is ended. PGlite knows no time limit of its own. */
	patience?: number;
	/** Milliseconds until it must have begun to answer, by itself on the machine. */
	starting?: number;
}

/** How long to wait before the next one, in milliseconds; after the last, no other is started. */
const pauses = [0, 1_000, 3_000, 10_000, 30_000];
/** What was well for so long begins to count anew. */
const isWellAfter = 10 * 60_000;

/** Starts it and waits until it answers; brings the schema up to date and, in demo mode, puts in the demo families. */
export async function startEmbedded(
	dataDir: string,
	demo: boolean,
	{ keepNothing = false, patience = 10_000, starting = 5 * 60_000 }: EmbeddedOptions = {},
): Promise<Embedded> {
	installed('@electric-sql/pglite', 'The embedded database (SUPABASE_URL is not set)');
	const folder = resolve(dataDir);
	const held = await lock(folder);
	// Keys for this start only: sessions live in the database as hashes and do not depend on them.
	const settings: EmbeddedSettings = {
		dataDir: join(folder, 'pglite'),
		demo,
		keepNothing,
		port: 0,
		publishableKey: `sb_publishable_${randomBytes(18).toString('base64url')}`,
		jwtSecret: randomBytes(48).toString('base64url'),
	};
	let child: ChildProcess;
	let up = false;
	let stopping = false;
	let failures = 0;
	let gaveUp: (why: string) => void = () => {};

	async function start() {
		child = launch(settings);
		held.database(child.pid!);
		const url = await firstWord(child, starting);
		up = true;
		// The app has been told the address; whoever comes after this one answers there too.
		settings.port = Number(new URL(url).port);
		const since = Date.now();
		const watching = watch(child, patience);
		child.once('exit', () => {
			clearInterval(watching);
			up = false;
			if (Date.now() - since > isWellAfter) failures = 0;
			if (!stopping) void again();
		});
		return url;
	}

	async function again() {
		const pause = pauses[failures++];
		if (pause === undefined) return gaveUp('The embedded database ends again and again');
		console.error('The embedded database ended by itself; starting it again.');
		await new Promise((done) => setTimeout(done, pause));
		if (!stopping) await start().catch(() => (stopping ? undefined : again()));
	}

	held.onLost(() => {
		stopping = true;
		// Two that write in one folder lose what people wrote: nothing is finished first.
		child.kill('SIGKILL');
		gaveUp(`DATA_DIR: ${folder} was taken by a start in another container or on another machine`);
	});
	// Where a file may not grow PostgreSQL tries for ever, and hears nothing: it is not left behind at that.
	const interrupted = () => {
		stopping = true;
		child.once('exit', () => {
			held.release();
			process.exit(1);
		});
		if (child.connected) child.send('stop');
		setTimeout(() => child.kill('SIGKILL'), 5_000);
	};
	process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
	try {
		if (isOfAnotherPostgres(settings.dataDir)) putAside(folder, demo);
		const finished = clearHalfMade(settings.dataDir);
		const url = await start().catch((cause) => {
			if (!(cause instanceof Outdated)) throw cause;
			putAside(folder, demo);
			clearHalfMade(settings.dataDir);
			return start();
		});
		finished();
		return {
			url,
			publishableKey: settings.publishableKey,
			jwtSecret: settings.jwtSecret,
			cookieSecret: cookieSecret(folder),
			isUp: () => up,
			process: () => child,
			async stop() {
				stopping = true;
				if (child.exitCode === null && child.signalCode === null) {
					const gone = new Promise((done) => child.once('exit', done));
					if (child.connected) child.send('stop');
					await gone;
				}
				held.release();
			},
			onGivingUp: (listener) => (gaveUp = listener),
		};
	} catch (cause) {
		const why = cause instanceof NotStarted ? (wrongWith(folder) ?? damaged(folder, cause)) : cause;
		held.release();
		throw unusable(folder, why);
	} finally {
		process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
	}
}

// The server prints failed statements with their values to its output; those are people's words, so the output is
// dropped, and only the last lines before a failed start are kept to be shown.
const launch = (settings: EmbeddedSettings, compiled = getCompileCacheDir()) =>
	fork(new URL('../../supabase/embedded/server.ts', import.meta.url), {
		stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		env: {
			PATH: process.env.PATH,
			LITE_TELEMETRY: '0',
			EMBEDDED_SUPABASE: JSON.stringify(settings),
			// Node adds its version to the folder.
			...(compiled && { NODE_COMPILE_CACHE: dirname(compiled) }),
		},
	});

/** The database in the folder was made by other migrations than those we have. */
class Outdated extends Error {}

/** It ended before it answered; the message is what it said. */
class NotStarted extends Error {}

/** Waits so many milliseconds for its address. @throws what it said, when it ends instead, or is ended */
async function firstWord(child: ChildProcess, patience: number): Promise<string> {
	let said = '';
	let isReady = false;
	const ending = setTimeout(() => child.kill('SIGKILL'), patience * crowded());
	child.once('message', () => clearTimeout(ending));
	child.stderr!.on('data', (chunk: Buffer) => {
		if (!isReady) said = (said + chunk.toString()).slice(-4000);
	});
	return new Promise((done, fail) => {
		child.once('message', (message: EmbeddedMessage) => {
			if (message === 'alive') return;
			if ('outdated' in message) return fail(new Outdated());
			isReady = true;
			done(message.ready);
		});
		child.once('exit', () => clearTimeout(ending));
		child.once('exit', () => fail(new NotStarted(`The embedded database did not start.\n${said}`)));
	});
}

/** By how much everything takes longer because others use the machine, at most three times. */
const crowded = () => Math.min(3, Math.max(1, loadavg()[0]! / availableParallelism()));

/** Ends a database that shows no sign of life: a statement that never ends keeps everybody waiting. */
function watch(child: ChildProcess, patience: number): NodeJS.Timeout {
	let heard = Date.now();
	child.on('message', () => (heard = Date.now()));
	let asked = Date.now();
	return setInterval(() => {
		const now = Date.now();
		// Whoever was asleep here (a suspended laptop) has not heard, which says nothing of the other.
		if (now - asked > patience) heard = now;
		asked = now;
		if (now - heard > patience * crowded()) child.kill('SIGKILL');
		else if (child.connected) child.send('ping', () => {});
	}, patience / 5);
}
