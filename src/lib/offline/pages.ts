/** How the service worker answers for a page and for its data. */
import { matchPrecache } from 'workbox-precaching';
import { defaultLanguage, isLanguage } from '../i18n/languages';
import { asKept, asRedirect, asUnknown, languageOf, read } from './answer';
import { begin, drop, find, forget, has, keep, keptElsewhere, keptFor, keptForElsewhere } from './keeping';
import {
	alsoFetched,
	changesWhoIsHere,
	dataAddressOf,
	isDataAddress,
	mainPages,
	mayKeep,
	ourMark,
	ownerOf,
	pageOf,
} from './kept';
import { inTime } from './network';
import { forget as forgetWhatWaits } from '../outbox/store';

/** What is used of a FetchEvent; the types of workers and of pages do not go together in one program. */
interface Asking {
	request: Request;
	preloadResponse: Promise<unknown>;
	waitUntil(work: Promise<unknown>): void;
}

const json = (text: string) => new Response(text, { headers: { 'content-type': 'application/json' } });

/**
 * For so long (ms) data is waited for at all, longer than a page waits (in-time.ts): a browser has few connections, and
 * what lets nothing through would hold them all.
 */
const patience = 25_000;

/** The data on its way that nobody waits for, by page: it may come and be kept, until the page is asked for anew. */
const unawaited = new Map<string, AbortController>();
const mostUnawaited = 2;

/** What ends a request for the data of a page; what nobody waits for any more of that page ends now. */
function asking(page: string): AbortController {
	giveUp(page);
	const end = new AbortController();
	setTimeout(() => end.abort(), patience);
	return end;
}
function giveUp(page: string) {
	unawaited.get(page)?.abort();
	unawaited.delete(page);
}
function leave(page: string, end: AbortController) {
	unawaited.set(page, end);
	[...unawaited.keys()].slice(0, -mostUnawaited).forEach(giveUp);
}
function arrived(page: string, end: AbortController) {
	if (unawaited.get(page) === end) unawaited.delete(page);
}

/** The server is of another version by now: what it says is for the worker that waits to take our place. */
let isFormer = false;

/**
 * Learns from an answer of the network: keeps it, forgets what it contradicts, or wipes when the session is over.
 * @param askedFor whose pages were kept when it was asked for: of somebody who has gone since it says nothing
 * @returns whether it is a part, and the whole is to be fetched
 */
async function note(page: string, answer: Response, askedFor: string | null): Promise<boolean> {
	const session = await keptFor();
	if (!session) return false;
	const reading = answer.ok ? read(await answer.clone().text()) : null;
	const isOfHere = reading?.kind === 'data' && reading.keepUnder === session;
	if (askedFor !== session && !isOfHere) return false;
	if (reading?.kind === 'redirect') {
		if (reading.location.startsWith('/sign-in')) await forget();
	} else if (reading && reading.keepUnder !== undefined && reading.keepUnder !== session) {
		// Somebody else is here, or nobody; unless it is only another version: what is here stays until that is in its place.
		isFormer = reading.keepUnder !== null && ownerOf(reading.keepUnder) === ownerOf(session);
		if (!isFormer) await forget();
	} else if (reading?.state === 'whole') {
		isFormer = false;
		await keep(session, page, asKept(await answer.text()), new Date().toISOString());
	} else if (reading?.state === 'part') {
		return !isFormer;
	} else if ((isOurs(answer) && [403, 404, 410].includes(answer.status)) || reading?.state === 'failed') {
		await drop(page);
	}
	return false;
}

/**
 * Fetches the whole data of a page to keep it. The header says that nobody is looking: no receipt, no visit noted.
 * @returns whether there was a network to ask
 */
export async function fetchToKeep(page: string): Promise<boolean> {
	if (!mayKeep(page) || unawaited.has(page)) return true;
	const end = asking(page);
	leave(page, end);
	try {
		const askedFor = await keptFor();
		const headers = { purpose: 'prefetch' };
		await note(page, await fetch(dataAddressOf(page), { headers, signal: end.signal }), askedFor);
		return true;
	} catch {
		// Without a network there is nothing to keep.
		return false;
	} finally {
		arrived(page, end);
	}
}

let fetching: Promise<void> | undefined;
/** Fetches what everybody should be able to read without a network, as long as some of it is missing; one at a time. */
export const fetchMissing = (): Promise<void> =>
	(fetching ??= fetchAllMissing().finally(() => (fetching = undefined)));

async function fetchAllMissing(): Promise<void> {
	const session = await keptFor();
	const missing: string[] = [];
	for (const main of mainPages) if (!(await has(main))) missing.push(main);
	if (!missing.length) return;
	for (const also of [...alsoFetched, ...(await keptElsewhere())]) {
		if (!missing.includes(also) && !(await has(also))) missing.push(also);
	}
	for (const one of missing) {
		if (isFormer) return;
		await fetchToKeep(one);
		// Of whoever has come in meanwhile all of it is missing.
		if ((await keptFor()) !== session) return fetchAllMissing();
	}
}

/**
 * Fetches what the version before keeps, for ours: that goes when ours is in its place, and nobody knows when the network
 * does. @throws when it has gone already; then the version that is here stays
 */
