/** A token that is known to be good is so until it ends, and no other one is taken for it. */
import { SignJWT } from 'jose';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { claimsBy } from '../../supabase/embedded/tokens.ts';

const secret = 's'.repeat(48);
const now = new Date('2026-11-23T10:00:00Z');
const sign = (sub: string, by = secret, from = now) =>
	new SignJWT({ sub })
		.setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
		.setIssuedAt(from)
		.setExpirationTime(new Date(from.getTime() + 60_000))
		.sign(new TextEncoder().encode(by))
		.then((token) => `Bearer ${token}`);

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => {
	vi.useRealTimers();
});

test('each names its own, the first time and again, until it ends', async () => {
	const claimsOf = claimsBy(secret);
	const [amira, emil] = [await sign('amira'), await sign('emil')];
	for (const seconds of [0, 30, 59]) {
		vi.setSystemTime(now.getTime() + seconds * 1000);
		expect((await claimsOf(amira))?.sub).toBe('amira');
		expect((await claimsOf(emil))?.sub).toBe('emil');
	}
	for (const seconds of [60, 3_600]) {
		vi.setSystemTime(now.getTime() + seconds * 1000);
		expect(await claimsOf(amira)).toBeNull();
	}
});

test('what is changed, signed by others, of another time or no token names nobody', async () => {
	const claimsOf = claimsBy(secret);
	const good = await sign('amira');
	expect(await claimsOf(good)).not.toBeNull();
	const [header, , signature] = good.split('.');
	const said = Buffer.from(JSON.stringify({ sub: 'emil', iat: 0, exp: 1e10 })).toString('base64url');
	const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
	for (const other of [
		`${header}.${said}.${signature}`,
		`Bearer ${unsigned}.${said}.`,
		await sign('amira', 'x'.repeat(48)),
		await sign('amira', secret, new Date(now.getTime() - 61_000)),
		await sign('amira', secret, new Date(now.getTime() + 10_000)),
		good.replace('Bearer ', ''),
		'Bearer x.y.z',
		'',
		undefined,
	]) {
		expect(await claimsOf(other), other).toBeNull();
	}
});
