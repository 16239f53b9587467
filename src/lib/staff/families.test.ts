import { describe, expect, test } from 'vitest';
import { inOrder, newsOf, orderOf } from './families';

const touch = (goalId: string, at: string) => ({ familyId: 'holm', goalId, at });
const visit = '2026-03-10T10:00:00Z';

describe('what is new in a plan', () => {
	test('a goal something happened to twice is one piece of news, as new as the latest', () => {
		const touches = [
			touch('a', '2026-03-11T10:00:00Z'),
			touch('a', '2026-03-13T10:00:00Z'),
			touch('b', '2026-03-12T10:00:00Z'),
		];
		expect(newsOf(touches, visit)).toEqual({ goals: 2, latest: '2026-03-13T10:00:00Z' });
	});
	test('what I have seen is no news', () => {
		expect(newsOf([touch('a', visit), touch('b', '2026-03-01T10:00:00Z')], visit)).toBeNull();
	});
	test('moments compare as moments, however they are written', () => {
		expect(newsOf([touch('a', '2026-03-10T11:30:00+02:00')], visit)).toBeNull();
	});
	test('who has never looked has no news: everything is', () => {
		expect(newsOf([touch('a', visit)], null)).toBeNull();
	});
});

describe('the order of the list', () => {
	const families = [
		{ name: 'Familien Østergaard', visitedAt: visit, news: null },
		{ name: 'Familien Holm', visitedAt: visit, news: { goals: 1, latest: '2026-03-11T10:00:00Z' } },
		{ name: 'Familien Bak', visitedAt: visit, news: { goals: 9, latest: '2026-03-10T10:00:00Z' } },
		{ name: 'Familien Lind', visitedAt: null, news: null },
		{ name: 'Familien Aagaard', visitedAt: visit, news: null },
	];
	const names = (order: 'news' | 'name') => inOrder(families, order).map(({ name }) => name.slice(9));

	test('by name, as Danes spell', () => {
		expect(names('name')).toEqual(['Bak', 'Holm', 'Lind', 'Østergaard', 'Aagaard']);
	});
	test('by news: never seen, then the latest, then the rest by name; how much is new does not count', () => {
		expect(names('news')).toEqual(['Lind', 'Holm', 'Bak', 'Østergaard', 'Aagaard']);
	});
	test('anything else in the address is the order by news', () => {
		expect(orderOf('name')).toBe('name');
		expect(orderOf('rating')).toBe('news');
		expect(orderOf(null)).toBe('news');
	});
});