export async function fetchWhatIsKept(): Promise<void> {
	const session = await keptForElsewhere();
	if (!session) return;
	await begin(session);
	for (const page of await keptElsewhere()) {
		if (isFormer) return;
		if (!(await has(page)) && !(await fetchToKeep(page))) throw new Error('no network');
	}
}

const languageHere = (kept: string | null) => {
	const language = (kept && languageOf(kept)) || navigator.language.slice(0, 2);
	return isLanguage(language) ? language : defaultLanguage;
};

/** Said by us. Whatever else answers stands between the phone and us: the network leads nowhere. */
const isOurs = ({ headers }: Response) => headers.has(ourMark);
/** So is a page that leads elsewhere, which says nothing more; it may be a portal's too, and leads to where one gets in. */
const isOurPage = (given: Response) => given.type === 'opaqueredirect' || isOurs(given);
/** Kit makes some answers past our hooks: they are known by what they say. */
const isOurData = async (given: Response) =>
	isOurs(given) || (given.ok && read(await given.clone().text()) !== null);

/** A page from the network; without one, the empty shell that opens it from its data. */
export async function page(event: Asking, url: URL): Promise<Response> {
	const asked = pageOf(url);
	const answer = Promise.resolve(event.preloadResponse as Promise<Response | undefined>).then(
		(early) => early ?? fetch(event.request),
	);
	try {
		const given = await inTime(answer, has(asked));
		if (!isOurPage(given) && (await has(asked))) throw new Error(String(given.status));
		// Kit's mark: a page of ours, and not of what stands in between.
		if (changesWhoIsHere(url.pathname) && given.headers.has('x-sveltekit-page')) await forget();
		return given;
	} catch {
		answer.catch(() => {});
		const { text, latest } = await find(asked, Date.now());
		const shell = await matchPrecache(`/shell/${languageHere(text ?? latest)}`);
		if (!shell) return answer;
		// Nothing of it is kept.
		void answer.then(({ body }) => body?.cancel()).catch(() => {});
		return shell;
	}
}

/**
 * Sends what changes who is here, and wipes what is kept before the answer is seen. Without an answer of ours
 * nobody knows that anything changed, and whoever is here has their copies still.
 */
export async function change(request: Request): Promise<Response> {
	const sent =
		request.mode === 'navigate'
			? await request
					.clone()
					.formData()
					.catch(() => null)
			: null;
	const answer = await fetch(request);
	const said =
		request.mode === 'navigate'
			? { signedOut: answer.type === 'opaqueredirect' }
			: ((await answer
					.clone()
					.json()
					.catch(() => null)) as { signedOut?: unknown; type?: unknown } | null);
	if (said?.signedOut === true || said?.type === 'redirect') await forget();
	const person = sent?.get('_person');
	if (said?.signedOut && sent?.has('_shared') && typeof person === 'string' && (await isSignedOut())) {
		await forgetWhatWaits(person).catch(() => {});
	}
	return answer;
}

/** Asked of ourselves: what is led elsewhere may be by a portal, and what waits is gone for good. */
async function isSignedOut(): Promise<boolean> {
	const answer = await fetch(dataAddressOf('/more'), { headers: { purpose: 'prefetch' } }).catch(() => null);
	const reading = answer && read(await answer.text());
	return reading?.kind === 'redirect' && reading.location.startsWith('/sign-in');
}

/** In the place of a page, for whoever has left without a network. */
export async function nobodysPage(url: URL): Promise<Response> {
	const shell = `/shell/${languageHere(null)}`;
	const found = await matchPrecache(isDataAddress(url) ? `${shell}/__data.json` : shell);
	if (!found) return Response.error();
	if (!isDataAddress(url)) return found;
	return json(asUnknown(await found.text(), pageOf(url).split('?')[0]!, 'common:offline.nothing'));
}

async function dataWithoutNetwork(asked: string): Promise<Response> {
	if (asked === '/') return json(asRedirect('/home'));
	const { text, latest } = await find(asked, Date.now());
	if (text) return json(text);
	const path = asked.split('?')[0]!;
	if (latest) return json(asUnknown(latest, path, 'common:offline.unknown'));
	return nobodysPage(new URL(dataAddressOf(path), 'https://here'));
}

/** The data of a page from the network, kept when it may be; without one, what was seen last, or that it is unknown. */
export async function data(event: Asking, url: URL): Promise<Response> {
	const asked = pageOf(url);
	const end = asking(asked);
	event.request.signal.addEventListener('abort', () => end.abort());
	const askedFor = keptFor();
	const answer = fetch(event.request, { signal: end.signal });
	let isOver = false;
	const noted = answer
		.then(async (given) => note(asked, given.clone(), await askedFor))
		.catch(() => false)
		.finally(() => {
			isOver = true;
			arrived(asked, end);
		});
	event.waitUntil(noted.then((isPart) => (isPart ? fetchToKeep(asked) : undefined)));
	try {
		const given = await inTime(answer, has(asked));
		if (!(await isOurData(given)) && (await has(asked))) throw new Error(String(given.status));
		return given;
	} catch {
		if (!isOver) leave(asked, end);
		return dataWithoutNetwork(asked);
	}
}
