/** What a start finds in the folder of the data: a database of another version, half of one, or a damaged one. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetCookieSecret } from './secret.ts';
import { SettingsError } from './settings.ts';

/** The PostgreSQL that PGlite is: the next opens no database of this one. */
const postgres = '17';

export function isOfAnotherPostgres(data: string): boolean {
	const says = join(data, 'PG_VERSION');
	return existsSync(says) && readFileSync(says, 'utf8').trim() !== postgres;
}

/** A database that answered before, and at which PostgreSQL gives up: in one line. Anything else as it was. */
export const damaged = (folder: string, cause: Error) =>
	!existsSync(`${join(folder, 'pglite')}-unfinished`) && /Aborted\(\)|ErrnoError/.test(cause.message)
		? new SettingsError(
				`DATA_DIR: the database in ${folder} is damaged and cannot be opened; put a copy of the folder in its place, or move it away and begin anew.`,
			)
		: cause;

/**
 * A first start that was cut off (a power cut, an impatient Ctrl-C) leaves half a database, at which every later start
 * would fail. A mark stands beside it until it has answered once; nobody has been let in before that, so whatever
 * the mark stands beside holds nobody's words and is made anew.
 * @returns to be called when the database answers
 */
export function clearHalfMade(data: string): () => void {
	const mark = `${data}-unfinished`;
	if (existsSync(mark)) rmSync(data, { recursive: true, force: true });
	if (!existsSync(data)) writeFileSync(mark, '');
	return () => rmSync(mark, { force: true });
}

/** Demo families begin anew, beside the old ones; what somebody may need is not touched. @throws {SettingsError} */
export function putAside(folder: string, demo: boolean): void {
	const data = join(folder, 'pglite');
	if (!demo) {
		throw new SettingsError(
			`DATA_DIR: the database in ${folder} was made by another version of the program. Start that version, or move the folder away and begin anew.`,
		);
	}
	let number = 1;
	while (existsSync(`${data}-old-${number}`)) number += 1;
	renameSync(data, `${data}-old-${number}`);
	forgetCookieSecret(folder);
	console.log(
		`The demo families in ${folder} were made by another version: they begin anew, the old ones are in pglite-old-${number}.`,
	);
}
