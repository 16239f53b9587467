/** Builds the app when there is no build of just these sources. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const sources = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
const stamp = 'build/sources.sha256';

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
		inside.sort().forEach(add);
	}
	return hash.digest('hex');
}

/** Makes sure build/ is what the sources say. @returns whether it had to build */
export function buildIfNeeded(): boolean {
	const wanted = fingerprint();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
	console.log('Building the app (the first time only, about half a minute) …');
	const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
	const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { encoding: 'utf8' });
	if (result.status !== 0) throw new Error(`The build failed.\n${result.stdout}\n${result.stderr}`);
	writeFileSync(stamp, wanted);
	return true;
}
