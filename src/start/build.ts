/** Builds the app when there is no build of just these sources, and runs it from a copy. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { installed } from './installed.ts';
import { stopped } from './stopped.ts';

const sources = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
const stamp = 'build/sources.sha256';

/** Whether a file has a say in the build: tests and the start itself have none. */
export const isBuilt = (path: string): boolean =>
	!/\.test\.ts$/.test(path) && !/^src[/\\]start[/\\]/.test(path);

/** SHA-256 over the names and contents of everything the build is made from. */
function fingerprint(): string {
	const hash = createHash('sha256');
	const add = (path: string) => {
		hash.update(`\n${path}\n`);
		hash.update(readFileSync(path));
	};
	for (const source of sources) {
		if (!existsSync(source)) continue;
		const inside = source.includes('.')
			? [source]
			: readdirSync(source, { recursive: true, withFileTypes: true })
					.filter((entry) => entry.isFile())
					.map((entry) => join(entry.parentPath, entry.name));
		inside.filter(isBuilt).sort().forEach(add);
	}
	return hash.digest('hex');
}

/** Makes sure build/ is what the sources say. @returns whether it had to build */
export async function buildIfNeeded(): Promise<boolean> {
	const wanted = fingerprint();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
	const vite = join(dirname(installed('vite/package.json', 'What builds the app')), 'bin/vite.js');
	console.log('Building the app (the first time only, about half a minute) …');
	// Whoever asks for it (a test runner says "test") gets the app that people get.
	const env = { ...process.env, NODE_ENV: 'production' };
	await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], { env }).catch(
		({ stdout, stderr }: { stdout: string; stderr: string }) => {
			throw new Error(`The build failed.\n${stdout}\n${stderr}`);
		},
	);
	writeFileSync(stamp, wanted);
	return true;
}

/**
 * Copies build/ to a folder that a next build leaves alone: what is loaded later is still there then. It is below
 * node_modules, so that it finds what it imports. Every start of
 * one build shares a copy; copies nobody runs from any more are removed. @returns the folder
 */
export function copyToRun(root = '.'): string {
	const build = join(root, 'build');
	const copies = resolve(root, 'node_modules/.cache/vores-plan');
	const name = readFileSync(join(root, stamp), 'utf8').slice(0, 16);
	const folder = join(copies, name);
	mkdirSync(copies, { recursive: true });
	if (!existsSync(folder)) {
		const unfinished = `${folder}.${process.pid}`;
		cpSync(build, unfinished, { recursive: true });
		try {
			renameSync(unfinished, folder);
		} catch {
			// Another start was faster.
			rmSync(unfinished, { recursive: true, force: true });
		}
	}
	const mark = join(copies, `${name}-runs-${process.pid}`);
	writeFileSync(mark, '');
	process.once('exit', () => rmSync(mark, { force: true }));
	removeUnused(copies, name);
	return folder;
}

function removeUnused(copies: string, current: string): void {
	const marks = readdirSync(copies).map((entry) => /^(\w{16})-runs-(\d+)$/.exec(entry));
	const used = new Set([current]);
	for (const mark of marks) {
		if (!mark) continue;
		const [file, name, pid] = mark;
		if (isRunning(Number(pid))) used.add(name!);
		else rmSync(join(copies, file), { force: true });
	}
	for (const entry of readdirSync(copies)) {
		if (/^\w{16}$/.test(entry) && !used.has(entry))
			rmSync(join(copies, entry), { recursive: true, force: true });
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

// `npm run build`
if (import.meta.main) await buildIfNeeded().catch(stopped);
