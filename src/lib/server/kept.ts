/**
 * What somebody sent whose session was over. We store nothing of it: sealed, it goes with them in the address of the
 * sign-in page, and stands in its form again when the one person for whom the form was drawn has signed in, in the
 * same browser. A link that somebody else made brings no words of theirs.
 */
import { randomUUID } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { againOf, type Again } from './again';
import { personField, valueOf } from './form';
import { sealed, unsealed } from './sealed';

/** Seconds in which they have signed in again. */
const patience = 60 * 60;
/** What servers and browsers take for an address, and all our forms fit into when they are filled in. */
const longest = 7_000;

interface Kept extends Again {
	/** Milliseconds since 1970. */
	at: number;
}

/** The name it goes by in the address, in the form of the sign-in page, and what the browser knows it by. */
export const keptField = 'kept';
const cookie = 'kept-here';
const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: false, maxAge: patience };

/** Whom it is for: this person, in this browser. */
const readerOf = (person: string, browser: string) => `${person} ${browser}`;

/** It, sealed; null when there is nothing that could be given back. */
export async function keptOf({
	request,
	cookies,
	locals: { body, now },
}: {
	request: Pick<Request, 'method' | 'url' | 'headers'>;
	cookies: Pick<Cookies, 'get' | 'set'>;
	locals: Pick<App.Locals, 'body' | 'now'>;
}): Promise<string | null> {
	if (request.method !== 'POST') return null;
	const again = await againOf(request, body);
	const person = again && valueOf(again.entries, personField);
	if (!again || !person) return null;
	const browser = cookies.get(cookie) || randomUUID();
	const kept = sealed(keptField, readerOf(person, browser), { ...again, at: now.getTime() } satisfies Kept);
	if (kept.length > longest) return null;
	// What another tab sent is known by the same.
	cookies.set(cookie, browser, options);
	return kept;
}

/** What came along with a form, as it was sealed; null when there is nothing. */
export function keptIn(form: FormData): string | null {
	const kept = form.get(keptField);
	return typeof kept === 'string' && kept && kept.length <= longest ? kept : null;
}

/** What this person sent here before they signed in; null when it is somebody else's, or too long ago. */
export function givenBack(
	kept: string | null,
	person: string,
	{ cookies, locals: { now } }: { cookies: Pick<Cookies, 'get'>; locals: Pick<App.Locals, 'now'> },
): Again | null {
	const browser = cookies.get(cookie);
	if (!kept || !browser) return null;
	const found = unsealed(keptField, readerOf(person, browser), kept) as Kept | null;
	return found && now.getTime() - found.at < patience * 1000 ? found : null;
}
