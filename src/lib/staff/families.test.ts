import { describe, expect, test } from 'vitest';
import { inOrder, orderOf } from './families';

describe('the order of the list', () => {
	const families = [
		{ name: 'Familien Østergaard', news: { latest: null } },
		{ name: 'Familien Holm', news: { goals: 1, latest: '2026-03-11T10:00:00Z' } },
		{ name: 'Familien Bak', news: { goals: 9, latest: '2026-03-11T10:30:00+02:00' } },
		{ name: 'Familien Lind', news: null },
		{ name: 'Familien Aagaard', news: { latest: null } },
	];
	const names = (order: 'news' | 'name') => inOrder(families, order).map(({ name }) => name.slice(9));

	test('by name, as Danes spell', () => {
		expect(names('name')).toEqual(['Bak', 'Holm', 'Lind', 'Østergaard', 'Aagaard']);
	});
	test('by news: never seen, then the latest, then the rest by name; how much is new does not count, nor how a moment is written', () => {
		expect(names('news')).toEqual(['Lind', 'Holm', 'Bak', 'Østergaard', 'Aagaard']);
	});
	test('anything else in the address is the order by news', () => {
		expect(orderOf('name')).toBe('name');
		expect(orderOf('rating')).toBe('news');
		expect(orderOf(null)).toBe('news');
	});
});
