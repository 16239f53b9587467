import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { danishDay } from '$lib/i18n/format';
import { ShareAnswers } from './commands.server';
import {
	alreadyRead,
	byDay,
	holding,
	inForce,
	inSentence,
	monthsLater,
	untilOf,
	type Read,
	type Share,
} from './sharing';

const share = (changes: Partial<Share> = {}): Share => ({
	id: 's1',
	topic: 'ladder',
	professionalName: 'Mette Krogh',
	professionalId: 'mette',
	validUntil: '2026-06-30',
	createdAt: '2026-03-02T09:00:00Z',
	withdrawnAt: null,
	...changes,
});

describe('a share holds', () => {
	test.each([
		// One second before and at midnight in Denmark: summer time is two hours ahead of UTC, winter time one.
		['2026-06-30', '2026-06-30T21:59:59Z', true],
		['2026-06-30', '2026-06-30T22:00:00Z', false],
		['2026-12-31', '2026-12-31T22:59:59Z', true],
		['2026-12-31', '2026-12-31T23:00:00Z', false],
	])('until %s, so at %s: %s', (validUntil, now, expected) => {
		expect(inForce(share({ validUntil }), danishDay(new Date(now)))).toBe(expected);
	});

	test('not once it is withdrawn, whatever day it was until', () => {
		expect(inForce(share({ withdrawnAt: '2026-04-01T08:00:00Z' }), '2026-04-01')).toBe(false);
	});

	test('for one professional and one topic, the longest of several', () => {
		const shares = [
			share({ id: 'short', validUntil: '2026-05-01' }),
			share({ id: 'long', validUntil: '2026-07-01' }),
			share({ id: 'ended', validUntil: '2026-08-01', withdrawnAt: '2026-03-03T08:00:00Z' }),
			share({ id: 'other topic', topic: 'who5', validUntil: '2026-09-01' }),
			share({ id: 'other person', professionalId: 'jonas', validUntil: '2026-09-01' }),
		];
		expect(holding(shares, 'mette', 'ladder', '2026-04-01')?.id).toBe('long');
		expect(holding(shares, 'mette', 'ladder', '2026-07-02')).toBeUndefined();
	});
});

describe('how long', () => {
	test.each([
		['2026-01-31', 1, '2026-02-28'],
		['2027-11-30', 3, '2028-02-29'],
		['2026-08-31', 6, '2027-02-28'],
		['2026-11-23', 1, '2026-12-23'],
		['2028-02-29', 12, '2029-02-28'],
	])('%s and %i months is %s', (day, months, later) => {
		expect(monthsLater(day, months)).toBe(later);
	});

	test('is a number of months or a day of one’s own', () => {
		expect(untilOf({ period: '3', until: '2020-01-01' }, '2026-11-23')).toBe('2027-02-23');
		expect(untilOf({ period: 'day', until: '2026-12-01' }, '2026-11-23')).toBe('2026-12-01');
	});

	test('must be said, and the day must be a day', () => {
		const ids = {
			id: '0190a5c0-0000-7000-8000-000000000001',
			professional: '0190a5c0-0000-7000-8000-000000000002',
			profession: 'Lærer',
			topic: 'ladder',
		};
		const errorsOf = (rest: object) => {
			const { issues } = v.safeParse(ShareAnswers, { ...ids, ...rest });
			return issues && v.flatten<typeof ShareAnswers>(issues).nested;
		};
		expect(errorsOf({ period: '1' })).toBeUndefined();
		expect(errorsOf({ period: 'day', until: '2026-12-01' })).toBeUndefined();
		expect(errorsOf({ period: '' })).toEqual({ period: ['sharing:error.periodMissing'] });
		expect(errorsOf({ period: 'day', until: '' })).toEqual({ until: ['sharing:error.dateUnclear'] });
		expect(errorsOf({ period: 'day', until: '2026-02-31' })).toEqual({
			until: ['sharing:error.dateUnclear'],
		});
	});
});

test('what withdrawing does not erase is the most that was seen at once', () => {
	const read = (readerId: string, topic: Read['topic'], answersRead: number | null) =>
		({ readerId, topic, answersRead }) as Read;
	const reads = [
		read('mette', 'ladder', 2),
		read('mette', 'ladder', 3),
		read('mette', 'ladder', null),
		read('mette', 'who5', 8),
		read('jonas', 'ladder', 9),
		read('jonas', 'who5', null),
	];
	expect(alreadyRead(reads, 'mette', 'ladder')).toBe(3);
	expect(alreadyRead(reads, 'mette', 'smiley')).toBe(0);
	expect(alreadyRead(reads, 'jonas', 'who5'), 'opened, nobody knows').toBeNull();
});

test('reads are told by day in Denmark, in the order they come', () => {
	const at = (readAt: string) => ({ readAt }) as Read;
	// The second is after midnight in Denmark, on the same day in UTC as the third.
	const [a, b, c] = [at('2026-06-02T08:00:00Z'), at('2026-06-01T22:30:00Z'), at('2026-06-01T08:00:00Z')];
	expect(byDay([a!, b!, c!])).toEqual([
		{ day: '2026-06-02', reads: [a, b] },
		{ day: '2026-06-01', reads: [c] },
	]);
	expect(byDay([])).toEqual([]);
});

test.each([
	['Sundhedsplejerske', 'sundhedsplejerske'],
	['PPR-psykolog', 'PPR-psykolog'],
	['Ældrerådgiver', 'ældrerådgiver'],
])('%s is %s in the middle of a sentence', (profession, words) => {
	expect(inSentence(profession)).toBe(words);
});
