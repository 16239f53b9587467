import { describe, expect, test } from 'vitest';
import { aimBy, aimOf, hasAim } from './aim';
import { baselineOf, changeOf, comparisonsOf } from './change';
import { telOf } from '$lib/tel';
import { areUnchecked, helpLinesBeside, helpLinesFor } from './helplines';
import { bandOf, scoreOf } from './score';
import { worryOf, worryWords } from './worry';

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
		['who5', 32, 16, 'muchWorse'],
		['who5', 16, 32, 'muchBetter'],
		['ladder', 6, 5, 'worse'],
		['ladder', 2, 1, 'muchWorse'],
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

test('the last answer is compared with the one before and with the baseline, otherwise with the first', () => {
	const [early, later, lately, last] = ['2026-01-05', '2026-03-05', '2026-05-02', '2026-05-05'].map(
		(day) => ({
			ratedAt: `${day}T10:00:00Z`,
		}),
	);
	const all = [early!, later!, lately!, last!];
	const withLast = { against: 'last', before: lately, last };
	expect(comparisonsOf(all, '2026-02-01')).toEqual([withLast, { against: 'start', before: later, last }]);
	expect(comparisonsOf(all, '2026-06-01')).toEqual([withLast, { against: 'first', before: early, last }]);
	expect(comparisonsOf(all, '2026-05-01'), 'the second of a course').toEqual([{ before: lately, last }]);
	expect(comparisonsOf(all, '2026-05-03'), 'the first of a new course').toEqual([{ before: lately, last }]);
	expect(comparisonsOf([early!, last!], null)).toEqual([{ before: early, last }]);
	expect(comparisonsOf([last!], '2026-05-01')).toEqual([]);
	expect(comparisonsOf([], null)).toEqual([]);
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

	test('is for adults, of what they chose to follow', () => {
		expect(hasAim('who5', true)).toBe(true);
		expect(hasAim('scale', true)).toBe(true);
		expect(hasAim('ladder', true)).toBe(false);
		expect(hasAim('who5', false)).toBe(false);
		expect(hasAim('scale', false)).toBe(false);
	});

	test('is due a year after enrolment', () => {
		expect(aimBy('2026-03-02')).toBe('2027-03-02');
		expect(aimBy('2028-02-29')).toBe('2029-03-01');
	});
});

describe('help is shown', () => {
	test.each([
		// Sums of 12 and 13 of 25: scores of 48 and 52.
		['who5', [3, 2, 3, 2, 2], undefined, 'all'],
		['who5', [3, 2, 3, 2, 3], undefined, undefined],
		// 84 of 100, and one answer of 'some of the time'.
		['who5', [5, 5, 5, 5, 1], undefined, 'one'],
		['who5', [5, 5, 5, 5, 2], undefined, undefined],
		['ladder', [4], undefined, 'all'],
		['ladder', [5, 0], undefined, undefined],
		['smiley', [2], undefined, 'all'],
		['smiley', [3], undefined, undefined],
		['scale', [3], 'mental', 'all'],
		['scale', [4], 'mental', undefined],
		['scale', [0], 'physical', undefined],
		['who5', [0, 0, 0, 0], undefined, undefined],
	] as const)('%s %j %s: %s', (topic, answers, kind, expected) => {
		expect(worryOf(topic, answers, at, kind)).toBe(expected);
	});

	test('by what was in force on the day it was answered, Danish time', () => {
		expect(worryOf('smiley', [1], new Date('2026-10-31T22:59:00Z'))).toBeUndefined();
		expect(worryOf('smiley', [1], new Date('2026-10-31T23:00:00Z'))).toBe('all');
	});

	test.each([
		['all', 16, true, 'lowChildNear'],
		['all', 16, false, 'lowChild'],
		['one', 16, true, 'oneAnswerChildNear'],
		['one', 16, false, 'oneAnswerChild'],
		['all', 18, true, 'low'],
		['one', null, true, 'oneAnswer'],
	] as const)('for %s of it at %s, with a helper %s: %s', (worry, age, isNear, words) => {
		expect(worryWords(worry, age, isNear)).toBe(`wellbeing:help.${words}`);
	});

	test('with the line for children first to those under 18', () => {
		expect(helpLinesFor(17, null)[0]?.phone).toBe('116 111');
		expect(helpLinesFor(18, null)[0]?.phone).toBe('70 201 201');
		expect(helpLinesFor(null, null)[0]?.phone).toBe('70 201 201');
		for (const age of [11, 17, 39, null]) expect(helpLinesFor(age, '00').at(-1)?.phone).toBe('112');
	});

	test('beside an answer of an adult without the line for children', () => {
		const beside = (age: number | null) => helpLinesBeside(age, null).map(({ id }) => id);
		expect(beside(17)).toEqual(['children', 'violence', 'lifeline', 'emergency']);
		expect(beside(39)).toEqual(['lifeline', 'violence', 'emergency']);
		expect(beside(null)).toEqual(['lifeline', 'violence', 'emergency']);
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

	test('and whether somebody has compared them all with their source', () => {
		const lines = helpLinesFor(39, '00 00 00 10');
		const compared = lines.map((line) => (line.id === 'duty' ? line : { ...line, checked: '2026-11-01' }));
		expect(areUnchecked(compared), 'the municipality answers for its own').toBe(false);
		for (const [at, line] of compared.entries())
			if (line.id !== 'duty')
				expect(areUnchecked(compared.with(at, lines[at]!)), line.id).toBe(lines[at]!.checked === null);
	});

	test('as links that call', () => {
		expect(telOf('70 201 201')).toBe('tel:70201201');
		expect(telOf('+45 00 00 00 10')).toBe('tel:+4500000010');
	});
});
