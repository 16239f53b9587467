/** Something was done; the next page says so, once. The note travels in a cookie that nobody else can write. */
import type { Cookies } from '@sveltejs/kit';
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { ownPath } from './doors';
import { supabaseSettings } from './supabase';

const Receipt = v.object({
	/** A message key such as "plan:receipt.added". No personal data: it travels in a cookie. */
	text: v.pipe(v.string(), v.maxLength(80)),
	/** The form that undoes it: an action address ("?/action" for one of the page itself) and the id it takes. */
	undo: v.optional(v.object({ action: v.string(), id: v.pipe(v.string(), v.uuid()) })),
});
export type Receipt = v.InferOutput<typeof Receipt>;

const name = 'receipt';
const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: false };

/** Any server with our settings knows it again; the settings themselves are nowhere in it. */
function signatureOf(text: string): Buffer {
	const { secret, privateJwk } = supabaseSettings();
	return createHmac('sha256', `receipt ${secret || privateJwk}`)
		.update(text)
		.digest();
}

/** Leaves the receipt for the next page; `url` is that of the request. */
export function leaveReceipt(cookies: Cookies, { text, undo }: Receipt, url: URL): void {
	const action = undo?.action.startsWith('?') ? url.pathname + undo.action : undo?.action;
	const receipt: Receipt = { text, ...(undo && action && { undo: { action, id: undo.id } }) };
	const said = Buffer.from(JSON.stringify(receipt)).toString('base64url');
	cookies.set(name, `${said}.${signatureOf(said).toString('base64url')}`, { ...options, maxAge: 60 });
}

/** Takes the receipt left by the last command; what we did not write ourselves is none. */
export function takeReceipt(cookies: Cookies): Receipt | null {
	const cookie = cookies.get(name);
	if (!cookie) return null;
	cookies.delete(name, options);
	const [said = '', signature = ''] = cookie.split('.');
	const [given, right] = [Buffer.from(signature, 'base64url'), signatureOf(said)];
	if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
	const receipt = v.parse(Receipt, JSON.parse(Buffer.from(said, 'base64url').toString()));
	return receipt.undo && !ownPath(receipt.undo.action) ? null : receipt;
}
