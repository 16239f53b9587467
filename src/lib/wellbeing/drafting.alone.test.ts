/** Answers on their way to be kept: on a quick network, on one that hangs, and when all of them are sent as one. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Drafting, draftingOf, drawn } from './drafting';

const address = '/wellbeing/who5/answer?/keep&in=da';
/** What was sent, as question and answer, and where. */
let sent: string[];
/** When they say that they were answered. */
let times: number[];
/** How the network is. */
let answers: (body: URLSearchParams) => object | null;
let isHanging: boolean;
beforeEach(() => {
	vi.useFakeTimers();
	sent = [];
	times = [];
	isHanging = false;
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
	const made = new Drafting(address, 'emil');
	for (const [question, answer] of given) made.keep(question, answer);
	return made;
};
const passes = (time = 0) => vi.advanceTimersByTimeAsync(time);

test('they go one after the other, the newest of a question last, and none twice', async () => {
	const one = drafting([1, 3], [2, 5], [1, null]);
	expect(sent).toEqual(['1: 3']);
	await passes();
	expect(sent).toEqual(['1: 3', '2: 5', '1: ']);
	one.keep(3, 0);
	await passes();
	expect(sent).toEqual(['1: 3', '2: 5', '1: ', '3: 0']);
	expect(one.lacks).toBe(false);
});

test('what hangs is given up on and said, and goes again with the next', async () => {
	isHanging = true;
	const one = drafting([1, 3], [2, 5]);
	await passes(1_999);
	expect(one.lacks).toBe(false);
	await passes(1);
	expect(one.lacks, 'nobody is told that it is kept').toBe(true);
	await passes(6_000);
	expect([sent, one.lacks]).toEqual([['1: 3'], true]);
	isHanging = false;
	one.keep(3, 0);
	await passes();
	expect([sent.slice(1), one.lacks]).toEqual([['1: 3', '2: 5', '3: 0'], false]);
});

test('without a network none is tried after the first; a refused one keeps no other back', async () => {
	answers = () => null;
	const one = drafting([1, 3], [2, 5]);
	await passes();
	expect([sent, one.lacks]).toEqual([['1: 3'], true]);
	answers = (body) => (body.get('question') === '1' ? { type: 'failure' } : { location: '/wellbeing/x' });
	one.keep(3, 0);
	await passes();
	expect([sent.slice(1), one.lacks]).toEqual([['1: 3', '2: 5', '3: 0'], true]);
	one.keep(4, 1);
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
	one.forget();
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
	const another = drafting([1, 2]);
	await passes(8_000);
	isHanging = false;
	another.forget();
	one.keep(2, 4);
	await passes();
	expect(sent).toEqual(['1: 9', '1: 2', '1: 9', '2: 4']);
	expect(times.map((time) => time - ours)).toEqual([5_000, 5_001, 5_000, 13_000]);
});

test('what did not come through is tried again with no page in view, more and more seldom', async () => {
	answers = () => null;
	const one = drafting([1, 3], [2, 5]);
	for (const [pause, tries] of [
		[2_999, 1],
		[1, 2],
		[6_000, 3],
		[12_000, 4],
		[24_000, 5],
		[30_000, 6],
		[30_000, 7],
	] as const) {
		await passes(pause);
		expect(sent).toEqual(Array<string>(tries).fill('1: 3'));
	}
	answers = () => ({ location: '/wellbeing/x' });
	await passes(30_000);
	expect([sent.slice(7), one.lacks]).toEqual([['1: 3', '2: 5'], false]);
});

test('whom the server does not know any more is not sent again and again', async () => {
	answers = () => ({ location: '/sign-in' });
	const one = drafting([1, 3]);
	await passes(60_000);
	expect([sent, one.lacks]).toEqual([['1: 3'], true]);
	answers = () => ({ location: '/wellbeing/x' });
	// They open the page again.
	draftingOf(address, 'emil').goOn();
	await passes();
	expect([sent.slice(1), one.lacks]).toEqual([['1: 3'], false]);
	one.forget();
});

test('what was begun stands there again for the same person, as long as the server may lack it', async () => {
	const none = [null, null, null, null, null];
	const served = new Date(Date.now() + 60_000_000);
	const left = (person = 'emil', at = served) => draftingOf(address, person).withLeft('who5', none, at);
	drawn(served);
	expect(left()).toBeNull();
	answers = () => null;
	const one = drafting([1, 3], [2, 5], [1, 4]);
	await passes();
	expect(left()).toEqual([4, 5, null, null, null]);
	expect(draftingOf(address, 'emil').lacks).toBe(true);
	expect(draftingOf('/wellbeing/who5/answer?/keep', 'emil'), 'in another language').toBe(one);
	expect(left('amira')).toBeNull();
	expect(draftingOf('/wellbeing/ladder/answer?/keep', 'emil').withLeft('ladder', [null], served)).toBeNull();
	expect(one.withLeft('who5', [0, 0, 0, null, null], served)).toEqual([4, 5, 0, null, null]);

	const notSent = one.forget();
	expect(left(), 'sent as one').toBeNull();
	await passes(60_000);
	expect(sent).toHaveLength(1);
	notSent();
	await passes();
	expect(left()).toEqual([4, 5, null, null, null]);

	answers = () => ({ location: '/wellbeing/x' });
	await passes(60_000);
	expect(one.lacks).toBe(false);
	expect(left('emil', served), 'a page drawn before').toEqual([4, 5, null, null, null]);
	expect(left('emil', new Date(served.getTime() + 200_000)), 'the server says it itself').toBeNull();
	one.forget();
});
