/// <reference lib="webworker" />
/**
 * Caches the shell, and on one's own phone the data of the pages seen (src/lib/offline): never HTML of a person, never
 * what is sent. Online everything comes from the network. Offline a page is opened with the empty shell; Kit's client
 * then asks for the page's data and is answered from what was seen last.
 */
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { begin, forget, forgetFormer } from './lib/offline/keeping';
import { dropWhatIsNotOurs, isThatFile, takeInOne } from './lib/offline/in-one';
import { fetchMissing, fetchToKeep, fetchWhatIsKept } from './lib/offline/fetching';
import { changesWhoIsHere, isDataAddress, isInOne } from './lib/offline/kept';
import { isStillLeaving, leaving } from './lib/offline/leaving';
import type { Message } from './lib/offline/messages';
import { change, data, nobodysPage, page } from './lib/offline/pages';
import { personOf } from './lib/outbox/background';
import { deliverInBackground } from './lib/outbox/phone';

/** A network is there for something that was registered; TypeScript does not know it. */
interface SyncEvent extends ExtendableEvent {
	readonly tag: string;
}
declare const self: Omit<ServiceWorkerGlobalScope, 'addEventListener'> & {
	__WB_MANIFEST: { url: string; revision: string | null }[];
	addEventListener<Type extends keyof ServiceWorkerGlobalScopeEventMap>(
		type: Type,
		listener: (event: ServiceWorkerGlobalScopeEventMap[Type]) => void,
	): void;
	addEventListener(type: 'sync', listener: (event: SyncEvent) => void): void;
};

const named = self.__WB_MANIFEST;
const files = named.filter(({ url }) => !isInOne(url));

/** What came in one file is there before Workbox looks for it; whatever did not come is Workbox's to fetch, and to say. */
let inOne: Promise<void> = Promise.resolve();
self.addEventListener('install', () => {
	const { url } = named.find((file) => isInOne(file.url))!;
	const names = files.filter(({ revision }) => revision === null).map((file) => file.url);
	inOne = dropWhatIsNotOurs()
		.then(() => takeInOne(url, names))
		.catch(() => {});
});
// It takes its place by itself once no page is open, also with somebody who only looked in.
self.addEventListener('install', (event) => event.waitUntil(fetchWhatIsKept()));

// What is not ours is not kept; the version that is here stays until the new one has come whole.
addPlugins([
	{
		handlerWillStart: () => inOne,
		cacheWillUpdate: async ({ request, response }) =>
			(await isThatFile(request.url, response)) ? response : null,
	},
]);
precacheAndRoute(files, { cleanURLs: false, directoryIndex: '' });
cleanupOutdatedCaches();

self.addEventListener('activate', (event) => {
	event.waitUntil(
		Promise.all([
			// Pages opened before the first worker was ready are looked after too.
			self.clients.claim(),
			// Starting a worker takes an old phone a while; the network need not wait for it.
			self.registration.navigationPreload?.enable(),
			forgetFormer(),
		]),
	);
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (url.origin !== self.location.origin) return;
	if (request.method !== 'GET' && changesWhoIsHere(url.pathname)) event.respondWith(change(request));
	if (request.method !== 'GET' || url.pathname.startsWith('/shell/')) return;
	if (url.pathname === versionFile) event.respondWith(soon(fetch(request)));
	const answer = request.mode === 'navigate' ? page : isDataAddress(url) ? data : null;
	if (answer) event.respondWith(unlessLeaving(event, url, answer));
});

/** Kit asks for it before it draws that something is not to be had. */
const versionFile = '/_app/version.json';
/** That there is no new version is said after so long (ms): whoever waits for a page sees none meanwhile. */
const patience = 2_000;
const soon = (answer: Promise<Response>) =>
	Promise.race([answer, new Promise<Response>((give) => setTimeout(() => give(Response.error()), patience))]);

async function unlessLeaving(event: FetchEvent, url: URL, answer: typeof page): Promise<Response> {
	const person = await leaving().catch(() => null);
	if (person === null) return answer(event, url);
	if (await isStillLeaving(person, isDataAddress(url))) return nobodysPage(url);
	// What was asked for early was asked for by whoever has left.
	const { request } = event;
	return answer(
		{ request, preloadResponse: Promise.resolve(), waitUntil: (work) => event.waitUntil(work) },
		url,
	);
}

const savesData = () =>
	(navigator as WorkerNavigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;

async function here(keepUnder: string | null, inView: string) {
	if (keepUnder === null || (await leaving())) return forget();
	await begin(keepUnder);
	await fetchToKeep(inView);
	if (!savesData()) await fetchMissing();
}

self.addEventListener('sync', (event) => {
	const person = personOf(event.tag);
	if (person) event.waitUntil(deliverInBackground(person));
});

self.addEventListener('message', (event) => {
	const message = event.data as Message;
	if (message.type === 'here') {
		// A page that was on its way when this worker took its place is nobody's until it is asked for anew. One that waits may not.
		event.waitUntil(self.clients.claim().catch(() => {}));
		event.waitUntil(here(message.keepUnder, message.page));
	}
	// The new version waits until the person asks for it: nothing changes under somebody who is typing.
	else event.waitUntil(self.skipWaiting());
});
