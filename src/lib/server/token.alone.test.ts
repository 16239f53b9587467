import { decodeJwt } from 'jose';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { databaseOf, sessionKeeper } from './database';

vi.mock('./supabase', () => ({
	supabaseSettings: () => ({ url: 'http://database', publishableKey: 'p', secret: 's'.repeat(48) }),
}));

/** When the tokens expire that the database was asked with, and when they say they were issued, in seconds. */
const expiries: number[] = [];
const issued: number[] = [];
beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00Z') });
	vi.stubGlobal('fetch', (_: unknown, { headers }: { headers: Headers }) => {
		const [, token] = headers.get('authorization')!.split(' ');
		const { exp, iat } = decodeJwt(token!);
		expiries.push(exp!);
		issued.push(iat!);
		return Promise.resolve(new Response('[]'));
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('whoever waits for a turn asks with a token that still holds', async () => {
	const db = databaseOf('amira', 'session');
	const start = Date.now();
	for (const seconds of [0, 1, 25, 55, 61, 120, 300]) {
		vi.setSystemTime(start + seconds * 1000);
		await db.from('goal').select('id');
		expect(expiries.at(-1)! * 1000 - Date.now()).toBeGreaterThan(20_000);
	}
	// A page that asks twenty times signs once.
	expect(new Set(expiries.slice(0, 3)).size).toBe(1);
});

test.each([
	['somebody who is signed in', () => databaseOf('emil', 'set back')],
	['the keeper of sessions', sessionKeeper],
])('when the clock is set back, %s asks with a token of before no more', async (_, open) => {
	const db = open();
	const start = Date.now();
	for (const seconds of [0, -5, -3600, -3600 + 25, -7200]) {
		vi.setSystemTime(start + seconds * 1000);
		await db.from('goal').select('id');
		// So far back that a step of the clock between here and the database harms nothing.
		expect(issued.at(-1)! * 1000).toBeLessThanOrEqual(Date.now() - 30_000);
		expect(expiries.at(-1)! * 1000 - Date.now()).toBeGreaterThan(20_000);
		expect(expiries.at(-1)! * 1000 - Date.now()).toBeLessThanOrEqual(60_000);
	}
});

test('who comes again soon asks with the same token, and nobody with that of somebody else', async () => {
	const tokens: string[] = [];
	vi.stubGlobal('fetch', (_: unknown, { headers }: { headers: Headers }) => {
		tokens.push(headers.get('authorization')!);
		return Promise.resolve(new Response('[]'));
	});
	for (const db of [
		databaseOf('emil', 'phone'),
		databaseOf('emil', 'phone'),
		databaseOf('emil', 'laptop'),
		databaseOf('noah', 'phone'),
		databaseOf('emil', 'phone', '2026-11-23T09:00:00Z'),
		databaseOf('emil', 'phone'),
	]) {
		await db.from('goal').select('id');
	}
	const [first, again, laptop, noah, waited, last] = tokens;
	expect([again, last]).toEqual([first, first]);
	expect(new Set([first, laptop, noah, waited]).size).toBe(4);
	expect(decodeJwt(waited!.split(' ')[1]!)).toMatchObject({ sub: 'emil', made_at: '2026-11-23T09:00:00Z' });
});
