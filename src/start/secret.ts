/** What the cookies of this folder's data are signed with: as long as the data, so that a restart forgets nobody. */
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = (folder: string) => join(folder, 'cookie-secret');

/** The secret of the folder, made where there is none; the file is for its owner alone. */
export function cookieSecret(folder: string): string {
	try {
		const kept = readFileSync(file(folder), 'utf8');
		// Cut off while it was written, it is no secret.
		if (kept.length === length) return kept;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
	}
	const secret = randomBytes(48).toString('base64url');
	forgetCookieSecret(folder);
	writeFileSync(file(folder), secret, { mode: 0o600, flag: 'wx' });
	return secret;
}
const length = 64;

/** Data that begins anew knows nobody: cookies of before would name people who are not there. */
export const forgetCookieSecret = (folder: string) => rmSync(file(folder), { force: true });
