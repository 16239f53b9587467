import { expect, test } from 'vitest';
import { orderOf } from './families';

test('anything else in the address is the order by news', () => {
	expect(orderOf('name')).toBe('name');
	expect(orderOf('rating')).toBe('news');
	expect(orderOf(null)).toBe('news');
});
