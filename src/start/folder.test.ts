import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasRoom, makeReady, unusable, wrongWith } from './folder';
import { SettingsError } from './settings';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'folder-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

function refusal(folder: string, free?: number): string | null {
	try {
		makeReady(folder, free === undefined ? undefined : () => free);
		return null;
	} catch (cause) {
		const told = unusable(folder, cause);
		expect(told).toBeInstanceOf(SettingsError);
		const { message } = told as Error;
		expect(message.split('\n')).toHaveLength(1);
		return message.replace(folder, '…');
	}
}

test('it is made with whatever it stands in', () => {
	expect(refusal(join(root, 'a/b/c'))).toBe(null);
	expect(existsSync(join(root, 'a/b/c'))).toBe(true);
	expect(refusal(join(root, 'a/b/c'))).toBe(null);
});

test('a full disk: a new database needs more than an old one to go on', () => {
	expect(refusal(root, 149_000_000)).toBe(
		'DATA_DIR: … cannot be used: the disk is full; make room and start again.',
	);
	expect(refusal(root, 151_000_000)).toBe(null);
	mkdirSync(join(root, 'pglite'));
	expect(refusal(root, 21_000_000)).toBe(null);
	expect(refusal(root, 19_000_000)).toBe(
		'DATA_DIR: … cannot be used: the disk is full; make room and start again.',
	);
});

test('while there is less room than a database needs to go on, it is full', () => {
	const asked: string[] = [];
	const of = (free: number) =>
		hasRoom(root, (folder) => {
			asked.push(folder);
			return free;
		});
	expect([of(20_000_000), of(19_999_999)]).toEqual([true, false]);
	expect(asked[0], 'on the disk of the database').toBe(join(root, 'pglite'));
	expect(hasRoom(join(root, 'nowhere'))).toBe(false);
});

test('what cannot be is refused in one line, at once', () => {
	writeFileSync(join(root, 'file'), '');
	symlinkSync(join(root, 'loop'), join(root, 'loop'));
	expect(refusal(join(root, 'file'))).toMatch(/it is a file, not a folder/);
	expect(refusal(join(root, 'file/data'))).toMatch(/part of it is a file/);
	expect(refusal(join(root, 'loop'))).toMatch(/links lead in a circle/);
	expect(refusal(join(root, 'x'.repeat(300)))).toMatch(/name is too long/);
	expect(refusal(join(root, 'a\0b'))).toMatch(/cannot be used: ERR_INVALID_ARG_VALUE/);
});

test.runIf(existsSync('/proc/self'))('below /proc nothing can be made, and nobody waits for it', () => {
	expect(refusal('/proc/vores-plan/data')).toMatch(/cannot be used: it cannot be made there/);
});

test('nothing is wrong with a folder in which everything may be read and written, and nothing stays of the look', () => {
	mkdirSync(join(root, 'pglite/base'), { recursive: true });
	writeFileSync(join(root, 'pglite/base/1'), '');
	expect(wrongWith(root)).toBe(null);
	expect(readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
		'pglite',
		'pglite/base',
		'pglite/base/1',
	]);
});
