import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cookieSecret, forgetCookieSecret } from './secret';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'secret-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder keeps its secret, for its owner alone', () => {
	const secret = cookieSecret(folder);
	expect(secret).toHaveLength(64);
	expect(cookieSecret(folder)).toBe(secret);
	if (process.platform !== 'win32') {
		expect(statSync(join(folder, 'cookie-secret')).mode & 0o777).toBe(0o600);
	}
});
test('one that was cut off, or forgotten, is made anew', () => {
	const before = cookieSecret(folder);
	forgetCookieSecret(folder);
	expect(cookieSecret(folder)).not.toBe(before);
	writeFileSync(join(folder, 'cookie-secret'), '');
	expect(cookieSecret(folder)).toHaveLength(64);
});
