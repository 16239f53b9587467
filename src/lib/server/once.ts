/**
 * The same sent once more from a page that came anew. Whoever has no script and goes back gets a new id with the page:
 * sent again as it was, it would be made twice. What was made last is therefore known for a while in a cookie, as a
 * fingerprint that nobody but us can make and that says nothing.
 */
import type { Cookies } from '@sveltejs/kit';
import { isId } from '$lib/id';
import { signatureOf } from './signed';
import { formField, personField, valueOf, type Entries } from './form';

/** What was sent, by whom. */
interface Made {
	name: string;
	person: string;
	entries: Entries;
}

const cookie = 'made';
const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: false };
/** For so long (s) somebody may be asked whether they mean it. */
const while_ = 10 * 60;

const besides = new Set(['id', formField, personField]);
const fingerprintOf = ({ name, person, entries }: Made): string =>
	signatureOf(
		'made',
		JSON.stringify([name, person, entries.filter(([field]) => !besides.has(field))]),
	).toString('base64url');

/** In which form it was made, and by whom. */
const formOf = ({ name, person, entries }: Made): string =>
	signatureOf('made', JSON.stringify([name, person, valueOf(entries, formField)])).toString('base64url');

/** Whether just this was made last, under another id. Asked again it is not: then somebody means it. */
export function wasJustMade(cookies: Cookies, made: Made): boolean {
	const [id, fingerprint] = cookies.get(cookie)?.split('.') ?? [];
	if (fingerprint !== fingerprintOf(made) || id === valueOf(made.entries, 'id')) return false;
	forgetMade(cookies);
	return true;
}

/** The id of what the same person made last in the same form, when they have done nothing else since; otherwise null. */
export function madeBefore(cookies: Cookies, made: Made): string | null {
	const [id, , where] = cookies.get(cookie)?.split('.') ?? [];
	return id && isId(id) && where === formOf(made) && id !== valueOf(made.entries, 'id') ? id : null;
}

/** Remembers what was made, in the place of what was before. */
export const rememberMade = (cookies: Cookies, made: Made): void =>
	cookies.set(cookie, [valueOf(made.entries, 'id'), fingerprintOf(made), formOf(made)].join('.'), {
		...options,
		maxAge: while_,
	});

/** Something else was done since: the same may well be meant anew. */
export function forgetMade(cookies: Cookies): void {
	if (cookies.get(cookie)) cookies.delete(cookie, options);
}
