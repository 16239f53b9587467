/** Signing out without a network: what is noted, and when the session is over. */
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { isStillLeaving, languageLeft, leaving, noteLeaving } from './leaving';

const kept = new Map<string, Map<string, unknown>>();
let isFull = false;
vi.stubGlobal('caches', {
	keys: async () => [...kept.keys()],
	has: async (name: string) => kept.has(name),
	delete: async (name: string) => kept.delete(name),
	open: async (name: string) => {
		const pages = kept.get(name) ?? new Map<string, unknown>();
		kept.set(name, pages);
		return {
			put: async (page: string, answer: Response) => {
				if (isFull) throw new Error('QuotaExceededError');
				pages.set(page, answer);
			},
			match: async (page: string) => (pages.get(page) as Response | undefined)?.clone(),
		};
	},
});
beforeEach(async () => {
	vi.stubGlobal('navigator', { serviceWorker: { controller: {} } });
	vi.stubGlobal('document', { documentElement: { lang: 'ar' } });
	kept.clear();
	kept.set('seen-amira-da-1', new Map([['/plan', 'hers']]));
	kept.set('workbox-precache', new Map());
	await noteLeaving('amira');
});
afterAll(() => void vi.unstubAllGlobals());

test('it is noted who has left, and nothing of theirs stays', async () => {
	expect([await leaving(), await languageLeft()]).toEqual(['amira', 'ar']);
	expect([...kept.keys()].sort()).toEqual(['leaving', 'workbox-precache']);
});
test('nothing of theirs stays where there is no room for the note either, and it is said', async () => {
	kept.clear();
	kept.set('seen-amira-da-1', new Map([['/plan', 'hers']]));
	isFull = true;
	await expect(noteLeaving('amira')).rejects.toThrow();
	isFull = false;
	expect([await leaving(), kept.has('seen-amira-da-1')]).toEqual([null, false]);
});
test('where no worker would end the session nothing is noted, and it is said', async () => {
	kept.clear();
	vi.stubGlobal('navigator', { serviceWorker: { controller: null } });
	await expect(noteLeaving('amira')).rejects.toThrow();
	vi.stubGlobal('navigator', {});
	await expect(noteLeaving('amira')).rejects.toThrow();
	expect(await leaving()).toBeNull();
});
test.each(['keys', 'delete', 'open'] as const)(
	'where the phone never says what becomes of it (%s), that is said in time, and nothing is noted later',
	async (silent) => {
		kept.clear();
		kept.set('seen-amira-da-1', new Map([['/plan', 'hers']]));
		vi.useFakeTimers();
		let goOn = () => {};
		const real = caches[silent].bind(caches) as (name: string) => Promise<never>;
		const hangs = vi.spyOn(caches, silent).mockImplementation(async (name?: string) => {
			await new Promise<void>((go) => (goOn = go));
			return real(name!);
		});
		const left = expect(noteLeaving('amira')).rejects.toThrow('too late');
		await vi.advanceTimersByTimeAsync(5_000);
		await left;
		hangs.mockRestore();
		goOn();
		await vi.advanceTimersByTimeAsync(0);
		expect(vi.getTimerCount()).toBe(0);
		vi.useRealTimers();
		expect(await leaving()).toBeNull();
	},
);
test.each(['has', 'open'] as const)(
	'where the phone never says who has left (%s), the page is shown all the same',
	async (silent) => {
		vi.useFakeTimers();
		const hangs = vi.spyOn(caches, silent as 'has').mockImplementation(() => new Promise(() => {}));
		const who = leaving();
		await vi.advanceTimersByTimeAsync(3_000);
		expect(await who).toBeNull();
		expect(vi.getTimerCount()).toBe(0);
		hangs.mockRestore();
		vi.useRealTimers();
		expect(await leaving()).toBe('amira');
	},
);
test('what never answers is given up on', async () => {
	vi.useFakeTimers();
	vi.stubGlobal(
		'fetch',
		(_: string, { signal }: RequestInit) =>
			new Promise((_done, fail) => signal!.addEventListener('abort', () => fail(new Error('aborted')))),
	);
	const is = isStillLeaving('amira');
	await vi.advanceTimersByTimeAsync(5_000);
	expect(await is).toBe(true);
	expect(vi.getTimerCount()).toBe(0);
	// The page in the place of the one that was asked for comes at once; a page that is opened asks again.
	expect(await isStillLeaving('amira', true)).toBe(true);
	const again = isStillLeaving('amira');
	expect(vi.getTimerCount()).toBe(1);
	await vi.advanceTimersByTimeAsync(5_000);
	expect(await again).toBe(true);
	await vi.advanceTimersByTimeAsync(10_000);
	const later = isStillLeaving('amira', true);
	expect(vi.getTimerCount()).toBe(1);
	await vi.advanceTimersByTimeAsync(5_000);
	expect(await later).toBe(true);
	vi.useRealTimers();
	expect(await leaving()).toBe('amira');
});
test.each<[string, () => Promise<Response>, boolean]>([
	['that they are out', async () => Response.json({ signedOut: true }), false],
	[
		'that somebody else is here',
		async () => Response.json({ message: 'open:otherHere' }, { status: 409 }),
		false,
	],
	[
		'that it cannot just now',
		async () => Response.json({ message: 'common:error.tooMany' }, { status: 503 }),
		true,
	],
	['nothing that is ours', async () => new Response('<h1>Hotel</h1>'), true],
	['nothing', async () => Promise.reject(new TypeError('Failed to fetch')), true],
])('told %s, the session is over or asked about again', async (_, answer, is) => {
	const asked = vi.fn(answer);
	vi.stubGlobal('fetch', asked);
	expect(await isStillLeaving('amira')).toBe(is);
	expect(await leaving()).toBe(is ? 'amira' : null);
	expect(asked).toHaveBeenCalledWith('/sign-out', expect.objectContaining({ method: 'POST' }));
	// What is answered at once, or known at once not to be, keeps nobody waiting: it is asked for by the same page too.
	await isStillLeaving('amira', true);
	expect(asked).toHaveBeenCalledTimes(2);
});
