/** What is told on Home of meetings that are cancelled. */
import { expect, test } from 'vitest';
import { cancelledTold } from './cancelled';

type Cancellation = Parameters<typeof cancelledTold>[0][number];

const cancellation = (
	day: number,
	byName: string | null = null,
	more: Partial<Cancellation> = {},
): Cancellation => ({
	id: `on-${day}`,
	familyId: 'holm',
	startsAt: `2026-12-${day}T10:00:00Z`,
	cancelledAt: '2026-11-28T10:00:00Z',
	byName,
	byId: null,
	atWork: false,
	isAsked: false,
	...more,
});
const whose = (family: string) => `of ${family}`;

test('it is said when it was to be, and who cancelled it, where that is known', () => {
	expect(
		cancelledTold([cancellation(10, 'Mette Krogh'), cancellation(21)], { language: 'da', whose }),
	).toEqual([
		{
			key: 'home:cancelledBy',
			values: { day: 'torsdag den 10. december', by: 'Mette Krogh' },
			href: '/meetings/on-10',
			whose: 'of holm',
			isOff: true,
		},
		{
			key: 'home:cancelled',
			values: { day: 'mandag den 21. december' },
			href: '/meetings/on-21',
			whose: 'of holm',
			isOff: true,
		},
	]);
});

test('of many it is said how many, and where they stand', () => {
	const many = [10, 11, 12, 13].map((day) => cancellation(day));
	expect(cancelledTold(many.slice(1), { language: 'da', whose })).toHaveLength(3);
	expect(cancelledTold(many, { language: 'da', whose })).toEqual([
		{
			key: 'home:cancelledMany',
			values: { count: 4 },
			href: '/meetings#cancelled',
			whose: undefined,
			isOff: true,
		},
	]);
});

test('what is held after all is said before that, one by one, and asks who has not answered', () => {
	const held = [10, 11, 12, 13].map((day) =>
		cancellation(day, null, { cancelledAt: null, isAsked: day === 11 }),
	);
	const lines = cancelledTold([cancellation(21), ...held], { language: 'da' });
	expect(lines.map(({ key, isOff }) => [key, isOff])).toEqual([
		['home:heldAgain', false],
		['home:heldAgainAsk', false],
		['home:heldAgain', false],
		['home:heldAgain', false],
		['home:cancelled', true],
	]);
	expect(lines[0]).toMatchObject({ values: { day: 'torsdag den 10. december' }, href: '/meetings/on-10' });
});
