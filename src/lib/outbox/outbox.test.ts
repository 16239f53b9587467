import { describe, expect, test } from 'vitest';
import {
	answered,
	handedBackWhenOld,
	held,
	notYours,
	onOurClock,
	toDeliver,
	wordsOf,
	type Command,
} from './outbox';

const noon = Date.parse('2026-11-23T12:00:00.000Z');
const minute = 60_000;
const iso = (time: number) => new Date(time).toISOString();
const command = (id: string, more: Partial<Command> = {}): Command => ({
	...held({ id, name: 'wellbeing.rate', person: 'amira', entries: [] }, noon),
	...more,
});

test('a delivery is not longer than browsers send, and one that is too long goes alone', () => {
	const long = (id: string, letters: number) => command(id, { entries: [['note', 'x'.repeat(letters)]] });
	const ids = (...commands: Command[]) => toDeliver(commands).map(({ id }) => id);
	expect(ids(long('a', 15_000), long('b', 15_000), long('c', 15_000))).toEqual(['a', 'b']);
	expect(ids(long('a', 90_000), long('b', 10))).toEqual(['a']);
});

describe('what the server says decides what becomes of a command', () => {
	const sending = command('a');
	test('sent: it is forgotten', () => expect(answered(sending, { id: 'a', state: 'sent' })).toBeNull());
	test('refused: it stays with the reason', () =>
		expect(answered(sending, { id: 'a', state: 'refused', reason: 'outbox:refusal.invalid' })).toMatchObject({
			state: 'refused',
			reason: 'outbox:refusal.invalid',
		}));
	test('not now: it waits', () =>
		expect(answered(sending, { id: 'a', state: 'waiting' })).toMatchObject({ state: 'waiting' }));
	test('nothing: it waits', () => expect(answered(sending, undefined)).toMatchObject({ state: 'waiting' }));
	test('somebody else is signed in: it waits for its owner', () =>
		expect(answered(sending, { id: 'a', state: 'refused', reason: notYours })).toMatchObject({
			state: 'waiting',
			reason: null,
		}));
});

describe('what is delivered', () => {
	test('in the order it was done, also what a closed page left on its way, not what was refused', () => {
		const commands = [
			command('c', { madeAt: iso(noon + 2), state: 'waiting' }),
			command('b', { madeAt: iso(noon + 1), state: 'sending' }),
			command('r', { state: 'refused' }),
			command('a', { state: 'waiting' }),
		];
		expect(toDeliver(commands).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	});
	test('twenty at a time', () =>
		expect(toDeliver(Array.from({ length: 30 }, (_, n) => command(String(n))))).toHaveLength(20));
	test('not after thirty days', () => {
		const days = 24 * 60 * minute;
		const waits = command('a', { state: 'waiting' });
		expect(handedBackWhenOld(waits, noon + 30 * days)).toBe(waits);
		const back = handedBackWhenOld(waits, noon + 30 * days + 1);
		expect(back).toEqual({ ...waits, state: 'refused', reason: 'outbox:refusal.tooOld' });
		expect(toDeliver([back])).toEqual([]);
		const refused = command('r', { state: 'refused', reason: 'wellbeing:error.answersMissing' });
		expect(handedBackWhenOld(refused, noon + 90 * days)).toBe(refused);
	});
	test('what is handed back shows what was written, and neither ids nor marks', () =>
		expect(
			wordsOf(
				command('a', {
					entries: [
						['_form', 'rate'],
						['_person', '00000000-0000-7000-8001-0000000000a1'],
						['id', '01990000-0000-7000-8000-0000000000d1'],
						['topic', 'who5'],
						['scale', ''],
						['answers', '3'],
						['answers', '0'],
						['note', 'Det gik godt i dag'],
					],
				}),
			),
		).toEqual(['3', '0', 'Det gik godt i dag']));
});

describe('the time something was done, by our clock', () => {
	const madeAt = iso(noon - 90 * minute);
	test('a phone that goes right is believed', () =>
		expect(onOurClock(madeAt, iso(noon - 20_000), new Date(noon))).toBe(madeAt));
	test('a phone an hour ahead is put right', () =>
		expect(onOurClock(iso(noon - 30 * minute), iso(noon + 60 * minute), new Date(noon))).toBe(madeAt));
	test('a phone years behind is put right', () => {
		const years = 5 * 365 * 24 * 60 * minute;
		expect(onOurClock(iso(noon - years - 90 * minute), iso(noon - years), new Date(noon))).toBe(madeAt);
	});
	test('never in the future', () =>
		expect(onOurClock(iso(noon + 5 * minute), iso(noon), new Date(noon))).toBe(iso(noon)));
});
