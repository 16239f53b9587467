/** Whether a family whose course is over, or that takes part again, is told so first; and for how long. */
import { expect, test } from 'vitest';
import type { Enrolment } from '$lib/enrolment/enrolment';
import { courseTold } from './courses';

const now = new Date('2026-11-27T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000).toISOString();
const course = (is: Partial<Enrolment>) =>
	({
		visitedOn: '2026-01-05',
		answer: 'accepted',
		endedOn: null,
		endedAt: null,
		createdAt: ago(300),
		...is,
	}) as Enrolment;
const over = (days: number) => course({ endedOn: '2026-11-01', endedAt: ago(days) });
const told = (enrolments: Enrolment[], isAll = false) =>
	courseTold(
		{ whose: undefined, enrolments, isAll, cancelled: false, isChild: false, municipality: undefined },
		{ t: ((key: string) => key) as never, language: 'da', now },
	)?.key ?? null;

test('of a family that was never enrolled, or goes on as it was, nothing is told', () => {
	expect([told([]), told([course({})])]).toEqual([null, null]);
});
test('of one that ended, for as long as nothing else is left; beside another, for 90 days', () => {
	expect([told([over(1)]), told([over(89)]), told([over(91)])]).toEqual(['home:thanks', 'home:thanks', null]);
	expect(told([over(91)], true)).toBe('home:thanks');
});
test('that it is with us again, for 90 days', () => {
	const again = (days: number) => course({ createdAt: ago(days) });
	expect([told([again(89), over(100)]), told([again(91), over(100)])]).toEqual(['home:again', null]);
});
test('who said no the first time was never here, and is not welcomed back', () => {
	const declined = course({ answer: 'declined', endedOn: '2026-03-01', endedAt: ago(200) });
	expect(told([course({ createdAt: ago(1) }), declined])).toBeNull();
});
test('a child is told whom to ask at home, and not whom to call', () => {
	const end = (isChild: boolean) =>
		courseTold(
			{
				whose: undefined,
				enrolments: [over(1)],
				isAll: true,
				cancelled: true,
				isChild,
				municipality: { words: 'Ring til kommunen', phone: '00 00 00 10' },
			},
			{ t: ((key: string) => key) as never, language: 'da', now },
		)!;
	expect(end(true).text).toBe('enrolment:over. enrolment:overMeetings enrolment:overChild');
	expect(end(true).call).toBeNull();
	expect(end(false).text).toMatch(/overText$/);
	expect(end(false).call?.href).toBe('tel:00000010');
});
