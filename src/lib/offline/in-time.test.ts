import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inTime, patience } from './in-time';

const good = '{"type":"data","nodes":[{"type":"skip"}]}';
/** What is answered by address; undefined: nothing ever is. */
let answers: Record<string, Response | undefined>;
/** The page in view, the one on its way, and what became of it. */
let view: { page: string; next: string | null; stayed: number; late: [string, boolean][]; asked: string[] };

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('location', new URL('http://house/plan'));
	answers = {};
	view = { page: '/plan', next: null, stayed: 0, late: [], asked: [] };
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const isReceiptShown = { is: false };
const fetches = () => {
	const ask = (input: RequestInfo | URL, init?: RequestInit) => {
		const { pathname, search } = new URL(input as URL, 'http://house');
		view.asked.push(pathname + search);
		const answer = answers[pathname];
		if (answer) return Promise.resolve(answer);
		return new Promise<Response>((_, fail) =>
			init?.signal?.addEventListener('abort', () => fail(new Error('aborted'))),
		);
	};
	const inside = inTime(ask, {
		page: () => view.page,
		next: () => view.next,
		draws: (keepUnder) => keepUnder === 'ours',
		leavesRoot: () => isReceiptShown.is,
		late: (...said) => view.late.push(said),
		// As Kit does when everything is to be asked for anew.
		stay: async () => {
			view.stayed += 1;
			view.next = view.page;
			await inside('http://house/plan/__data.json?x-sveltekit-invalidated=111', {});
			view.next = null;
		},
	});
	return inside;
};
async function said(asked: Promise<Response>) {
	await vi.advanceTimersByTimeAsync(patience);
	return JSON.parse(await (await asked).text()) as { type: string; location?: string; nodes?: unknown[] };
}
const meetings = 'http://house/meetings/__data.json?x-sveltekit-invalidated=101';
const plan = 'http://house/plan/__data.json?x-sveltekit-invalidated=101';
const portal = () => new Response('<h1>Hotel</h1>');

describe.each([
	['nothing', undefined],
	['a portal’s page', portal],
	['a proxy’s error', () => new Response('{"message":"Forbidden"}', { status: 403 })],
	['half an answer', () => new Response(good.slice(0, 20))],
])('answered with %s', (_, answer) => {
	test('a tap leaves the page that is there, which is not asked for again', async () => {
		answers['/meetings/__data.json'] = answer?.();
		view.next = '/meetings';
		expect(await said(fetches()(meetings, {}))).toMatchObject({ type: 'redirect', location: '/plan' });
		expect(view).toMatchObject({ stayed: 1, late: [['/meetings', false]], next: null });
		expect(view.asked).toHaveLength(1);
	});
	test('a page that is only drawn anew stays as it is, without a word', async () => {
		answers['/plan/__data.json'] = answer?.();
		expect(await said(fetches()(plan, {}))).toEqual({ type: 'data', nodes: Array(3).fill({ type: 'skip' }) });
		expect(view).toMatchObject({ stayed: 0, late: [] });
	});
	test('after a form that was saved it is said that it is', async () => {
		const fetch = fetches();
		answers['/plan'] = Response.json({ type: 'redirect', location: '/meetings' });
		await fetch('http://house/plan?/add', { method: 'POST' });
		answers['/meetings/__data.json'] = answer?.();
		view.next = '/meetings';
		await said(fetch(meetings, {}));
		expect(view.late).toEqual([['/meetings', true]]);
	});
});

describe('answered with a copy', () => {
	const copy = '{"type":"data","nodes":[{"type":"data","data":[{"seenAt":1},"2026-11-23T12:00:00.000Z"]}]}';
	const saves = async (fetch: ReturnType<typeof fetches>) => {
		answers['/plan'] = Response.json({ type: 'redirect', location: '/meetings' });
		await fetch('http://house/plan?/add', { method: 'POST' });
	};
	beforeEach(() => {
		answers['/meetings/__data.json'] = new Response(copy);
		view.next = '/meetings';
	});
	test('that another version has made, the page is left to be opened anew', async () => {
		const of = (keepUnder: string) =>
			new Response(
				copy.replace('"seenAt":1}', `"seenAt":1,"keepUnder":2}`).replace(']}]}', `,"${keepUnder}"]}]}`),
			);
		for (const [keepUnder, left] of [
			['ours', []],
			['theirs', [['/meetings', false]]],
		] as const) {
			answers['/meetings/__data.json'] = of(keepUnder);
			view.next = '/meetings';
			await said(fetches()(meetings, {}));
			expect(view.late).toEqual(left);
		}
	});
	test('after a form that was saved it is shown, and said that it is saved', async () => {
		const fetch = fetches();
		await saves(fetch);
		expect(await (await fetch(meetings, {})).text()).toBe(copy);
		expect(view).toMatchObject({ late: [['/meetings', true]], stayed: 0 });
	});
	test('after nothing was saved it says itself what it is', async () => {
		await fetches()(meetings, {});
		expect(view.late).toEqual([]);
	});
	test('the page itself says that it is saved', async () => {
		const fetch = fetches();
		await saves(fetch);
		answers['/meetings/__data.json'] = new Response(good);
		await fetch(meetings, {});
		expect(view.late).toEqual([]);
	});
});

test('what was given up since is not said, and takes nobody away from where they went', async () => {
	view.next = '/meetings';
	const asked = fetches()(meetings, {});
	view.next = '/team';
	await said(asked);
	expect(view).toMatchObject({ stayed: 0, late: [], next: '/team' });
});
test('what we say ourselves is heard', async () => {
	view.next = '/meetings';
	for (const answer of [
		new Response(good),
		new Response('{"type":"redirect","location":"/sign-in"}'),
		new Response('{"message":"common:error.notFound"}', { status: 404, headers: { 'x-vores-plan': '1' } }),
	]) {
		answers['/meetings/__data.json'] = answer.clone();
		const heard = await fetches()(meetings, {});
		expect([heard.status, await heard.text()]).toEqual([answer.status, await answer.text()]);
	}
	expect(view.late).toEqual([]);
});
test('drawn anew, a page whose server cannot just now stays as it is', async () => {
	const busy = { status: 503, headers: { 'x-vores-plan': '1' } };
	answers['/plan/__data.json'] = new Response('{"message":"common:error.unavailable"}', busy);
	expect(await said(fetches()(plan, {}))).toMatchObject({ type: 'data' });
});
test('drawn anew, a page goes on showing its receipt', async () => {
	isReceiptShown.is = true;
	answers['/plan/__data.json'] = new Response(good);
	await fetches()(plan, {});
	isReceiptShown.is = false;
	expect(view.asked).toEqual(['/plan/__data.json?x-sveltekit-invalidated=001']);
});
test('everything else goes as it is', async () => {
	answers['/api/outbox'] = portal();
	expect(await (await fetches()('http://house/api/outbox')).text()).toBe('<h1>Hotel</h1>');
});
