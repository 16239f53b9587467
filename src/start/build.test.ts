import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyToRun, isBuilt } from './build.ts';

let root: string;
const nobody = 2 ** 22 + 1; // More than Linux counts to.
const copies = () => join(root, 'node_modules/.cache/vores-plan');
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'vores-plan-build-'));
	mkdirSync(join(root, 'build'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function build(name: string) {
	writeFileSync(join(root, 'build/sources.sha256'), name.repeat(64));
	writeFileSync(join(root, 'build/handler.js'), name);
}

test('tests and the start have no say in the build', () => {
	expect(
		['src/routes/+layout.svelte', 'src/lib/plan/plan.ts', 'static/favicon.svg'].filter(isBuilt),
	).toHaveLength(3);
	expect(
		['src/lib/plan/plan.test.ts', 'src/start/main.ts', 'src/start/build.test.ts'].filter(isBuilt),
	).toEqual([]);
});

test('a new build leaves the files of a running one alone', () => {
	build('a');
	const first = copyToRun(root);
	build('b');
	const second = copyToRun(root);
	expect(readFileSync(join(first, 'handler.js'), 'utf8')).toBe('a');
	expect(readFileSync(join(second, 'handler.js'), 'utf8')).toBe('b');
});

test('a copy that nobody runs from is removed with the next start', () => {
	build('a');
	const first = copyToRun(root);
	rmSync(join(copies(), `${'a'.repeat(16)}-runs-${process.pid}`));
	writeFileSync(join(copies(), `${'a'.repeat(16)}-runs-${nobody}`), '');
	build('b');
	copyToRun(root);
	expect(existsSync(first)).toBe(false);
	expect(readdirSync(copies()).sort()).toEqual(['b'.repeat(16), `${'b'.repeat(16)}-runs-${process.pid}`]);
});

test('without what builds the app, a build says so in one line', () => {
	cpSync('src/start', join(root, 'src/start'), { recursive: true });
	mkdirSync(join(root, 'node_modules'));
	symlinkSync(resolve('node_modules/valibot'), join(root, 'node_modules/valibot'));
	const { status, stderr } = spawnSync(process.execPath, ['src/start/build.ts'], {
		cwd: root,
		encoding: 'utf8',
		env: { PATH: process.env.PATH },
	});
	expect({ status, stderr }).toEqual({
		status: 1,
		stderr: 'What builds the app is not installed here; run `npm ci` without --omit=dev.\n',
	});
});
