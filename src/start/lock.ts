/** One data folder, one database: PGlite itself does not notice a second one. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from './settings.ts';

export interface Lock {
	/** Names the process that has the database open, so that the next start can wait for it, or end it. */
	database(pid: number): void;
	release(): void;
}

/** Bytes a new database needs, and those an old one needs to go on. */
const room = { new: 150_000_000, old: 20_000_000 };

/** What PostgreSQL's words would not tell. */
const reasons: Record<string, string> = {
	EACCES: 'there is no permission to write there',
	EPERM: 'there is no permission to write there',
	EROFS: 'it cannot be written to',
	EEXIST: 'it is a file, not a folder',
	ENOTDIR: 'part of it is a file, not a folder',
	ENOENT: 'it cannot be made there',
	ENOSPC: 'the disk is full',
	EDQUOT: 'the disk is full',
};

/**
 * Takes the folder for this process. What a start that was killed left behind is cleared away first.
 * @throws {SettingsError} in one line, when it cannot be used or somebody else has it
 */
export async function lock(folder: string): Promise<Lock> {
	const file = join(folder, 'lock');
	try {
		mkdirSync(folder, { recursive: true });
		const free = statfsSync(folder);
		if (free.bavail * free.bsize < (existsSync(join(folder, 'pglite')) ? room.old : room.new)) {
			throw Object.assign(new Error(), { code: 'ENOSPC' });
		}
		if (!take(file)) {
			await clearAway(folder, file);
			if (!take(file)) throw inUse(folder, readOwners(file)[0]);
		}
	} catch (cause) {
		const reason = reasons[(cause as NodeJS.ErrnoException).code ?? ''];
		throw reason ? new SettingsError(`DATA_DIR: ${folder} cannot be used: ${reason}.`) : cause;
	}
	return {
		database: (pid) => writeFileSync(file, `${nameOf(process.pid)} ${nameOf(pid)}`),
		release: () => {
			if (existsSync(file) && readOwners(file)[0]?.pid === process.pid) rmSync(file, { force: true });
		},
	};
}

function take(file: string): boolean {
	try {
		writeFileSync(file, nameOf(process.pid), { flag: 'wx' });
		return true;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw cause;
	}
}

/** Removes a lock nobody holds any more. A database whose parent was killed ends by itself, or is ended here. */
async function clearAway(folder: string, file: string): Promise<void> {
	const [parent, database] = readOwners(file);
	if (parent && parent.pid !== process.pid && isRunning(parent)) throw inUse(folder, parent);
	for (let waited = 0; database && isRunning(database); waited += 100) {
		if (waited === 5_000) process.kill(database.pid, 'SIGKILL');
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	// Two may have waited here for the same one to end: whoever comes second finds the lock of the first.
	const put = `${file}-${randomUUID()}`;
	try {
		renameSync(file, put);
	} catch {
		return;
	}
	const [now] = readOwners(put);
	if (now?.pid === parent?.pid && now?.since === parent?.since) return rmSync(put, { force: true });
	renameSync(put, file);
	throw inUse(folder, now);
}

const inUse = (folder: string, owner?: Owner) =>
	new SettingsError(
		`DATA_DIR: ${folder} is in use by process ${owner?.pid}. Stop it first, or set DATA_DIR to another folder.`,
	);

interface Owner {
	pid: number;
	since: string;
}

const readOwners = (file: string): Owner[] =>
	readFileSync(file, 'utf8')
		.split(' ')
		.map((name) => name.split('@'))
		.map(([pid, since = '']) => ({ pid: Number(pid), since }))
		.filter(({ pid }) => pid > 0);

/** A number of a process is given again after a while; with the moment it began, it is not (on Linux). */
const nameOf = (pid: number) => `${pid}@${beganAt(pid)}`;

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
