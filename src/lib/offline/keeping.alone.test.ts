/** What is kept of whom, and by which version of the app it is read. */
import { beforeEach, expect, test, vi } from 'vitest';

/** As much of a browser's caches as is used. */
const kept = new Map<string, Map<string, Response>>();
vi.stubGlobal('caches', {
	keys: async () => [...kept.keys()],
	has: async (name: string) => kept.has(name),
	delete: async (name: string) => kept.delete(name),
	open: async (name: string) => {
		const pages = kept.get(name) ?? new Map<string, Response>();
		kept.set(name, pages);
		return {
			keys: async () => [...pages.keys()].map((page) => new Request(`https://x${page}`)),
			match: async (page: string | Request) =>
				pages.get(typeof page === 'string' ? page : new URL(page.url).pathname)?.clone(),
			put: async (page: string, answer: Response) => void pages.set(page, answer),
			delete: async (page: string) => pages.delete(page),
		};
	},
});

/** The worker of a version. */
async function workerOf(version: string) {
	vi.resetModules();
	vi.doMock('$service-worker', () => ({ version }));
	return import('./keeping');
}
const now = Date.parse('2026-11-27T12:00:00.000Z');
const seenAt = new Date(now).toISOString();

beforeEach(() => kept.clear());

test('a new version fills copies of its own, and those of the old one stay until it is in its place', async () => {
	const old = await workerOf('1');
	await old.begin('amira-da-1');
	await old.keep('amira-da-1', '/plan', 'as of old', seenAt);

	// It waits, and is told who is here by pages of either version.
	const coming = await workerOf('2');
	await coming.begin('amira-da-1');
	expect(await coming.keptFor()).toBe('amira-da-2');
	expect(await coming.keptElsewhere()).toEqual(['/plan']);
	expect(await coming.find('/plan', now)).toEqual({ text: null, latest: null });
	await coming.keep('amira-da-2', '/plan', 'as it is now', seenAt);
	expect((await coming.find('/plan', now)).text).toBe('as it is now');
	await old.begin('amira-da-2');
	expect((await old.find('/plan', now)).text).toBe('as of old');

	await coming.forgetFormer();
	expect([...kept.keys()]).toEqual(['seen-amira-da-2']);
});
test.each(['amira-ar-2', 'jonas-da-2'])(
	'of another person or language (%s) nothing stays, of no version',
	async (other) => {
		const old = await workerOf('1');
		await old.begin('amira-da-1');
		const coming = await workerOf('2');
		await coming.begin('amira-da-2');
		await coming.begin(other);
		expect([...kept.keys()]).toEqual([`seen-${other}`]);
	},
);
test('what is not to be seen any more is taken out of all of them, and signed out they all go', async () => {
	const old = await workerOf('1');
	await old.begin('amira-da-1');
	await old.keep('amira-da-1', '/plan', 'as of old', seenAt);
	const coming = await workerOf('2');
	await coming.begin('amira-da-1');
	await coming.drop('/plan');
	expect(await old.has('/plan')).toBe(false);
	await coming.forget();
	expect([...kept.keys()]).toEqual([]);
});
