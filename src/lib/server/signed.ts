/** Words that travel through a browser in a cookie, which nobody but this server can have written. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { supabaseSettings } from './supabase';

/** Any server with our settings knows it again; the settings themselves are nowhere in it. */
export function signatureOf(purpose: string, text: string): Buffer {
	const { cookieSecret, secret, privateJwk } = supabaseSettings();
	return createHmac('sha256', `${purpose} ${cookieSecret || secret || privateJwk}`)
		.update(text)
		.digest();
}

/** The value of a cookie for one purpose; what is signed for one is worth nothing for another. */
export function signed(purpose: string, value: unknown): string {
	const said = Buffer.from(JSON.stringify(value)).toString('base64url');
	return `${said}.${signatureOf(purpose, said).toString('base64url')}`;
}

/** What was signed for this purpose; null when it was not by us, or not for this. */
export function unsigned(purpose: string, cookie: string): unknown {
	const [said = '', signature = ''] = cookie.split('.');
	const [given, right] = [Buffer.from(signature, 'base64url'), signatureOf(purpose, said)];
	if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
	return JSON.parse(Buffer.from(said, 'base64url').toString());
}
