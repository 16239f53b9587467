/** What is answered for a page and its data, by what the network says. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forget as forgetWhatWaits } from '../outbox/store';
import { change, data, fetchMissing, fetchToKeep, fetchWhatIsKept, page } from './pages';

const kept = vi.hoisted(() => ({
	pages: new Set<string>(),
	forgot: 0,
	session: null as string | null,
	dropped: [] as string[],
	put: [] as string[],
	elsewhere: [] as string[],
	begun: [] as string[],
}));
vi.mock('workbox-precaching', () => ({
	matchPrecache: async (path: string) =>
		path.endsWith('/__data.json') ? undefined : new Response('the shell'),
}));
vi.mock('../outbox/store', () => ({ forget: vi.fn(async () => undefined) }));
vi.mock('./keeping', () => ({
	has: async (page: string) => kept.pages.has(page),
	find: async (page: string) => ({ text: kept.pages.has(page) ? '{"copy":1}' : null, latest: null }),
	forget: async () => void (kept.forgot += 1),
	drop: async (page: string) => void kept.dropped.push(page),
	keep: async (_: string, page: string) => void kept.put.push(page),
	keptElsewhere: async () => kept.elsewhere,
	keptForElsewhere: async () => (kept.elsewhere.length ? 'amira-da-1' : null),
	begin: async (session: string) => void kept.begun.push(session),
	keptFor: async () => kept.session,
}));

beforeEach(() => {
	kept.pages = new Set(['/plan']);
	Object.assign(kept, { forgot: 0, session: null, dropped: [], put: [], elsewhere: [], begun: [] });
});

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
	/** What is on its way: ended, it is no more. */
	let onItsWay: { path: string; answer: (text: string) => void }[];
	const paths = () => onItsWay.map(({ path }) => path);
	const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);
	beforeEach(() => {
		vi.useFakeTimers();
		onItsWay = [];
		kept.session = 'here';
		kept.pages = new Set(['/plan', '/me', '/more', '/team']);
		vi.stubGlobal('fetch', (input: Request | string, init: RequestInit) => {
			const { pathname: path } = new URL(typeof input === 'string' ? input : input.url, 'https://x');
			return new Promise<Response>((go, fail) => {
				const one = { path, answer: (text: string) => (over(), go(new Response(text))) };
				const over = () => (onItsWay = onItsWay.filter((other) => other !== one));
				onItsWay.push(one);
				init.signal!.addEventListener('abort', () => (over(), fail(new Error('aborted'))));
			});
		});
	});
	afterEach(async () => {
		await seconds(60);
		vi.useRealTimers();
	});
	async function asks(path: string, then = 10) {
		const request = new Request(`https://x${path}/__data.json`);
		const asking = { request, preloadResponse: Promise.resolve(), waitUntil: () => undefined };
		const answer = data(asking, new URL(request.url));
		await seconds(then);
		return answer.then((given) => given.text());
	}
	const whole = '{"type":"data","nodes":[{"type":"data","data":[{"keepUnder":1},"here"]}]}';

	test('what comes late is kept', async () => {
		expect(await asks('/plan')).toContain('copy');
		onItsWay[0]!.answer(whole);
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
	test('what another version has kept is fetched too', async () => {
		kept.pages = new Set(['/home', '/plan', '/meetings', '/wellbeing', '/team', '/offers', '/me']);
		kept.elsewhere = ['/home', '/plan/0199'];
		void fetchMissing();
		const asked: string[] = [];
		for (let pass = 0; pass < 20; pass += 1) {
			asked.push(...paths());
			for (const one of [...onItsWay]) one.answer(whole);
			await seconds(1);
		}
		expect(asked).toContain('/plan/0199/__data.json');
		expect(asked).not.toContain('/home/__data.json');
	});
	test('all that the version before keeps comes with the new one', async () => {
		kept.pages = new Set(['/plan']);
		kept.elsewhere = ['/home', '/plan', '/plan/0199'];
		let isDone = false;
		const done = fetchWhatIsKept().then(() => (isDone = true));
		for (const path of ['/home', '/plan/0199']) {
			await seconds(0);
			expect([isDone, ...paths()]).toEqual([false, `${path}/__data.json`]);
			onItsWay[0]!.answer(whole);
		}
		await done;
		expect(kept).toMatchObject({ begun: ['amira-da-1'], put: ['/home', '/plan/0199'] });
	});
	test('or that stays, when the network goes meanwhile', async () => {
		kept.elsewhere = ['/home', '/offers'];
		const done = expect(fetchWhatIsKept()).rejects.toThrow('no network');
		await seconds(0);
		onItsWay[0]!.answer(whole);
		await seconds(26);
		await done;
	});
	test('and where nothing is kept nothing is asked for', async () => {
		await fetchWhatIsKept();
		expect([...kept.begun, ...paths()]).toEqual([]);
	});
	test('who comes in while it is fetched for somebody else has all of it too', async () => {
		kept.session = 'amira';
		kept.pages = new Set();
		void fetchMissing();
		for (let pass = 0; pass < 20; pass += 1) {
			await seconds(1);
			for (const one of [...onItsWay]) one.answer(whole);
			await seconds(0);
			if (pass === 1) {
				// The first two were of somebody who is not here any more.
				expect(kept.put).toEqual([]);
				kept.session = 'here';
				void fetchMissing();
			}
		}
		expect(kept.put).toEqual(expect.arrayContaining(['/home', '/plan', '/meetings']));
	});
	const of = (session: string) => whole.replace('here', session);
	const says = {
		'whose it is': of('amira-da-1'),
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
				onItsWay[0]!.answer(text);
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
			onItsWay[0]!.answer(of('jonas-da-1'));
			await asked;
			await seconds(1);
			expect(kept).toMatchObject({ forgot: 0, put: ['/plan'] });
		});
	}
	test('what everybody should have is fetched one after the other, and each is ended', async () => {
		void fetchMissing();
		void fetchMissing();
		await seconds(0);
		expect(paths()).toEqual(['/home/__data.json']);
		await seconds(25);
		expect(paths()).toEqual(['/meetings/__data.json']);
		await seconds(25 * 12);
		expect(paths()).toEqual([]);
	});
});
