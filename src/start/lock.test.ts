import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lock } from './lock';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const file = () => join(folder, 'lock');

/** A database that goes on for a while after its server was killed. */
async function leftBehind() {
	const database = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
	await once(database, 'spawn');
	// The moment it began, as the lock writes it.
	const since = readFileSync(`/proc/${database.pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19];
	writeFileSync(file(), `999999999@1 ${database.pid}@${since}`);
	return database;
}

test.runIf(existsSync('/proc/self/stat'))(
	'two wait for the same database to end: one has the folder',
	async () => {
		const database = await leftBehind();
		const both = [lock(folder), lock(folder)];
		setTimeout(() => database.kill('SIGKILL'), 50);
		const outcomes = await Promise.allSettled(both);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const refused = outcomes.find((outcome) => outcome.status === 'rejected');
		expect(String(refused?.reason)).toMatch(/is in use/);
		expect(readFileSync(file(), 'utf8')).toContain(`${process.pid}@`);
	},
);

test('what is given back is one’s own: another’s lock stays', async () => {
	const mine = await lock(folder);
	writeFileSync(file(), '1@1');
	mine.release();
	expect(readFileSync(file(), 'utf8')).toBe('1@1');
	writeFileSync(file(), '999999999@1');
	(await lock(folder)).release();
	expect(existsSync(file())).toBe(false);
});
