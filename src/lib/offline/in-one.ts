/**
 * What the app needs without a network, taken out of one file (fetched-ahead.ts) and put where Workbox keeps it and looks
 * first. Workbox asks for one file after the other: over a slow network each of a hundred takes its second.
 */
import { cacheNames } from 'workbox-core';
import { isOurFile, saysWhose } from './kept';

/** So few are asked for one by one, as when little of the app has changed. */
const few = 10;

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

/** For so long (ms) nothing more of it may come: Workbox asks anew, and for one file only. */
const patience = 30_000;

/** Whether what was answered for a file of the app is that file. */
export async function isThatFile(address: string, answer: Response): Promise<boolean> {
	const { pathname } = new URL(address);
	const text = saysWhose(pathname) ? await answer.clone().text() : '';
	return answer.ok && isOurFile(pathname, answer.headers.get('content-type') ?? '', text);
}

/** Takes out what was kept in the place of a file of ours: where something is, Workbox looks no further. */
export async function dropWhatIsNotOurs(): Promise<void> {
	const cache = await caches.open(cacheNames.precache);
	for (const request of await cache.keys()) {
		const kept = await cache.match(request);
		if (kept && !(await isThatFile(request.url, kept))) await cache.delete(request);
	}
}

/** What is in a file, as long as it keeps coming. @throws when it does not */
async function textOf(address: string): Promise<string> {
	const end = new AbortController();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const goesOn = () => {
		clearTimeout(timer);
		timer = setTimeout(() => end.abort(), patience);
	};
	goesOn();
	try {
		// What the person opens meanwhile goes first.
		const { body } = await fetch(`/${address}`, { priority: 'low', signal: end.signal });
		const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
		let text = '';
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return text;
			text += value;
			goesOn();
		}
	} finally {
		clearTimeout(timer);
	}
}

/**
 * Puts into the cache what is not there yet.
 * @param address of the file that holds them all
 * @param files what it holds, by their own addresses; all from the root, without a slash before it
 * @throws when it does not come, stops coming, or is something else
 */
export async function takeInOne(address: string, files: readonly string[]): Promise<void> {
	const cache = await caches.open(cacheNames.precache);
	const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	const missing = files.filter((file) => !known.has(`/${file}`));
	if (missing.length <= few) return;
	const texts = JSON.parse(await textOf(address)) as Record<string, unknown>;
	for (const file of missing) {
		const text = texts[file];
		const type = types[file.split('.').at(-1)!];
		// Nothing is no script.
		if (typeof text !== 'string' || !text || !type) continue;
		await cache.put(
			`/${file}`,
			new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } }),
		);
	}
}
