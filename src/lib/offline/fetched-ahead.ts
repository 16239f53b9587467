/**
 * Which files of the app a phone fetches before somebody needs them: those that draw the pages it may keep
 * (kept.ts) and the shell they are drawn in. The professionals' side and the sign-in are never read
 * without a network; whoever opens them fetches them then. Read by vite.config.ts when everything is built.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { inOne, mayKeep } from './kept.ts';

interface Chunk {
	file: string;
	imports?: string[];
	dynamicImports?: string[];
	css?: string[];
}

const isNode = (key: string) => /\/client-optimized\/nodes\/\d+\.js$/.test(key);

/** The page or layout that a file of Kit's stands for, from src/routes: "/(family)/plan/+page". */
const standsFor = (node: string) =>
	/src\/routes(\/.*\+\w+)\.svelte/.exec(readFileSync(node, 'utf8'))?.[1] ?? '';

/** Whether it is drawn without a network: the shell, a page that may be kept, and what stands around them. */
export function isDrawnOffline(file: string): boolean {
	const path = file.replace(/\/\(\w+\)/g, '').replace(/\/\+\w+$/, '');
	if (!file.endsWith('+page') && !path) return true;
	return path.startsWith('/shell/') || mayKeep(path);
}

/** The scripts and styles that are fetched ahead, as addresses from the root: "_app/immutable/…". */
export function fetchedAhead(output = '.svelte-kit/output'): Set<string> {
	const chunks = JSON.parse(readFileSync(`${output}/client/.vite/manifest.json`, 'utf8')) as Record<
		string,
		Chunk
	>;
	const found = new Set<string>();
	const add = (key: string) => {
		const { file, imports = [], dynamicImports = [], css = [] } = chunks[key]!;
		if (found.has(file)) return;
		for (const address of [file, ...css]) found.add(address);
		// The app names every page; the pages are chosen below.
		for (const next of [...imports, ...dynamicImports]) if (!isNode(next)) add(next);
	};
	for (const key of Object.keys(chunks)) {
		const isEntry = /\/runtime\/client\/entry\.js$|\/client-optimized\/app\.js$/.test(key);
		if (isNode(key) ? isDrawnOffline(standsFor(key)) : isEntry) add(key);
	}
	return found;
}

/**
 * Writes them all into one file, by their addresses: a phone asks once instead of 160 times (in-one.ts).
 * @returns its address, which changes with what is in it
 */
export function writeInOne(files: string[], output = '.svelte-kit/output'): string {
	const texts = files.map((file) => [file, readFileSync(`${output}/client/${file}`, 'utf8')]);
	const all = JSON.stringify(Object.fromEntries(texts));
	const address = inOne(createHash('sha256').update(all).digest('hex').slice(0, 8));
	writeFileSync(`${output}/client/${address}`, all);
	return address;
}
