/**
 * What somebody sent whose session was over. We store nothing of it: sealed, it goes with them in the address of the
 * sign-in page, and stands in its form again when the one person for whom the form was drawn has signed in, in the
 * same browser. A link that somebody else made brings nothing, and nobody leaves words for who never signed in here.
 */
import { randomUUID } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { isId } from '$lib/id';
import { againOf, type Again } from './again';
import { isOwn, personField, valueOf, type Entries } from './form';
import { sealed, unsealed } from './sealed';
import { signatureOf, signed, unsigned } from './signed';

/** Milliseconds in which they have signed in again. */
const patience = 60 * 60 * 1000;
/** What servers and browsers take for an address, and all our forms fit into when they are filled in. */
const longest = 7_000;

type Jar = Pick<Cookies, 'get'>;
type At = Pick<App.Locals, 'now'>;

/** The name it goes by in the address, in the form of the sign-in page, and what the browser knows it by. */
export const keptField = 'kept';
const cookie = 'kept-here';
const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: false };
/** How many people a browser is remembered to have been signed in for: the latest. */
const mostPeople = 8;

/** A name of this browser and a mark for each person; whose mark it is, the browser cannot tell. */
function hereOf(cookies: Jar) {
	const [browser = '', ...marks] = (cookies.get(cookie) ?? '').split('.');
	return { browser, marks };
}
const markOf = (browser: string, person: string) =>
	signatureOf(cookie, `${browser} ${person}`).subarray(0, 16).toString('base64url');

/** This person has signed in in this browser. @param maxAge seconds; until the browser closes when left out */
export function rememberHere(
	cookies: Pick<Cookies, 'get' | 'set'>,
	person: string,
	{ maxAge }: { maxAge?: number } = {},
): void {
	const { browser: known, marks } = hereOf(cookies);
	const browser = known || randomUUID();
	const mark = markOf(browser, person);
	const all = [mark, ...marks.filter((one) => one !== mark)].slice(0, mostPeople);
	cookies.set(cookie, [browser, ...all].join('.'), { ...options, ...(maxAge && { maxAge }) });
}

/** They have signed out here: nothing is kept for them any more. What others left stays theirs. */
export function forgetHere(cookies: Pick<Cookies, 'get' | 'set'>, person: string): void {
	const { browser, marks } = hereOf(cookies);
	if (!browser) return;
	const rest = marks.filter((one) => one !== markOf(browser, person));
	cookies.set(cookie, [browser, ...rest].join('.'), options);
}

/** What is ours, in this browser, can be told before anybody has signed in: the seal is signed over, with its time. */
const purposeOf = (browser: string, words: string) => `${cookie} ${browser} ${words}`;
/** Whom it is for: this person, in this browser. */
const readerOf = (person: string, browser: string) => `${person} ${browser}`;

/** Whether there is anything to look at again: a button alone sends who and what it is for. */
const isFilledIn = (entries: Entries) =>
	entries.some(([name, value]) => !isOwn(name) && value !== '' && !isId(value));

/**
 * What was sent, sealed.
 * @returns empty when it cannot come along and must stay where it was written; null when nothing was typed or chosen
 */
export async function keptOf({
	request,
	cookies,
	locals: { body, now },
}: {
	request: Pick<Request, 'method' | 'url' | 'headers'>;
	cookies: Jar;
	locals: Pick<App.Locals, 'body' | 'now'>;
}): Promise<string | null> {
	if (request.method !== 'POST') return null;
	const again = await againOf(request, body);
	const person = again && valueOf(again.entries, personField);
	if (!again || !person || !isFilledIn(again.entries)) return null;
	const { browser, marks } = hereOf(cookies);
	if (!marks.includes(markOf(browser, person))) return '';
	const words = sealed(keptField, readerOf(person, browser), again);
	const kept = `${words}.${signed(purposeOf(browser, words), now.getTime())}`;
	return kept.length > longest ? '' : kept;
}

/** What came along with a form, as it was sealed; null when there is nothing. */
export function keptIn(form: FormData): string | null {
	const kept = form.get(keptField);
	return typeof kept === 'string' && kept ? kept : null;
}

/** What we sealed in this browser, and whether the hour is over; null for anything else. */
function ours(kept: string | null, cookies: Jar, { now }: At): { words: string; isLate: boolean } | null {
	const { browser } = hereOf(cookies);
	if (!kept || kept.length > longest || !browser) return null;
	const cut = kept.indexOf('.');
	const words = kept.slice(0, cut);
	const at = unsigned(purposeOf(browser, words), kept.slice(cut + 1)) as number | null;
	return at === null ? null : { words, isLate: now.getTime() - at >= patience };
}

/** Whether what was sent here goes along, or it is too late for that; null when it is not ours, whoever asks. */
export function whatIsKept(
	kept: string | null,
	{ cookies, locals }: { cookies: Jar; locals: At },
): 'kept' | 'late' | null {
	const found = ours(kept, cookies, locals);
	return found && (found.isLate ? 'late' : 'kept');
}

/** What this person sent here before they signed in; null when it is somebody else's, or too long ago. */
export function givenBack(
	kept: string | null,
	person: string,
	{ cookies, locals }: { cookies: Jar; locals: At },
): Again | null {
	const found = ours(kept, cookies, locals);
	if (!found || found.isLate) return null;
	return unsealed(keptField, readerOf(person, hereOf(cookies).browser), found.words) as Again | null;
}
