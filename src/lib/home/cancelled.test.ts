/** What is told on Home of meetings that are cancelled. */
import { expect, test } from 'vitest';
import { cancelledTold } from './cancelled';

const cancellation = (day: number, byName: string | null = null) => ({
	id: `on-${day}`,
	familyId: 'holm',
	startsAt: `2026-12-${day}T10:00:00Z`,
	cancelledAt: '2026-11-28T10:00:00Z',
	byName,
});
const all = (rows: ReturnType<typeof cancellation>[]) => ({ rows, isCut: false });
const whose = (family: string) => `of ${family}`;

test('it is said when it was to be, and who cancelled it, where that is known', () => {
	expect(cancelledTold(all([cancellation(10, 'Mette Krogh'), cancellation(21)]), 'da', whose)).toEqual([
		{
			key: 'home:cancelledBy',
			values: { day: 'torsdag den 10. december', by: 'Mette Krogh' },
			href: '/meetings/on-10',
			whose: 'of holm',
		},
		{
			key: 'home:cancelled',
			values: { day: 'mandag den 21. december' },
			href: '/meetings/on-21',
			whose: 'of holm',
		},
	]);
});

test('of many it is said how many, and where they stand', () => {
	const many = [10, 11, 12, 13].map((day) => cancellation(day));
	expect(cancelledTold(all(many.slice(1)), 'da', whose)).toHaveLength(3);
	expect(cancelledTold(all(many), 'da', whose)).toEqual([
		{ key: 'home:cancelledMany', values: { count: 4 }, href: '/meetings#cancelled', whose: undefined },
	]);
	const [cut] = cancelledTold({ rows: many, isCut: true }, 'da', whose);
	expect(cut).toMatchObject({ key: 'home:cancelledMore', values: { count: 4 } });
});
