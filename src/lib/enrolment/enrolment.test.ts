import { expect, test } from 'vitest';
import { happenings, inForce, tierNow, type Enrolment } from './enrolment';

const enrolment: Enrolment = {
	id: '1',
	familyId: 'f',
	visitedOn: '2026-01-05',
	offeredOn: '2026-01-05',
	answeredOn: '2026-01-05',
	answer: 'accepted',
	endedOn: null,
	endedAt: null,
	createdAt: '2026-01-05T10:00:00Z',
	tiers: [
		{ tier: 'normalising', fromOn: '2026-03-01' },
		{ tier: 'stabilising', fromOn: '2026-01-05' },
	],
};
const told = (of: Enrolment) => happenings(of).map(({ kind, isNow }) => kind + (isNow ? '!' : ''));

test('what has happened is told in order of time, and of one day in the order in which it happens', () => {
	expect(told(enrolment)).toEqual(['visited', 'offered', 'accepted', 'stabilising', 'normalising!']);
	expect(told({ ...enrolment, endedOn: '2026-03-01' })).toEqual([
		'visited',
		'offered',
		'accepted',
		'stabilising',
		'normalising',
		'ended',
	]);
	const bare = { ...enrolment, offeredOn: null, answeredOn: null, answer: null, tiers: [] };
	expect(told(bare)).toEqual(['visited']);
	expect(
		told({ ...enrolment, answer: 'declined', answeredOn: '2026-01-09', endedOn: '2026-01-09', tiers: [] }),
	).toEqual(['visited', 'offered', 'declined', 'ended']);
});

test('the tier in force is the one that began last, until the enrolment ends', () => {
	expect(tierNow(enrolment)).toEqual({ tier: 'normalising', fromOn: '2026-03-01' });
	expect(tierNow({ ...enrolment, tiers: [] })).toBeNull();
	expect(tierNow({ ...enrolment, endedOn: '2026-04-01' })).toBeNull();
});

test('a tier that comes back is now once', () => {
	const back = {
		...enrolment,
		tiers: [...enrolment.tiers, { tier: 'stabilising' as const, fromOn: '2026-05-01' }],
	};
	expect(told(back)).toEqual([
		'visited',
		'offered',
		'accepted',
		'stabilising',
		'normalising',
		'stabilising!',
	]);
});

test('one in force is what a family takes part by', () => {
	const over = { ...enrolment, endedOn: '2026-04-01' };
	expect(inForce([over, enrolment])).toBe(enrolment);
	expect(inForce([over])).toBeNull();
});
