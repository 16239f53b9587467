import { describe, expect, test } from 'vitest';
import { aimBy, aimOf } from './aim';
import { baselineOf, changeOf, comparisonOf } from './change';
import { helpLinesFor, telOf } from './helplines';
import { bandOf, scoreOf } from './score';
import { isWorrying } from './worry';

const day = '2026-11-23';
const at = new Date('2026-11-23T20:00:00Z');

describe('score', () => {
	test.each([
		['who5', [0, 0, 0, 0, 0], 0],
		['who5', [5, 5, 5, 5, 5], 100],
		['who5', [3, 2, 3, 2, 3], 52],
		['who5', [3, 2, 3, 2], null],
		['who5', [3, 2, 3, 2, 9], null],
		['ladder', [4, 9], 4],
		['smiley', [1], 1],
	] as const)('%s %j comes to %j', (topic, answers, score) => {
		expect(scoreOf(topic, answers)).toBe(score);
	});

	test.each([
		[0, 'low'],
		[35, 'low'],
		[36, 'somewhatLow'],
		[50, 'somewhatLow'],
		[51, 'fine'],
	] as const)('WHO-5 %i is read as %s', (score, band) => {
		expect(bandOf(score, day)).toBe(band);
	});
});

describe('change', () => {
	test.each([
		['who5', 32, 41, 'same'],
		['who5', 32, 42, 'better'],
		['who5', 32, 52, 'muchBetter'],
		['who5', 52, 43, 'same'],
		['who5', 52, 42, 'worse'],
		['who5', 52, 32, 'muchWorse'],
		['ladder', 3, 3, 'same'],
		['ladder', 3, 4, 'better'],
		['scale', 6, 4, 'muchWorse'],
		['smiley', 2, 4, 'muchBetter'],
	] as const)('%s from %i to %i is %s', (topic, before, after, change) => {
		expect(changeOf(topic, before, after)).toBe(change);
	});

	test('is measured from the first answer on or after the day of enrolment, in Denmark', () => {
		const ratings = [
			{ id: 'later', ratedAt: '2026-03-10T10:00:00Z' },
			{ id: 'before', ratedAt: '2026-03-01T22:30:00Z' },
			// Half past midnight on the day of enrolment in Denmark, still the day before in UTC.
			{ id: 'at night', ratedAt: '2026-03-01T23:30:00Z' },
		];
		expect(baselineOf(ratings, '2026-03-02')?.id).toBe('at night');
		expect(baselineOf(ratings, '2026-04-01')).toBeUndefined();
		expect(baselineOf(ratings, null)).toBeUndefined();
	});
});

test('the last answer is compared with the baseline, otherwise with the first', () => {
	const [early, later, last] = ['2026-01-05', '2026-03-05', '2026-05-05'].map((day) => ({
		ratedAt: `${day}T10:00:00Z`,
	}));
	const all = [early!, later!, last!];
	expect(comparisonOf(all, '2026-02-01')).toEqual({ before: later, last });
	expect(comparisonOf(all, '2026-06-01')).toEqual({ before: early, last });
	expect(comparisonOf(all, '2026-05-01')).toBeUndefined();
	expect(comparisonOf([], null)).toBeUndefined();
});

describe('aim', () => {
	test.each([
		['scale', 0, { kind: 'fromZero' }],
		['scale', 1, { kind: 'target', target: 1.5 }],
		['scale', 6, { kind: 'target', target: 9 }],
		['scale', 6.66, { kind: 'target', target: 9.99 }],
		['scale', 6.67, { kind: 'beyond' }],
		['scale', 10, { kind: 'beyond' }],
		['who5', 0, { kind: 'fromZero' }],
		['who5', 64, { kind: 'target', target: 96 }],
		['who5', 68, { kind: 'beyond' }],
	] as const)('%s from %d', (topic, baseline, expected) => {
		const aim = aimOf(topic, baseline, day);
		expect(aim.kind).toBe(expected.kind);
		if (aim.kind === 'target' && expected.kind === 'target')
			expect(aim.target).toBeCloseTo(expected.target, 5);
	});

	test('is due a year after enrolment', () => {
		expect(aimBy('2026-03-02')).toBe('2027-03-02');
		expect(aimBy('2028-02-29')).toBe('2029-03-01');
	});
});

describe('help is shown', () => {
	test.each([
		['who5', 50, undefined, true],
		['who5', 52, undefined, false],
		['ladder', 4, undefined, true],
		['ladder', 5, undefined, false],
		['smiley', 2, undefined, true],
		['smiley', 3, undefined, false],
		['scale', 3, 'mental', true],
		['scale', 4, 'mental', false],
		['scale', 0, 'physical', false],
		['who5', null, undefined, false],
	] as const)('%s %j %s: %s', (topic, score, kind, expected) => {
		expect(isWorrying(topic, score, at, kind)).toBe(expected);
	});

	test('with the line for children first to those under 18', () => {
		expect(helpLinesFor(17, null)[0]?.phone).toBe('116 111');
		expect(helpLinesFor(18, null)[0]?.phone).toBe('112');
		expect(helpLinesFor(null, null)[0]?.phone).toBe('112');
	});

	test('with the number of the municipality, where it has one', () => {
		expect(helpLinesFor(39, '00 00 00 10').find(({ id }) => id === 'duty')?.phone).toBe('00 00 00 10');
		expect(helpLinesFor(39, null).map(({ id }) => id)).not.toContain('duty');
	});

	test('with the hours somebody answers, for every line of the program', () => {
		for (const line of helpLinesFor(39, null)) expect(line.hours, line.id).not.toBeNull();
		expect(helpLinesFor(39, null).find(({ id }) => id === 'lifeline')?.hours).toEqual({
			from: '11:00',
			to: '05:00',
		});
	});

	test('as links that call', () => {
		expect(telOf('70 201 201')).toBe('tel:70201201');
		expect(telOf('+45 00 00 00 10')).toBe('tel:+4500000010');
	});
});
