/** What is taken out of the one file, and when it is not asked for. */
import { beforeEach, expect, test, vi } from 'vitest';

const kept = new Map<string, Response>();
vi.stubGlobal('caches', {
	open: async () => ({
		keys: async () => [...kept.keys()].map((address) => new Request(`https://x${address}`)),
		put: async (address: string, answer: Response) => void kept.set(address, answer),
	}),
});
vi.stubGlobal('self', {});
const { takeInOne } = await import('./in-one');

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
