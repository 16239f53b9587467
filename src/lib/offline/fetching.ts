/** What the network says of pages, and what is fetched for when there is none. */
import { asKept, read } from './answer';
import { begin, drop, forget, has, keep, keptElsewhere, keptFor, keptForElsewhere } from './keeping';
import { alsoFetched, dataAddressOf, isOurs, mainPages, mayKeep, ownerOf } from './kept';
import { arrived, asking, isLeft, leave } from './on-its-way';

/** The server is of another version by now: what it says is for the worker that waits to take our place. */
let isFormer = false;

/**
 * Learns from an answer of the network: keeps it, forgets what it contradicts, or wipes when the session is over.
 * @param askedFor whose pages were kept when it was asked for: of somebody who has gone since it says nothing
 * @returns whether it is a part, and the whole is to be fetched
 */
export async function note(page: string, answer: Response, askedFor: string | null): Promise<boolean> {
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
	if (!mayKeep(page) || isLeft(page)) return true;
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
