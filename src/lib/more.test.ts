import { describe, expect, test } from 'vitest';
import { cut, cutAtOne, hasMore, widest, windowOf } from './more';

const asked = (search: string) => windowOf(new URLSearchParams(search), 20);

describe('a list that grows', () => {
	test('begins with the first step, and grows as far as is asked', () => {
		expect(asked('')).toEqual({ from: 0, to: 20, step: 20 });
		expect(asked('more=40')).toEqual({ from: 0, to: 40, step: 20 });
		expect(windowOf(new URLSearchParams('notes=40'), 20, 'notes').to).toBe(40);
	});

	test.each(['more=', 'more=x', 'more=-5', 'more=3', 'more=1.5', 'more=1e99', 'more=NaN'])(
		'%s is the first step',
		(search) => {
			expect(asked(search)).toEqual({ from: 0, to: 20, step: 20 });
		},
	);

	test('never shows more than the widest: then the first give way', () => {
		expect(asked('more=1000')).toEqual({ from: 1000 - widest, to: 1000, step: 20 });
	});

	test('that is asked for from beyond its end leads to its beginning, and an empty one is empty', () => {
		const beyond = () => {
			throw new Error('beyond');
		};
		const [first, last] = [windowOf(new URLSearchParams(), 2), { from: 2, to: 4, step: 2 }];
		for (const list of [cut, cutAtOne]) {
			expect(list([], { ...first, beyond }).rows).toEqual([]);
			expect(() => list([], { ...last, beyond })).toThrow('beyond');
		}
		expect(() => cut(['a', 'b'], { ...last, beyond })).toThrow('beyond');
	});

	test('says which rows came, and of how many', () => {
		expect(cut(['a', 'b', 'c'], { from: 0, to: 2, step: 2 })).toEqual({
			rows: ['a', 'b'],
			from: 0,
			to: 2,
			of: 3,
			step: 2,
		});
		expect(cut(['a', 'b', 'c'], { from: 2, to: 4, step: 2 })).toEqual({
			rows: ['c'],
			from: 2,
			to: 3,
			of: 3,
			step: 2,
		});
		expect(cut([], { from: 0, to: 2, step: 2 }).of).toBe(0);
	});
});

test.each([
	[{ to: 40, of: 50 }, true],
	[{ to: 50, of: 50 }, false],
	[{ to: 880, of: 1200, most: 900 }, true],
	[{ to: 900, of: 1200, most: 900 }, false],
])('of %j there is more to go to: %s', (shown, isThere) => {
	expect(hasMore({ from: 0, step: 20, ...shown })).toBe(isThere);
});
