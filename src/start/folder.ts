/** The data folder as a start finds it: made where it is not there yet, with room in it, or refused in one line. */
import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	readdirSync,
	rmSync,
	statfsSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { SettingsError } from './settings.ts';

/** Bytes a new database needs, and those an old one needs to go on. */
const room = { new: 150_000_000, old: 20_000_000 };

/** What the system's words would not tell. */
const reasons: Record<string, string> = {
	EACCES: 'there is no permission to read and write there',
	EPERM: 'there is no permission to read and write there',
	EROFS: 'it cannot be written to',
	EEXIST: 'it is a file, not a folder',
	ENOTDIR: 'part of it is a file, not a folder',
	ENOENT: 'it cannot be made there',
	ENOSPC: 'the disk is full; make room and start again',
	EDQUOT: 'the disk is full; make room and start again',
	EFBIG: 'files there may not grow as they must (ulimit -f)',
	EMFILE: 'not enough files may be open at once (ulimit -n)',
	ENAMETOOLONG: 'its name is too long',
	ELOOP: 'its links lead in a circle',
};

const coded = (code: string) => Object.assign(new Error(code), { code });

/** What came from the system, as one line that names the folder; anything else as it was. */
export function unusable(folder: string, cause: unknown): unknown {
	const { code } = cause as NodeJS.ErrnoException;
	if (cause instanceof SettingsError || !code) return cause;
	return new SettingsError(`DATA_DIR: ${folder} cannot be used: ${reasons[code] ?? code}.`);
}

/**
 * Why a database in a folder did not start, as far as the folder tells: something of it may not be read and written, or
 * there is no room for what it writes. PostgreSQL says it in a thousand words, and not always why.
 * @returns one line; null when nothing is wrong with the folder
 */
export function wrongWith(folder: string): SettingsError | null {
	const data = join(folder, 'pglite');
	const isThere = existsSync(data);
	// On the disk of the database, which may be another one than the folder's.
	const probe = join(isThere ? data : folder, 'room');
	try {
		const mayBeUsed = (path: string) => accessSync(path, constants.R_OK | constants.W_OK);
		if (isThere) {
			mayBeUsed(data);
			for (const { parentPath, name } of readdirSync(data, { recursive: true, withFileTypes: true }))
				mayBeUsed(join(parentPath, name));
		}
		try {
			writeFileSync(probe, Buffer.alloc(room.old));
		} finally {
			rmSync(probe, { force: true });
		}
		return null;
	} catch (cause) {
		const { path } = cause as NodeJS.ErrnoException;
		const told = unusable(!path || path === probe ? folder : path, cause);
		return told instanceof SettingsError ? told : null;
	}
}

/** Part by part: Node's own way asks without end where nothing can be made, as below /proc. */
function make(folder: string): void {
	const there = statSync(folder, { throwIfNoEntry: false });
	if (there?.isDirectory()) return;
	if (there) throw coded('EEXIST');
	if (dirname(folder) !== folder && !existsSync(dirname(folder))) make(dirname(folder));
	try {
		mkdirSync(folder);
	} catch (cause) {
		// Another start was faster.
		if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
	}
}

const freeIn = (folder: string) => {
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize;
};

/** Whether the database that is in it can go on writing: on its own disk, as above. Not where nobody can tell. */
export function hasRoom(folder: string, free = freeIn): boolean {
	try {
		return free(join(folder, 'pglite')) >= room.old;
	} catch {
		return false;
	}
}

/** Makes it, if need be. @throws with the system's code when that cannot be or the disk is too full */
export function makeReady(folder: string, free = freeIn): void {
	make(folder);
	if (free(folder) < (existsSync(join(folder, 'pglite')) ? room.old : room.new)) throw coded('ENOSPC');
}
