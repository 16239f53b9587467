/** How the service worker answers for a page and for its data. */
import { matchPrecache } from 'workbox-precaching';
import { defaultLanguage, isLanguage } from '../i18n/languages';
import { asRedirect, asUnknown, languageOf, read } from './answer';
import { fetchToKeep, note } from './fetching';
import { find, forget, has, keptFor } from './keeping';
import { changesWhoIsHere, dataAddressOf, isDataAddress, isOurs, pageOf } from './kept';
import { languageLeft } from './leaving';
import { inTime } from './network';
import { arrived, asking, leave } from './on-its-way';
import { forget as forgetWhatWaits } from '../outbox/store';

/** What is used of a FetchEvent; the types of workers and of pages do not go together in one program. */
interface Asking {
	request: Request;
	preloadResponse: Promise<unknown>;
	waitUntil(work: Promise<unknown>): void;
}

const json = (text: string) => new Response(text, { headers: { 'content-type': 'application/json' } });

const languageHere = (kept: string | null, left: string | null = null) => {
	const language = (kept && languageOf(kept)) || left || navigator.language.slice(0, 2);
	return isLanguage(language) ? language : defaultLanguage;
};

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
	const shell = `/shell/${languageHere(null, await languageLeft().catch(() => null))}`;
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
