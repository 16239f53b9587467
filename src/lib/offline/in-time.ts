/**
 * How long a page's data is waited for. Kit waits for ever for what does not come, and for what comes in the place of
 * it (a portal's own page) it leaves the app. Here both are given up on: the page in view stays, with what is written
 * on it, and it is said.
 */
import { asRedirect, asStill, read } from './answer';
import { isDataAddress, ourMark, pageOf } from './kept';

/** For so long (ms) it is waited for. */
export const patience = 20_000;
/** What a form was answered with leads on at once. */
const atOnce = 1_000;

interface View {
	/** The page in view ("/plan?x=1"). */
	page: () => string;
	/** The page that is on its way; null: none is. */
	next: () => string | null;
	/** What is kept under this name can be drawn by this page: it is of its version. */
	draws: (keepUnder: string) => boolean;
	/** Only the page itself is asked for, and not what stands around it. */
	leavesRoot: () => boolean;
	/** Stays on the page in view, whatever is on its way. */
	stay: () => Promise<unknown>;
	/** This page is not to be had, or only a copy of it. `isSaved`: it is the one after a form that was saved. */
	late: (page: string, isSaved: boolean) => void;
}

/** The parameter in which Kit says what of a page it asks for. */
const invalidated = 'x-sveltekit-invalidated';

type Ask = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

export function inTime(ask: Ask, view: View): Ask {
	let isStaying = false;
	let saved = { page: '', at: -Infinity };
	const isSavedBefore = (page: string) => saved.page === page && performance.now() - saved.at < atOnce;

	async function fetched(url: URL, init?: RequestInit) {
		const giveUp = new AbortController();
		const timer = setTimeout(() => giveUp.abort(), patience);
		try {
			const answer = await ask(url, { ...init, signal: giveUp.signal });
			const text = await answer.text();
			const reading = answer.ok ? read(text) : null;
			if (answer.ok ? !reading : !answer.headers.has(ourMark)) return null;
			const isFromHere = reading?.kind === 'data' && reading.isFromHere;
			// A copy of another version is drawn by that: where the page is opened anew.
			if (isFromHere && reading.keepUnder && !view.draws(reading.keepUnder)) return null;
			return { answer: new Response(text, answer), isFromHere };
		} catch {
			return null;
		} finally {
			clearTimeout(timer);
		}
	}

	async function data(url: URL, init?: RequestInit): Promise<Response> {
		const asked = pageOf(url);
		const isSaved = isSavedBefore(asked);
		const nodes = url.searchParams.get(invalidated) ?? '';
		const still = () => json(asStill(nodes));
		if (asked === view.page() && view.leavesRoot())
			url.searchParams.set(invalidated, nodes.replace(/^1/, '0'));
		if (isStaying && asked === view.page()) return still();
		const isOnItsWay = () => view.next() === asked;
		const { answer, isFromHere } = (await fetched(url, init)) ?? {};
		// A copy does not say that anything was saved, and may say otherwise.
		if (isFromHere && isSaved) view.late(asked, true);
		// Only asked for anew, a page that the server cannot give just now stays as it is.
		const isBroken = answer && answer.status >= 500 && asked === view.page() && !isOnItsWay();
		if (answer && !isBroken) return answer;
		if (isOnItsWay() || isSaved) view.late(asked, isSaved);
		if (asked === view.page()) return still();
		if (isOnItsWay()) {
			isStaying = true;
			await view.stay().finally(() => (isStaying = false));
		}
		return json(asRedirect(view.page()));
	}

	return async (input, init) => {
		const url = new URL(input instanceof Request ? input.url : input, location.href);
		if (url.origin === location.origin && isDataAddress(url)) return data(url, init);
		const answer = await ask(input, init);
		if (init?.method?.toUpperCase() === 'POST') {
			const said = (await answer
				.clone()
				.json()
				.catch(() => null)) as { type?: unknown; location?: unknown } | null;
			if (said?.type === 'redirect' && typeof said.location === 'string') {
				saved = { page: pageOf(new URL(said.location, location.href)), at: performance.now() };
			}
		}
		return answer;
	};
}

const json = (text: string) => new Response(text, { headers: { 'content-type': 'application/json' } });
