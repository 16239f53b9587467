/**
 * The service worker's cache of what one signed-in person has seen on their own phone. A new version of the app fills one
 * of its own while the old one is still in its place; neither reads that of the other.
 */
import { version } from '$service-worker';
import { cacheOf, isFor, isOver, mayKeep, mostPages, ownerOf, pageOf, sessionOf } from './kept';

// One after the other, so that what is being kept cannot come back after it was wiped.
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
	const result = last.then(work);
	last = result.catch(() => {});
	return result;
}

const all = async () => (await caches.keys()).filter((cache) => sessionOf(cache) !== null);
const ours = async () => (await all()).filter((cache) => isFor(version, cache));

async function forgetAllBut(isKept: (cache: string) => boolean = () => false) {
	for (const cache of await all()) if (!isKept(cache)) await caches.delete(cache);
}

/** Wipes everything kept of anybody. */
export const forget = () => inTurn(() => forgetAllBut());

/** Wipes what no version but a former one could draw. */
export const forgetFormer = () => inTurn(() => forgetAllBut((cache) => isFor(version, cache)));

/**
 * From now on pages are kept for this session and no other. A page that person has open calls it, of whichever version;
 * that is the only way such a cache comes to be.
 */
export const begin = (session: string) =>
	inTurn(async () => {
		const cache = cacheOf(`${ownerOf(session)}-${version}`);
		await forgetAllBut((other) => ownerOf(other) === ownerOf(cache));
		await caches.open(cache);
	});

/**
 * Keeps the data of a page. The server says `no-store` of every answer, and no cache of the browser's keeps it; this
 * copy is made on purpose, only while the session's own cache exists, and goes with the session.
 * @param seenAt by the clock of the phone, which also says when it is over
 */
export const keep = (session: string, page: string, text: string, seenAt: string) =>
	inTurn(async () => {
		if (!mayKeep(page) || !(await caches.has(cacheOf(session)))) return;
		const cache = await caches.open(cacheOf(session));
		// Put anew, so that the oldest stand first.
		await cache.delete(page);
		await cache.put(
			page,
			new Response(text, { headers: { 'content-type': 'application/json', 'x-seen-at': seenAt } }),
		);
		for (const old of (await cache.keys()).slice(0, -mostPages)) await cache.delete(old);
	});

/** Takes one page out: it is not to be seen any more, or not by this person. */
export const drop = (page: string) =>
	inTurn(async () => {
		for (const cache of await all()) await (await caches.open(cache)).delete(page);
	});

/** Whether a page is kept. */
export const has = (page: string) =>
	inTurn(async () => {
		for (const name of await ours()) if (await (await caches.open(name)).match(page)) return true;
		return false;
	});

const former = async () => (await all()).filter((cache) => !isFor(version, cache));

/** The session another version keeps pages for; null: nothing is kept by one. */
export const keptForElsewhere = () =>
	inTurn(async () => {
		const [cache] = await former();
		return cache ? sessionOf(cache) : null;
	});

/** The pages that another version keeps. */
export const keptElsewhere = () =>
	inTurn(async () => {
		const pages: string[] = [];
		for (const name of await former()) {
			for (const { url } of await (await caches.open(name)).keys()) pages.push(pageOf(new URL(url)));
		}
		return pages;
	});

/** The session pages are kept for just now; null: nothing is kept. */
export const keptFor = () =>
	inTurn(async () => {
		const [cache] = await ours();
		return cache ? sessionOf(cache) : null;
	});

/** What is kept of a page, and of the page seen last; wipes everything when the session must have ended by itself. */
export const find = (page: string, now: number) =>
	inTurn(async (): Promise<{ text: string | null; latest: string | null }> => {
		const [name] = await ours();
		if (!name) return { text: null, latest: null };
		const cache = await caches.open(name);
		const latest = (await cache.keys()).at(-1);
		const lastAnswer = latest && (await cache.match(latest));
		if (lastAnswer && isOver(Date.parse(lastAnswer.headers.get('x-seen-at') ?? ''), now)) {
			await forgetAllBut();
			return { text: null, latest: null };
		}
		const found = await cache.match(page);
		return { text: (await found?.text()) ?? null, latest: (await lastAnswer?.text()) ?? null };
	});
