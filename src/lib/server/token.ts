import { importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import { supabaseSettings } from './supabase';

export type Claims =
	| {
			role: 'authenticated';
			sub: string;
			sid: string;
			/** When it was done, if it had to wait (private.made_at). */
			made_at?: string;
	  }
	| { role: 'session_keeper' };

/** Seconds a token for the database lives. */
export const tokenLifetime = 60;

/** Seconds by which a token is older than it is: a clock that is behind ours, or was set back, refuses what is to come. */
const leeway = 60;

let signing: Promise<{ key: CryptoKey | Uint8Array; header: { alg: string; kid?: string } }> | undefined;

async function loadKey() {
	const { privateJwk, secret } = supabaseSettings();
	if (!privateJwk) {
		const name = { name: 'HMAC', hash: 'SHA-256' };
		const bytes = new TextEncoder().encode(secret);
		return {
			key: await crypto.subtle.importKey('raw', bytes, name, false, ['sign']),
			header: { alg: 'HS256' },
		};
	}
	const jwk = JSON.parse(privateJwk) as JWK;
	return { key: await importJWK(jwk, 'ES256'), header: { alg: 'ES256', kid: jwk.kid } };
}

/** A token that lets the database know who asks, for at most a minute. */
export async function signToken(claims: Claims): Promise<string> {
	const { key, header } = await (signing ??= loadKey());
	const now = Math.floor(Date.now() / 1000);
	return new SignJWT({ ...claims })
		.setProtectedHeader({ ...header, typ: 'JWT' })
		.setAudience('authenticated')
		.setIssuedAt(now - leeway)
		.setExpirationTime(now + tokenLifetime)
		.sign(key);
}
