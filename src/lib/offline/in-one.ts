/**
 * What the app needs without a network, taken out of one file (fetched-ahead.ts) and put where Workbox keeps it and looks
 * first. Workbox asks for one file after the other: over a slow network each of a hundred takes its second.
 */
import { cacheNames } from 'workbox-core';

/** So few are asked for one by one, as when little of the app has changed. */
const few = 10;

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

/**
 * Puts into the cache what is not there yet.
 * @param address of the file that holds them all
 * @param files what it holds, by their own addresses; all from the root, without a slash before it
 * @throws when it does not come, or is something else
 */
export async function takeInOne(address: string, files: readonly string[]): Promise<void> {
	const cache = await caches.open(cacheNames.precache);
	const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	const missing = files.filter((file) => !known.has(`/${file}`));
	if (missing.length <= few) return;
	// What the person opens meanwhile goes first.
	const texts = (await (await fetch(`/${address}`, { priority: 'low' })).json()) as Record<string, string>;
	for (const file of missing) {
		const text = texts[file];
		const type = types[file.split('.').at(-1)!];
		if (text === undefined || !type) continue;
		await cache.put(
			`/${file}`,
			new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } }),
		);
	}
}
