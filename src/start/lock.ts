/**
 * One data folder, one database: PGlite itself does not notice a second one. The lock names who has the folder by the
 * number of their process, which says something only where they run: in another container on the same volume, or on
 * another machine, it is nobody's or somebody else's. There, a lock is held as long as it is touched.
 */
import { randomUUID } from 'node:crypto';
import {
	existsSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { makeReady, unusable } from './folder.ts';
import { SettingsError } from './settings.ts';

export interface Lock {
	/** Names the process that has the database open, so that the next start can wait for it, or end it. */
	database(pid: number): void;
	/** Called when somebody elsewhere has taken the folder, who heard nothing of this process for too long (it was frozen). */
	onLost(listener: () => void): void;
	release(): void;
}

export interface Pulse {
	/** Milliseconds between two touches of the lock. */
	beat: number;
	/** Milliseconds without one, after which a lock of elsewhere is nobody's. */
	patience: number;
	/** Where this process runs. */
	place: string;
}

/**
 * Takes the folder for this process. What a start that was killed left behind is cleared away first.
 * @throws {SettingsError} in one line, when it cannot be used or somebody else has it
 */
export async function lock(
	folder: string,
	{ beat = 3_000, patience = 20_000, place = here() }: Partial<Pulse> = {},
): Promise<Lock> {
	const file = join(folder, 'lock');
	const me: Owner = { pid: process.pid, since: beganAt(process.pid), place };
	try {
		makeReady(folder);
		if (!take(file, me)) {
			await clearAway(folder, file, me, patience);
			if (!take(file, me)) throw inUse(folder, readOwners(file)[0]);
		}
	} catch (cause) {
		throw unusable(folder, cause);
	}
	let lost = () => {};
	const isMine = () => isSame(readOwners(file)[0], me);
	const beating = setInterval(() => {
		if (isMine()) return touch(file);
		// Not there for a moment while somebody else looks whose it is: nobody has taken it.
		if (!readOwners(file).length) return;
		clearInterval(beating);
		lost();
	}, beat);
	beating.unref();
	return {
		database: (pid) => {
			if (isMine()) write(file, [me, { pid, since: beganAt(pid), place }]);
		},
		onLost: (listener) => (lost = listener),
		release: () => {
			clearInterval(beating);
			if (isMine()) rmSync(file, { force: true });
		},
	};
}

function touch(file: string): void {
	try {
		utimesSync(file, new Date(), new Date());
	} catch {
		// Gone in this moment: the next beat sees it.
	}
}

function write(file: string, owners: Owner[], options = {}): void {
	writeFileSync(file, owners.map(({ pid, since, place }) => `${pid}@${since}@${place}`).join(' '), options);
}

function take(file: string, me: Owner): boolean {
	try {
		write(file, [me], { flag: 'wx' });
		return true;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw cause;
	}
}

/** Removes a lock nobody holds any more. A database whose parent was killed ends by itself, or is ended here. */
async function clearAway(folder: string, file: string, me: Owner, patience: number): Promise<void> {
	const [parent, database] = readOwners(file);
	if (parent && parent.place !== me.place) {
		console.log(
			`DATA_DIR: ${folder} was left by a start elsewhere, or before this machine began anew. Looking whether it goes on, at most ${Math.ceil(patience / 1000)} seconds …`,
		);
		if (await isTouched(file, patience)) throw inUse(folder, parent);
	} else {
		// Where nothing tells a number given again, ours was somebody's before us.
		const isMaybeOurs = parent?.pid === me.pid && !me.since;
		if (parent && isRunning(parent) && !isMaybeOurs) throw inUse(folder, parent);
		await end(database);
	}
	// Two may have waited here for the same one to end: whoever comes second finds the lock of the first.
	const put = `${file}-${randomUUID()}`;
	try {
		renameSync(file, put);
	} catch {
		return;
	}
	const [now] = readOwners(put);
	if (isSame(now, parent)) return rmSync(put, { force: true });
	renameSync(put, file);
	throw inUse(folder, now);
}

/** Whether somebody elsewhere touches it. Their clock may be another, so it is watched, and not compared with ours. */
async function isTouched(file: string, patience: number): Promise<boolean> {
	const touched = () => (existsSync(file) ? statSync(file).mtimeMs : null);
	const before = touched();
	for (const until = Date.now() + patience; Date.now() < until;) {
		await new Promise((resolve) => setTimeout(resolve, Math.min(100, patience / 10)));
		const now = touched();
		if (now !== before) return now !== null;
	}
	return false;
}

/** Waits for a database to end, and ends it when it does not. */
async function end(database?: Owner): Promise<void> {
	for (let waited = 0; database && isRunning(database); waited += 100) {
		if (waited === 5_000) process.kill(database.pid, 'SIGKILL');
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

const inUse = (folder: string, owner?: Owner) =>
	new SettingsError(
		`DATA_DIR: ${folder} is in use by process ${owner?.pid}${owner && owner.place !== here() ? ' of another container or machine' : ''}. Stop it first, or set DATA_DIR to another folder.`,
	);

/** A number of a process is given again after a while; with the moment it began, it is not (on Linux). */
interface Owner {
	pid: number;
	since: string;
	/** Where its number means it. */
	place: string;
}

/** The process that has the folder, and its database; nobody where there is no lock. */
function readOwners(file: string): Owner[] {
	let names: string[];
	try {
		names = readFileSync(file, 'utf8').split(' ');
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw cause;
	}
	// A lock of an older version says nothing of where.
	return names
		.map((name) => name.split('@'))
		.map(([pid, since = '', place = here()]) => ({ pid: Number(pid), since, place }))
		.filter(({ pid }) => pid > 0);
}

const isSame = (one?: Owner, other?: Owner) =>
	one?.pid === other?.pid && one?.since === other?.since && one?.place === other?.place;

/** This run of this machine, and the container in it; elsewhere than on Linux the name of the machine. */
function here(): string {
	try {
		const started = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
		return `${started}/${readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')}`;
	} catch {
		return hostname().replace(/[@\s]/g, '-');
	}
}

function beganAt(pid: number): string {
	try {
		// The name of the program, in brackets, may hold spaces; after it comes its state, and 19 words on the moment.
		const words = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
		return words[0] === 'Z' ? 'ended' : words[19]!;
	} catch {
		return '';
	}
}

function isRunning({ pid, since }: Owner): boolean {
	try {
		process.kill(pid, 0);
	} catch (cause) {
		return (cause as NodeJS.ErrnoException).code === 'EPERM' && beganAt(pid) === since;
	}
	return beganAt(pid) === since;
}
