import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	existsSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

describe('somebody in another container, or on another machine', () => {
	const elsewhere = 'another/4026531836';
	const quick = { beat: 20, patience: 400 };
	beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => {}));
	afterEach(() => void vi.restoreAllMocks());

	test('has the folder as long as they touch the lock', async () => {
		const theirs = await lock(folder, { ...quick, place: elsewhere });
		theirs.database(999999999);
		await expect(lock(folder, quick)).rejects.toThrow(
			/in use by process \d+ of another container or machine/,
		);
		theirs.release();
		(await lock(folder, quick)).release();
	});

	test('whose number is ours, or is given to somebody else here, is still another', async () => {
		for (const pid of [process.pid, 1]) {
			writeFileSync(file(), `${pid}@1@${elsewhere}`);
			const touching = setInterval(() => utimesSync(file(), new Date(), new Date()), 20);
			await expect(lock(folder, quick)).rejects.toThrow(/is in use/);
			clearInterval(touching);
		}
	});

	test('who gives it back while somebody waits has it no more', async () => {
		const theirs = await lock(folder, { place: elsewhere });
		const waiting = lock(folder, { patience: 60_000 });
		theirs.release();
		(await waiting).release();
	});

	test('has it no more when they are gone without a word', async () => {
		writeFileSync(file(), `1@1@${elsewhere}`);
		const mine = await lock(folder, quick);
		expect(readFileSync(file(), 'utf8')).toContain(`${process.pid}@`);
		mine.release();
	});

	test('takes it from who was frozen, and they hear of it and leave it alone', async () => {
		const frozen = await lock(folder, quick);
		const heard = new Promise<void>((resolve) => frozen.onLost(resolve));
		writeFileSync(file(), `1@1@${elsewhere}`);
		await heard;
		frozen.database(1);
		frozen.release();
		expect(readFileSync(file(), 'utf8')).toBe(`1@1@${elsewhere}`);
	});

	test('looks at whose it is for a moment: that is no loss', async () => {
		const mine = await lock(folder, quick);
		mine.onLost(() => expect.unreachable());
		renameSync(file(), `${file()}-aside`);
		await new Promise((resolve) => setTimeout(resolve, 100));
		renameSync(`${file()}-aside`, file());
		mine.release();
		expect(existsSync(file())).toBe(false);
	});
});

test.runIf(existsSync('/proc/self/stat'))('a process that has the folder has it once', async () => {
	const mine = await lock(folder);
	await expect(lock(folder)).rejects.toThrow(/is in use/);
	mine.release();
});

test.runIf(existsSync('/proc/self/stat'))(
	'our number, given to somebody before us, holds nothing',
	async () => {
		writeFileSync(file(), `${process.pid}@1`);
		(await lock(folder)).release();
	},
);
