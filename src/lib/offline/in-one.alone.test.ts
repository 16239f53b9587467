/** What is taken out of the one file, and when it is not asked for. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const kept = new Map<string, Response>();
vi.stubGlobal('caches', {
	open: async () => ({
		keys: async () => [...kept.keys()].map((address) => new Request(`https://x${address}`)),
		put: async (address: string, answer: Response) => void kept.set(address, answer),
		match: async ({ url }: Request) => kept.get(new URL(url).pathname),
		delete: async ({ url }: Request) => kept.delete(new URL(url).pathname),
	}),
});
vi.stubGlobal('self', {});
const { dropWhatIsNotOurs, takeInOne } = await import('./in-one');

const many = Array.from({ length: 30 }, (_, number) => `_app/immutable/chunks/${number}.js`);
const texts = Object.fromEntries(
	[...many, '_app/immutable/assets/a.css'].map((file) => [file, `of ${file}`]),
);
const fetched = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', fetched);

beforeEach(() => {
	kept.clear();
	fetched.mockReset().mockImplementation(async () => Response.json(texts));
});

test('what is not there yet is taken out, as what it is; what belongs to nobody is left', async () => {
	const [former, ...wanted] = many;
	kept.set(`/${former}`, new Response('as it was'));
	await takeInOne('all.json', [former!, ...wanted, '_app/immutable/assets/a.css', 'favicon.svg']);
	expect(fetched.mock.calls.map(([address]) => address)).toEqual(['/all.json']);
	expect([...kept.keys()]).toEqual([...many, '_app/immutable/assets/a.css'].map((file) => `/${file}`));
	expect(await kept.get(`/${former}`)!.text()).toBe('as it was');
	const script = kept.get(`/${wanted[0]}`)!;
	expect(await script.text()).toBe(`of ${wanted[0]}`);
	expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
	expect(kept.get('/_app/immutable/assets/a.css')!.headers.get('content-type')).toMatch(/^text\/css/);
});

test('where only a little is new, that is asked for by itself', async () => {
	for (const file of many.slice(10)) kept.set(`/${file}`, new Response(''));
	await takeInOne('all.json', many);
	expect(fetched).not.toHaveBeenCalled();
});

test('a portal’s page in its place is nothing', async () => {
	fetched.mockImplementation(async () => new Response('<html>Pay here</html>'));
	await expect(takeInOne('all.json', many)).rejects.toThrow();
	expect(kept.size).toBe(0);
});

test('a file of nothing in it is none', async () => {
	const [empty, number] = many;
	fetched.mockImplementation(async () => Response.json({ ...texts, [empty!]: '', [number!]: 7 }));
	await takeInOne('all.json', many);
	expect([...kept.keys()]).toEqual(many.slice(2).map((file) => `/${file}`));
});

test('what was kept in the place of a file is taken out, and what is ours stays', async () => {
	const as = (type: string, text = '') => new Response(text, { headers: { 'content-type': type } });
	kept.set('/_app/immutable/a.js', as('text/javascript; charset=utf-8', 'ours'));
	kept.set('/_app/immutable/b.js', as('application/json', '{"error":"blocked"}'));
	kept.set('/_app/immutable/c.js', as('text/plain', 'Blocked by SafeNet'));
	kept.set('/shell/da', as('text/html', '<script src="/_app/immutable/entry/start.js">'));
	kept.set('/shell/en', as('text/html', 'Welcome to the hotel'));
	kept.set('/shell/da/__data.json', as('application/json', '{"type":"data","nodes":[]}'));
	kept.set('/shell/en/__data.json', as('application/json', '{"error":"blocked"}'));
	await dropWhatIsNotOurs();
	expect([...kept.keys()]).toEqual(['/_app/immutable/a.js', '/shell/da', '/shell/da/__data.json']);
});

describe('one that comes slowly', () => {
	let more: ReadableStreamDefaultController<Uint8Array>;
	const whole = new TextEncoder().encode(JSON.stringify(texts));
	const seconds = (number: number) => vi.advanceTimersByTimeAsync(number * 1_000);
	beforeEach(() => {
		vi.useFakeTimers();
		fetched.mockImplementation(async (_, init) => {
			const body = new ReadableStream<Uint8Array>({ start: (given) => void (more = given) });
			init!.signal!.addEventListener('abort', () => more.error(new Error('aborted')));
			return new Response(body);
		});
	});
	afterEach(() => void vi.useRealTimers());

	test('is waited for as long as it goes on', async () => {
		const taken = takeInOne('all.json', many);
		for (let at = 0; at < whole.length; at += 300) {
			await seconds(25);
			more.enqueue(whole.slice(at, at + 300));
		}
		await seconds(0);
		more.close();
		await taken;
		expect(kept.size).toBe(many.length);
		expect(vi.getTimerCount()).toBe(0);
	});
	test.each([0, 300])('and no longer, when it stops after %i', async (length) => {
		const taken = expect(takeInOne('all.json', many)).rejects.toThrow('aborted');
		await seconds(1);
		if (length) more.enqueue(whole.slice(0, length));
		await seconds(30);
		await taken;
		expect([kept.size, vi.getTimerCount()]).toEqual([0, 0]);
	});
	test('nor is one that never begins', async () => {
		fetched.mockImplementation(
			(_, init) =>
				new Promise((_go, fail) => init!.signal!.addEventListener('abort', () => fail(new Error('aborted')))),
		);
		const taken = expect(takeInOne('all.json', many)).rejects.toThrow('aborted');
		await seconds(30);
		await taken;
	});
});
