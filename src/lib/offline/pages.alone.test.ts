/** What is answered for a page and its data, by what the network says. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { forget as forgetWhatWaits } from '../outbox/store';
import { fetchToKeep } from './fetching';
import { anew, kept } from './keeping.stand-in';
import { change, data, nobodysPage, page } from './pages';
import { onASlowNetwork, paths, seconds, underWay, wholeOf } from './slow-network.stand-in';

const shells = vi.hoisted((): string[] => []);
vi.mock('workbox-precaching', () => ({
	matchPrecache: async (path: string) => {
		shells.push(path);
		return path.endsWith('/__data.json') ? undefined : new Response('the shell');
	},
}));
vi.mock('../outbox/store', () => ({ forget: vi.fn(async () => undefined) }));
vi.mock('./keeping', () => import('./keeping.stand-in'));

beforeEach(anew);

async function said(what: typeof page, path: string, network: Response | Error) {
	const answer = network instanceof Error ? Promise.reject(network) : Promise.resolve(network);
	vi.stubGlobal('fetch', () => answer);
	const later: Promise<unknown>[] = [];
	const waitUntil = (work: Promise<unknown>) => void later.push(work);
	const asking = { request: new Request(`https://x${path}`), preloadResponse: answer, waitUntil };
	const text = await (await what(asking, new URL(`https://x${path}`))).text();
	await Promise.all(later);
	return text;
}
const gateway = (status: number) => new Response('the gateway', { status });
const ours = (status: number) => new Response('ours', { status, headers: { 'x-vores-plan': '1' } });
const none = () => new TypeError('Failed to fetch');

test.each([200, 403, 502, 503, 504])(
	'a %i of something on the way is no network where there is a copy',
	async (status) => {
		expect(await said(page, '/plan', gateway(status))).toBe('the shell');
		expect(await said(data, '/plan/__data.json', gateway(status))).toContain('copy');
		expect(await said(page, '/office', gateway(status))).toBe('the gateway');
	},
);
test('what we say ourselves is shown', async () => {
	for (const status of [200, 403, 500, 503]) {
		expect(await said(page, '/plan', ours(status))).toBe('ours');
		if (status !== 200) expect(await said(data, '/plan/__data.json', ours(status))).toBe('ours');
	}
	// Made by Kit past our hooks.
	const redirect = '{"type":"redirect","location":"/sign-in"}';
	expect(await said(data, '/plan/__data.json', new Response(redirect))).toBe(redirect);
});
test('a page is not forgotten because something on the way says there is none', async () => {
	kept.session = 'here';
	await said(data, '/plan/__data.json', gateway(404));
	expect(kept.dropped).toEqual([]);
	await said(data, '/plan/__data.json', ours(404));
	expect(kept.dropped).toEqual(['/plan']);
});
test('the copies go when the page to sign in is shown, and not when it cannot be reached', async () => {
	await said(page, '/sign-in', none());
	expect(kept.forgot).toBe(0);
	await said(page, '/sign-in', new Response('of a portal'));
	expect(kept.forgot).toBe(0);
	await said(page, '/sign-in', new Response('ours', { headers: { 'x-sveltekit-page': 'true' } }));
	expect(kept.forgot).toBe(1);
	await said(page, '/plan', new Response('ours'));
	expect(kept.forgot).toBe(1);
});

const dataOf = (keepUnder: string) =>
	new Response(`{"type":"data","nodes":[{"type":"data","data":[{"keepUnder":1},"${keepUnder}"]}]}`);
test('the copies stay when only the version is another, and go when the person or the language is', async () => {
	kept.session = 'amira-da-1';
	await said(data, '/plan/__data.json', dataOf('amira-da-2'));
	expect(kept).toMatchObject({ forgot: 0, put: [], dropped: [] });
	// Nor is anything fetched that cannot be kept.
	await said(data, '/plan/__data.json', new Response('{"type":"data","nodes":[{"type":"skip"}]}'));
	expect(kept).toMatchObject({ forgot: 0, put: [] });
	await said(data, '/plan/__data.json', dataOf('amira-da-1'));
	expect(kept).toMatchObject({ forgot: 0, put: ['/plan'] });
	for (const other of ['amira-ar-1', 'jonas-da-1']) {
		kept.forgot = 0;
		await said(data, '/plan/__data.json', dataOf(other));
		expect(kept.forgot).toBe(1);
	}
});

test('the copies go when signing in or out is answered, and not when it is unanswered or could not be done', async () => {
	const sends = async (network: Response | Error) => {
		vi.stubGlobal('fetch', async () => {
			if (network instanceof Error) throw network;
			return network;
		});
		await change(new Request('https://x/sign-out', { method: 'POST' })).catch(() => {});
		return kept.forgot;
	};
	expect(await sends(none())).toBe(0);
	expect(await sends(new Response('busy', { status: 503 }))).toBe(0);
	expect(await sends(new Response('of a portal'))).toBe(0);
	expect(await sends(Response.json({ message: 'not ours' }))).toBe(0);
	expect(await sends(Response.json({ signedOut: true }))).toBe(1);
	expect(await sends(Response.json({ type: 'redirect', status: 303, location: '/home' }))).toBe(2);
});

describe('signed out by a form that no script has sent', () => {
	const leaves = async (fields: Record<string, string>, then: string) => {
		const request = {
			mode: 'navigate',
			clone: () => new Request('https://x/sign-out', { method: 'POST', body: new URLSearchParams(fields) }),
		} as Request;
		vi.stubGlobal('fetch', async (asked: unknown) =>
			asked === request ? ({ type: 'opaqueredirect' } as Response) : new Response(then),
		);
		await change(request);
		return vi.mocked(forgetWhatWaits).mock.calls;
	};
	const out = '{"type":"redirect","location":"/sign-in?to=%2Fmore"}';
	beforeEach(() => void vi.mocked(forgetWhatWaits).mockClear());
	test('what waits on a shared device goes', async () =>
		expect(await leaves({ _person: 'amira', _shared: 'yes' }, out)).toEqual([['amira']]));
	test('on their own phone it waits for them', async () =>
		expect(await leaves({ _person: 'amira' }, out)).toEqual([]));
	test.each(['<h1>Hotel</h1>', '{"type":"data","nodes":[]}'])(
		'only once we say that they are (%s)',
		async (then) => expect(await leaves({ _person: 'amira', _shared: 'yes' }, then)).toEqual([]),
	);
});

describe('a network that lets nothing through', () => {
	onASlowNetwork();
	beforeEach(() => {
		kept.session = 'here';
		kept.pages = new Set(['/plan', '/me', '/more', '/team']);
	});
	async function asks(path: string, then = 10) {
		const request = new Request(`https://x${path}/__data.json`);
		const asking = { request, preloadResponse: Promise.resolve(), waitUntil: () => undefined };
		const answer = data(asking, new URL(request.url));
		await seconds(then);
		return answer.then((given) => given.text());
	}
	const whole = wholeOf('here');

	test('what comes late is kept', async () => {
		expect(await asks('/plan')).toContain('copy');
		underWay()[0]!.answer(whole);
		await seconds(0);
		expect(kept.put).toEqual(['/plan']);
	});
	test('what does not come is ended', async () => {
		await asks('/plan', 24);
		expect(paths()).toEqual(['/plan/__data.json']);
		await seconds(1);
		expect(paths()).toEqual([]);
	});
	test('so it is where there is no copy', async () => {
		void asks('/enrolment').catch(() => undefined);
		await seconds(25);
		expect(paths()).toEqual([]);
	});
	test('of a page that is asked for again and again, one is on its way', async () => {
		for (const _ of [1, 2, 3]) {
			await asks('/plan');
			await fetchToKeep('/plan');
			expect(paths()).toEqual(['/plan/__data.json']);
		}
	});
	test('of many pages, there is room for the next', async () => {
		await asks('/plan', 9);
		// Once one was late, the next are given up on sooner.
		for (const path of ['/me', '/more', '/team']) await asks(path, 3);
		expect(paths()).toEqual(['/more/__data.json', '/team/__data.json']);
	});
	const says = {
		'whose it is': wholeOf('amira-da-1'),
		'that nobody is here': whole.replace('"here"', 'null'),
		'where one signs in': '{"type":"redirect","location":"/sign-in"}',
		'that it is broken': '{"type":"data","nodes":[{"type":"error","status":500,"error":{"message":""}}]}',
		'only a part': '{"type":"data","nodes":[{"type":"skip"}]}',
	};
	const ways = { 'to be kept': () => fetchToKeep('/plan'), 'for a page': () => asks('/plan', 1) };
	for (const [way, ask] of Object.entries(ways)) {
		test.each(Object.entries(says))(
			`what was asked for ${way} for somebody who has gone takes nothing from who came, when it says %s`,
			async (_, text) => {
				kept.session = 'amira-da-1';
				kept.pages.delete('/plan');
				const asked = ask();
				await seconds(1);
				kept.session = 'jonas-da-1';
				underWay()[0]!.answer(text);
				await asked;
				await seconds(1);
				expect(kept).toMatchObject({ forgot: 0, put: [], dropped: [] });
				expect(paths()).toEqual([]);
			},
		);
		test(`what was asked for ${way} before they came is kept when it is theirs`, async () => {
			kept.session = null;
			kept.pages.delete('/plan');
			const asked = ask();
			await seconds(1);
			kept.session = 'jonas-da-1';
			underWay()[0]!.answer(wholeOf('jonas-da-1'));
			await asked;
			await seconds(1);
			expect(kept).toMatchObject({ forgot: 0, put: ['/plan'] });
		});
	}
});

test('whoever has left without a network reads that in their own language', async () => {
	vi.stubGlobal('caches', {
		has: async () => true,
		open: async () => ({
			match: async () => new Response('emil', { headers: { 'content-language': 'ar' } }),
		}),
	});
	await nobodysPage(new URL('https://x/plan'));
	expect(shells.at(-1)).toBe('/shell/ar');
	vi.stubGlobal('caches', { has: async () => false });
	await nobodysPage(new URL('https://x/plan'));
	expect(shells.at(-1)).toBe(`/shell/${navigator.language.slice(0, 2)}`);
});
