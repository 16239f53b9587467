import { describe, expect, test } from 'vitest';
import { asKept, asRedirect, asUnknown, languageOf, read } from './answer';

// As Kit writes it: values that are the same share a place, here all that are null.
const root = {
	type: 'data',
	data: [
		{ language: 1, person: 2, keepUnder: 3, seenAt: 4, receipt: 5, path: 7, servedAt: 8 },
		'ar',
		{ name: 1 },
		'a1-ar',
		null,
		{ text: 6 },
		'plan:receipt.added',
		'/plan',
		'2026-11-23T08:00:00.000Z',
	],
	uses: {},
};
const page = { type: 'data', data: [{ goals: 1 }, []], uses: {} };
const answer = (nodes: unknown[], more = '') => JSON.stringify({ type: 'data', nodes }) + '\n' + more;
/** The top of the root layout's data, with what stands at the places it points to. */
function rootOf(text: string) {
	type Line = { nodes: { data: [Record<string, number>, ...unknown[]] }[] };
	const [{ data }] = (JSON.parse(text.split('\n')[0]!) as Line).nodes as [Line['nodes'][0]];
	return Object.fromEntries(Object.entries(data[0]).map(([name, place]) => [name, data[place]]));
}

describe('reading an answer', () => {
	test('a whole page says whose it is', () =>
		expect(read(answer([root, null, page]))).toEqual({
			kind: 'data',
			keepUnder: 'a1-ar',
			state: 'whole',
			isFromHere: false,
		}));
	test.each([
		['a copy', asKept(answer([root, page]))],
		[
			'what is said where there is none',
			asUnknown(answer([root, page]), '/offers', 'common:offline.unknown'),
		],
	])('%s is known from an answer of the server', (_, text) =>
		expect(read(text)).toMatchObject({ isFromHere: true }),
	);
	test('nobody signed in is null', () => {
		const nobody = { ...root, data: [{ keepUnder: 1 }, null] };
		expect(read(answer([nobody, page]))).toMatchObject({ keepUnder: null });
	});
	test('without the root layout it does not say', () =>
		expect(read(answer([{ type: 'skip' }, page]))).toEqual({
			kind: 'data',
			keepUnder: undefined,
			state: 'part',
			isFromHere: false,
		}));
	test('a page with an error is not one to keep', () =>
		expect(read(answer([root, { type: 'error', status: 404 }]))).toMatchObject({ state: 'failed' }));
	test('a redirect says where', () =>
		expect(read(asRedirect('/sign-in?to=/plan'))).toEqual({
			kind: 'redirect',
			location: '/sign-in?to=/plan',
		}));
	test.each(['', '<!doctype html>', 'null', '{"type":"data"}'])('%j is not an answer of Kit', (text) =>
		expect(read(text)).toBeNull(),
	);
	test('the language it is written in', () => expect(languageOf(answer([root, page]))).toBe('ar'));
});

describe('what is kept', () => {
	test('carries nothing that was begun', () => {
		const begun = { type: 'data', data: [{ draft: 1, step: 4 }, [2, 3], 5, null, 2], uses: {} };
		const { nodes } = JSON.parse(asKept(answer([root, null, begun, page]))) as {
			nodes: [unknown, null, typeof begun, typeof page];
		};
		const [places, ...values] = nodes[2].data as [Record<string, number>, ...unknown[]];
		expect(values[places.draft! - 1]).toBeNull();
		expect(values[places.step! - 1]).toBe(2);
		expect(nodes[3]).toEqual(page);
	});
	const kept = asKept(answer([root, page], '{"type":"chunk","id":1}\n'));
	test('has the time it was seen, by our clock, and not the receipt, and is otherwise the same', () =>
		expect(rootOf(kept)).toEqual({
			language: 'ar',
			person: { name: 1 },
			keepUnder: 'a1-ar',
			seenAt: '2026-11-23T08:00:00.000Z',
			receipt: null,
			path: '/plan',
			servedAt: '2026-11-23T08:00:00.000Z',
		}));
	test('keeps what came later', () => expect(kept).toMatch(/\{"type":"chunk","id":1\}\n$/));
});

test('an unknown page is the frame of another with an error in its place', () => {
	const text = asUnknown(answer([root, page], '{"type":"chunk"}'), '/offers', 'common:offline.unknown');
	const line = JSON.parse(text) as { nodes: unknown[] };
	expect(rootOf(text)).toMatchObject({ path: '/offers', receipt: null, seenAt: null, keepUnder: 'a1-ar' });
	expect(line.nodes[1]).toEqual({ type: 'error', status: 503, error: { message: 'common:offline.unknown' } });
	expect(line.nodes).toHaveLength(2);
	expect(text).not.toContain('goals');
});
