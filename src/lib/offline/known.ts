import { version } from '$app/environment';
import { isFor, mainPages, sessionOf } from './kept';

/** The main pages that can be read without a network on this device. */
export async function knownPages(): Promise<(typeof mainPages)[number][]> {
	// On a plain http address of a local network there are no caches.
	if (!('caches' in window)) return [];
	const kept = new Set<string>();
	for (const name of await caches.keys()) {
		if (sessionOf(name) === null || !isFor(version, name)) continue;
		for (const { url } of await (await caches.open(name)).keys()) kept.add(new URL(url).pathname);
	}
	return mainPages.filter((page) => kept.has(page));
}
