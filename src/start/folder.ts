/** The data folder as a start finds it: made where it is not there yet, with room in it, or refused in one line. */
import { existsSync, mkdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SettingsError } from './settings.ts';

/** Bytes a new database needs, and those an old one needs to go on. */
const room = { new: 150_000_000, old: 20_000_000 };

/** What the system's words would not tell. */
const reasons: Record<string, string> = {
	EACCES: 'there is no permission to write there',
	EPERM: 'there is no permission to write there',
	EROFS: 'it cannot be written to',
	EEXIST: 'it is a file, not a folder',
	ENOTDIR: 'part of it is a file, not a folder',
	ENOENT: 'it cannot be made there',
	ENOSPC: 'the disk is full',
	EDQUOT: 'the disk is full',
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

/** Makes it, if need be. @throws with the system's code when that cannot be or the disk is too full */
export function makeReady(folder: string, free = freeIn): void {
	make(folder);
	if (free(folder) < (existsSync(join(folder, 'pglite')) ? room.old : room.new)) throw coded('ENOSPC');
}
