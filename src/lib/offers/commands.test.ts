import { expect, test } from 'vitest';
import { answer } from './commands.server';

const id = (tail: string) => `01900000-0000-7000-8000-00000000000${tail}`;
const [me, child] = [id('1'), id('2')];

/** What is said when I have answered for somebody, or for the whole family. */
const saidTo = (
	about: string | null,
	state: Parameters<typeof answer.receiptOf>[0]['state'],
	stage = 'adult',
) => {
	const given = { id: id('3'), family: id('4'), offer: id('5'), about, state, drawnFrom: null };
	const person = { id: me, families: [{ id: id('4'), stage }] };
	const context = { person } as unknown as Parameters<typeof answer.receiptOf>[2];
	return answer.receiptOf(given, undefined as never, context)?.text;
};

test('the receipt of an answer speaks to one where it is for that one alone', () => {
	expect(saidTo(me, 'started')).toBe('offers:receipt.own.started');
	expect(saidTo(child, 'started')).toBe('offers:receipt.started');
	expect(saidTo(null, 'started')).toBe('offers:receipt.started');
	expect(saidTo(me, 'interested', 'young')).toBe('offers:receipt.own.interested');
	expect(saidTo(me, 'interested', 'child'), 'whose adults ring').toBe('offers:receipt.child');
	expect(saidTo(me, 'not_for_us'), 'which says neither you nor I').toBe('offers:receipt.not_for_us');
});
