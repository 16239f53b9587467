/**
 * Who signs out and gets no answer is out of this phone at once: it is noted here, and before anything else is asked of
 * the network the worker ends the session. Until then no page of theirs is shown.
 */
import { sessionOf } from './kept';

const place = 'leaving';
const page = '/leaving';

/** So long (ms) the end of the session is waited for, each time a page is opened. */
const patience = 5_000;

/** So long (ms) the phone may take to wipe and to note; a browser's storage may also never answer. */
const patienceToNote = 5_000;

/**
 * Notes that this person has left, and wipes what is kept.
 * @throws where nothing can be noted, not in time either, or no worker would see it
 */
export async function noteLeaving(person: string): Promise<void> {
	if (!navigator.serviceWorker?.controller) throw new Error('nobody ends the session');
	let isGivenUp = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const tooLate = new Promise<never>((_, fail) => {
		timer = setTimeout(() => {
			isGivenUp = true;
			fail(new Error('too late'));
		}, patienceToNote);
	});
	const noted = async () => {
		// First what makes room for the other.
		for (const name of await caches.keys()) if (sessionOf(name) !== null) await caches.delete(name);
		const cache = await caches.open(place);
		// By now they have been told that they are here still.
		if (isGivenUp) return;
		const { lang } = document.documentElement;
		await cache.put(page, new Response(person, { headers: { 'content-language': lang } }));
	};
	await Promise.race([noted(), tooLate]).finally(() => clearTimeout(timer));
}

/** So long (ms) the phone may take to say who has left: every page waits for it. */
const patienceToLook = 3_000;

/** Who has left here and is signed in still for all the server knows; null: nobody, or the phone does not say. */
export async function leaving(): Promise<string | null> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const tooLate = new Promise<null>((go) => (timer = setTimeout(() => go(null), patienceToLook)));
	const noted = note().then((found) => found?.text() ?? null);
	return Promise.race([noted, tooLate]).finally(() => clearTimeout(timer));
}
const note = async () => ((await caches.has(place)) ? (await caches.open(place)).match(page) : undefined);
/** In what language they read; null: nobody has left. */
export const languageLeft = async (): Promise<string | null> =>
	(await note())?.headers.get('content-language') ?? null;

/** Until then (ms) the network let nothing through just now; where there is none, that is known at once. */
let inVainUntil = -Infinity;

/**
 * Ends the session of whoever has left.
 * @param isForTheSame what a page that stands there for lack of an answer asks for itself: it waits for none again
 * @returns whether they are signed in still: nobody can be asked
 */
export async function isStillLeaving(person: string, isForTheSame = false): Promise<boolean> {
	if (isForTheSame && performance.now() < inVainUntil) return true;
	inVainUntil = -Infinity;
	return isSignedInStill(person);
}

async function isSignedInStill(person: string): Promise<boolean> {
	const giveUp = new AbortController();
	const timer = setTimeout(() => giveUp.abort(), patience);
	try {
		const answer = await fetch('/sign-out', {
			method: 'POST',
			headers: { accept: 'application/json' },
			body: new URLSearchParams({ _person: person }),
			redirect: 'manual',
			signal: giveUp.signal,
		});
		const said = (await answer.json()) as { signedOut?: unknown; message?: unknown };
		// Only we say that: they are out, or somebody else is here by now.
		if (said.signedOut !== true && said.message !== 'open:otherHere') return true;
		await caches.delete(place);
		return false;
	} catch {
		if (giveUp.signal.aborted) inVainUntil = performance.now() + 2 * patience;
		return true;
	} finally {
		clearTimeout(timer);
	}
}
