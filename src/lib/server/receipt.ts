/** Something was done; the next page says so, once. The note travels in a cookie that nobody else can write. */
import { redirect, type Cookies } from '@sveltejs/kit';
import * as v from 'valibot';
import { ownPath } from './doors';
import { signed, unsigned } from './signed';

const Receipt = v.object({
	/** A message key such as "plan:receipt.added". No personal data: it travels in a cookie. */
	text: v.pipe(v.string(), v.maxLength(80)),
	/** Said of what was not done: something is wrong (care), or there was nothing to do. */
	not: v.optional(v.picklist(['care', 'info'])),
	/** The form that undoes it: an action address ("?/action" for one of the page itself) and the id it takes. */
	undo: v.optional(
		v.object({
			action: v.string(),
			id: v.pipe(v.string(), v.uuid()),
			/** What the button says, a message key of the same room; 'Fortryd' when left out. */
			label: v.optional(v.pipe(v.string(), v.maxLength(80))),
		}),
	),
});
/** With the page it is for: another tab that is loaded in the meantime has nothing to do with it. */
const Left = v.object({ ...Receipt.entries, at: v.string() });
export type Receipt = v.InferOutput<typeof Receipt>;

/** Said of a form that was sent as it was drawn. */
export const unchanged: Receipt = { text: 'common:receipt.unchanged', not: 'info' };

const name = 'receipt';
const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: false };

/** Leaves the receipt for the page that comes next (`to`, a path); `url` is that of the request. */
export function leaveReceipt(cookies: Cookies, { text, not, undo }: Receipt, url: URL, to: string): void {
	const action = undo?.action.startsWith('?') ? url.pathname + undo.action : undo?.action;
	const receipt: Receipt = {
		text,
		...(not && { not }),
		...(undo && action && { undo: { ...undo, action } }),
	};
	const at = new URL(to, url).pathname;
	cookies.set(name, signed(name, { ...receipt, at }), { ...options, maxAge: 60 });
}

/** On to a page, wherever that leads, which says that what was sent before signing in could not come along. */
export function notGivenBack({ cookies, url }: { cookies: Cookies; url: URL }, to: string): never {
	leaveReceipt(cookies, { text: 'open:signIn.notBack', not: 'care' }, url, '/');
	redirect(303, to);
}

/** Nobody reads it who was not meant. */
export const forgetReceipt = (cookies: Cookies) => cookies.delete(name, options);

/**
 * Takes the receipt left for this page (a pathname) by the last command; what we did not write ourselves is none. The
 * one for '/' is for wherever that leads.
 */
export function takeReceipt(cookies: Cookies, page: string): Receipt | null {
	const cookie = cookies.get(name);
	if (!cookie) return null;
	const ours = unsigned(name, cookie);
	const left = ours ? v.parse(Left, ours) : null;
	if (left && left.at !== page && left.at !== '/') return null;
	forgetReceipt(cookies);
	if (!left || (left.undo && !ownPath(left.undo.action))) return null;
	return {
		text: left.text,
		...(left.not && { not: left.not }),
		...(left.undo && { undo: left.undo }),
	};
}
