/** Answers on their way to be kept: on a quick network, on one that hangs, and when all of them are sent as one. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawn, Drafting } from './drafting';

const address = '/wellbeing/who5/answer?/keep&in=da';
/** What was sent, as question and answer, and where. */
let sent: string[];
/** When they say that they were answered. */
let times: number[];
/** How the network is. */
let answers: (body: URLSearchParams) => object | null;
let isHanging: boolean;
let isLacking: boolean;
beforeEach(() => {
	vi.useFakeTimers();
	sent = [];
	times = [];
	isHanging = false;
	isLacking = false;
	answers = (body) => ({ location: `/wellbeing/who5/answer?step=${Number(body.get('question')) + 1}` });
	vi.stubGlobal('fetch', (to: string, { body, signal }: { body: URLSearchParams; signal: AbortSignal }) => {
		expect([to, body.get('_form'), body.get('_person')]).toEqual([address, 'keep', 'emil']);
		sent.push(`${body.get('question')}: ${body.get('answer')}`);
		times.push(Date.parse(body.get('answeredAt')!));
		if (isHanging)
			return new Promise((_, fail) => signal.addEventListener('abort', () => fail(new Error('aborted'))));
		const said = answers(body);
		return said ? Promise.resolve(Response.json(said)) : Promise.reject(new TypeError('Failed to fetch'));
	});
});
afterEach(() => {
	expect(vi.getTimerCount()).toBe(0);
	vi.useRealTimers();
	vi.unstubAllGlobals();
});
const drafting = (...given: [question: number, answer: number | null][]) => {
	const made = new Drafting(address, (is) => (isLacking = is));
	for (const [question, answer] of given) made.keep(question, answer, 'emil');
	return made;
};
const passes = (time = 0) => vi.advanceTimersByTimeAsync(time);

test('they go one after the other, the newest of a question last, and none twice', async () => {
	const one = drafting([1, 3], [2, 5], [1, null]);
	expect(sent).toEqual(['1: 3']);
	await passes();
	expect(sent).toEqual(['1: 3', '2: 5', '1: ']);
	one.keep(3, 0, 'emil');
	await passes();
	expect(sent).toEqual(['1: 3', '2: 5', '1: ', '3: 0']);
	expect(isLacking).toBe(false);
});

test('what hangs is given up on and said, and goes again with the next', async () => {
	isHanging = true;
	const one = drafting([1, 3], [2, 5]);
	await passes(8_000);
	expect([sent, isLacking]).toEqual([['1: 3'], true]);
	isHanging = false;
	one.keep(3, 0, 'emil');
	await passes();
	expect([sent.slice(1), isLacking]).toEqual([['1: 3', '2: 5', '3: 0'], false]);
});

test('without a network none is tried after the first; a refused one keeps no other back', async () => {
	answers = () => null;
	const one = drafting([1, 3], [2, 5]);
	await passes();
	expect([sent, isLacking]).toEqual([['1: 3'], true]);
	answers = (body) => (body.get('question') === '1' ? { type: 'failure' } : { location: '/wellbeing/x' });
	one.keep(3, 0, 'emil');
	await passes();
	expect([sent.slice(1), isLacking]).toEqual([['1: 3', '2: 5', '3: 0'], true]);
	one.keep(4, 1, 'emil');
	await passes();
	expect(sent.slice(4)).toEqual(['1: 3', '4: 1']);
});

test('once all are sent as one, what is on its way is waited for, and what hangs comes no more', async () => {
	const quick = drafting([1, 3], [2, 5]);
	await quick.end();
	expect(sent).toEqual(['1: 3', '2: 5']);
	isHanging = true;
	const one = drafting([1, 3], [2, 5]);
	let isOver = false;
	void one.end().then(() => (isOver = true));
	await passes(2_499);
	expect(isOver).toBe(false);
	await passes(1);
	expect([isOver, sent.slice(2)]).toEqual([true, ['1: 3']]);
	await drafting().end();
});

test('each says when it was answered, by our clock, and none the same as another', async () => {
	const ours = Date.now() + 3 * 60 * 60_000;
	drawn(new Date(ours));
	// One page was drawn with an older answer of the server's.
	drawn(new Date(ours - 60_000));
	await passes(5_000);
	isHanging = true;
	const one = drafting([1, 9]);
	drafting([1, 2]);
	await passes(8_000);
	isHanging = false;
	one.keep(2, 4, 'emil');
	await passes();
	expect(sent).toEqual(['1: 9', '1: 2', '1: 9', '2: 4']);
	expect(times.map((time) => time - ours)).toEqual([5_000, 5_001, 5_000, 13_000]);
});
