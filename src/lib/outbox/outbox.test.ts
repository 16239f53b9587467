import { describe, expect, test } from 'vitest';
import {
	answered,
	found,
	held,
	notYours,
	onOurClock,
	toDeliver,
	toldAs,
	typedOf,
	wordsOf,
	type Command,
} from './outbox';

const noon = Date.parse('2026-11-23T12:00:00.000Z');
const minute = 60_000;
const iso = (time: number) => new Date(time).toISOString();
const command = (id: string, more: Partial<Command> = {}): Command => ({
	...held(
		{ id, name: 'wellbeing.rate', person: 'amira', entries: [], notBefore: '', pressed: '', page: '' },
		noon,
	),
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
	test.each(['sent', 'over'] as const)('%s: it is forgotten', (state) =>
		expect(answered(sending, { id: 'a', state })).toBeNull(),
	);
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

test('what stood in the fields of a form is found by their names', () =>
	expect(
		typedOf(
			command('a', {
				entries: [
					['score', '7'],
					['present', 'a'],
					['present', 'b'],
				],
			}),
		),
	).toEqual(
		new Map([
			['score', ['7']],
			['present', ['a', 'b']],
		]),
	));

describe('what is found on the phone', () => {
	test('is taken as it was put there', () => {
		const whole = command('a', { state: 'waiting', entries: [['note', 'Det går']] });
		expect(found(whole)).toEqual(whole);
	});
	test('kept by an older version, it may have arrived for all one knows', () => {
		const { mayHaveArrived: _, ...older } = command('a', { state: 'waiting' });
		expect(found(older).mayHaveArrived).toBe(true);
		expect(found({ ...older, mayHaveArrived: false }).mayHaveArrived).toBe(false);
	});
	test.each([
		['nothing but an id', {}, []],
		['no name', { ...command('a'), name: null }, []],
		['no time', { ...command('a'), madeAt: 'soon' }, []],
		['nothing in it', { ...command('a'), entries: null }, []],
		[
			'nothing that can be read',
			{ madeAt: 5, words: { a: 1 }, name: 3, reason: 7, notBefore: {}, state: [] },
			[],
		],
		[
			'fields that are none',
			{
				...command('a'),
				entries: [['note', 'Det går'], 7, ['x'], null],
			},
			['Det går'],
		],
	])('%s: it is handed back with what can be read of it, and blocks no other', (_, kept, words) => {
		const back = found({ person: 'amira', id: 'a', ...kept });
		expect(back).toMatchObject({ id: 'a', state: 'refused', reason: 'outbox:refusal.invalid' });
		expect(wordsOf(back)).toEqual(words);
		// Whoever shows it can read all of it.
		expect([back.name, back.madeAt, back.notBefore].map((part) => typeof part)).toEqual(
			Array(3).fill('string'),
		);
		expect(back.madeAt === '' || back.madeAt === iso(noon)).toBe(true);
		expect(back.words).toBeUndefined();
		expect(toDeliver([back, command('b')]).map(({ id }) => id)).toEqual(['b']);
	});
});

test.each([
	[iso(noon), iso(noon - minute), iso(noon)],
	['2020-01-01T00:00:00.000Z', iso(noon), iso(noon)],
	[iso(noon), '', iso(noon)],
	['', iso(noon), ''],
])('dated %s by the phone, after our clock had shown %s, it is told as %s', (madeAt, notBefore, told) =>
	expect(toldAs({ madeAt, notBefore })).toBe(told),
);

describe('the time something was done, by our clock', () => {
	const day = 24 * 60 * minute;
	const years = 5 * 365 * day;
	const madeAt = iso(noon - 90 * minute);
	const heard = iso(noon - 2 * day);
	const dated = (made: string, sent: string | null, notBefore: string | null = heard) =>
		onOurClock(made, sent, notBefore, new Date(noon));
	test('a phone that goes right is believed', () => {
		expect(dated(madeAt, iso(noon - 20_000))).toBe(madeAt);
		expect(dated(madeAt, null)).toBe(madeAt);
	});
	test('a phone an hour ahead is put right', () =>
		expect(dated(iso(noon - 30 * minute), iso(noon + 60 * minute))).toBe(madeAt));
	test('a phone years behind is put right', () =>
		expect(dated(iso(noon - years - 90 * minute), iso(noon - years))).toBe(madeAt));
	test('never in the future', () => expect(dated(iso(noon + 5 * minute), iso(noon))).toBe(iso(noon)));
	test('a clock that went wrong after it was done changes nothing', () => {
		expect(dated(madeAt, '9999-12-31T23:59:59.000Z')).toBe(madeAt);
		expect(dated(madeAt, iso(noon - years))).toBe(madeAt);
	});
	test('a clock put right after it was done: not before what our clock had shown', () => {
		expect(dated(iso(noon - years), iso(noon))).toBe(heard);
		expect(dated('0001-01-01T00:00:00.000Z', iso(noon))).toBe(heard);
	});
	test('where nobody knows what our clock had shown, not longer ago than is told', () =>
		expect(dated(iso(noon - years), iso(noon), null)).toBe(iso(noon - 30 * day)));
	test('our clock is not believed to have shown what is still to come', () =>
		expect(dated(madeAt, iso(noon), iso(noon + day))).toBe(iso(noon)));
});
