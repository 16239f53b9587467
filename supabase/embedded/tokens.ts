/** Tokens that were found good. The app asks many questions with each; checking one costs as much as a short question. */
import { jwtVerify, type JWTPayload } from 'jose';

/** How many are remembered; the oldest makes room. */
const kept = 1000;

/** Whom an Authorization header names by a token that we signed and that holds now; null for any other. */
export function claimsBy(secret: string): (authorization: string | undefined) => Promise<JWTPayload | null> {
	const name = { name: 'HMAC', hash: 'SHA-256' };
	const key = crypto.subtle.importKey('raw', new TextEncoder().encode(secret), name, false, ['verify']);
	const known = new Map<string, JWTPayload>();
	const holds = ({ iat = Infinity, exp = 0 }: JWTPayload) => {
		const now = Date.now() / 1000;
		return iat <= now && now < exp;
	};
	return async (authorization) => {
		if (!authorization?.startsWith('Bearer ')) return null;
		const remembered = known.get(authorization);
		if (remembered) return holds(remembered) ? remembered : null;
		const token = authorization.slice('Bearer '.length);
		const claims = await jwtVerify(token, await key, { algorithms: ['HS256'] }).then(
			({ payload }) => payload,
			() => null,
		);
		if (!claims || !holds(claims)) return null;
		if (known.size >= kept) known.delete(known.keys().next().value!);
		known.set(authorization, claims);
		return claims;
	};
}
