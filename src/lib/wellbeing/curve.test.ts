import { expect, test } from 'vitest';
import { frame, monthsIn, placesOf, smallRangeOf, spanOf } from './curve';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

test('the picture begins with the first moment and ends with the last', () => {
	const span = spanOf(['2026-06-01T00:00:00Z', '2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z']);
	const { x, y } = placesOf('ladder', span);
	expect(x('2026-03-01T00:00:00Z')).toBe(frame.left);
	expect(x('2026-06-01T00:00:00Z')).toBe(frame.width - frame.right);
	expect(y(0)).toBe(frame.height - frame.bottom);
	expect(y(10)).toBe(frame.top);
	expect(y(5)).toBe((frame.top + frame.height - frame.bottom) / 2);
});

test('the saddest face is the bottom of its picture', () => {
	const { y } = placesOf('smiley', { from: 0, to: 1 });
	expect(y(1)).toBe(frame.height - frame.bottom);
	expect(y(5)).toBe(frame.top);
});

test('one answer has a month of air after it, and a place that is a number', () => {
	const span = spanOf(['2026-03-01T00:00:00Z']);
	expect(span).toEqual({ from: day('2026-03-01'), to: day('2026-03-31') });
	expect(placesOf('who5', span).x('2026-03-01T00:00:00Z')).toBe(frame.left);
});

test('months are named a few at a time', () => {
	expect(monthsIn({ from: day('2026-03-05'), to: day('2026-06-20') })).toEqual([
		'2026-04-01',
		'2026-05-01',
		'2026-06-01',
	]);
	expect(monthsIn({ from: day('2026-11-05'), to: day('2027-07-20') })).toEqual([
		'2026-12-01',
		'2027-02-01',
		'2027-04-01',
		'2027-06-01',
	]);
	expect(monthsIn({ from: day('2026-03-05'), to: day('2026-03-20') })).toEqual([]);
});

test.each([
	['who5', [50, 52], { lowest: 31, highest: 71 }],
	['who5', [20, 80], { lowest: 20, highest: 80 }],
	['ladder', [3], { lowest: 1, highest: 5 }],
] as const)('a small picture of %s %j shows %j', (topic, scores, range) => {
	expect(
		smallRangeOf(
			topic,
			scores.map((score) => ({ at: '2026-03-01T00:00:00Z', score })),
		),
	).toEqual(range);
});
