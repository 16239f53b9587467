import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { AddScale, KeepAnswer, Rate } from './commands.server';
import { askedBy, fits, offeredTo } from './wellbeing';

const id = '0190a5c0-0000-7000-8000-000000000001';
const scale = '0190a5c0-0000-7000-8000-000000000002';
const accepts = (input: unknown) => v.safeParse(Rate, input).success;

describe('wellbeing.rate', () => {
	test.each([
		['who5', [0, 5, 1, 4, 2], true],
		['who5', [0, 5, 1, 4], false],
		['who5', [0, 5, 1, 4, 6], false],
		['ladder', [10], true],
		['ladder', [0, 10], true],
		['ladder', [0, 11], false],
		['ladder', [], false],
		['scale', [7], true],
		['scale', [7, 7], false],
		['smiley', [0], false],
		['smiley', [5], true],
		['smiley', [2.5], false],
	] as const)('%s %j fits: %s', (topic, answers, expected) => {
		expect(fits(topic, answers)).toBe(expected);
	});

	test('takes what its form holds, on the page and in the outbox', () => {
		expect(v.parse(Rate, { id, topic: 'who5', scale: '', answers: ['1', '2', '3', '4', '5'] })).toEqual({
			id,
			topic: 'who5',
			scale: null,
			answers: [1, 2, 3, 4, 5],
		});
		expect(v.parse(Rate, { id, topic: 'scale', scale, answers: ['4'] }).scale).toBe(scale);
	});

	test('an own scale is named when, and only when, the answer is on one', () => {
		expect(accepts({ id, topic: 'scale', answers: ['4'] })).toBe(false);
		expect(accepts({ id, topic: 'ladder', scale, answers: ['4'] })).toBe(false);
	});

	test('says beside the answers that one is missing', () => {
		const refused = v.safeParse(Rate, { id, topic: 'who5', answers: ['1', '2', '3', '4'] });
		expect(refused.issues && v.flatten<typeof Rate>(refused.issues).nested).toEqual({
			answers: ['wellbeing:error.answersMissing'],
		});
	});
});

test.each([
	[8, ['smiley']],
	[9, ['smiley', 'who5']],
	[12, ['smiley', 'who5']],
	[13, ['who5', 'ladder', 'scale']],
	[39, ['who5', 'ladder', 'scale']],
	[null, ['who5', 'ladder', 'scale']],
] as const)('at %j one is offered %j', (age, topics) => {
	expect(offeredTo(age).topics).toEqual(topics);
});

test.each([
	['who5', { topic: 'who5', scaleId: null }],
	[scale, { topic: 'scale', scaleId: scale }],
	['scale', null],
	['help', null],
	['', null],
])('the address %j asks for %j', (name, asked) => {
	expect(askedBy(name)).toEqual(asked);
});

test.each([
	[{ question: '1', answer: '0' }, 0],
	[{ question: '2', answer: '' }, null],
	[{ question: '2' }, null],
])('a draft keeps %j', (input, answer) => {
	expect(v.parse(KeepAnswer, { instrument: 'ladder', ...input }).answer).toBe(answer);
});

test.each([
	['2026-11-28T12:00:00.000Z', '2026-11-28T12:00:00.000Z'],
	['', null],
	[undefined, null],
	['yesterday', null],
])('a draft keeps an answer of %j', (answeredAt, expected) => {
	const input = { instrument: 'ladder', question: '1', answer: '4', answeredAt };
	expect(v.parse(KeepAnswer, input).answeredAt).toBe(expected);
});

test.each([
	{ question: '6', answer: '1' },
	{ question: '1', answer: '11' },
	{ question: '1', answer: 'x' },
	{ question: '0', answer: '1' },
	{ question: '1', answer: '1', instrument: 'weather' },
])('a draft refuses %j', (input) => {
	expect(v.is(KeepAnswer, { instrument: 'ladder', ...input })).toBe(false);
});

test('an own scale needs words at both ends', () => {
	const words = { id: scale, kind: 'mental', name: ' Ro ', lowWords: 'x', highWords: 'y' };
	expect(v.parse(AddScale, words).name).toBe('Ro');
	const { issues } = v.safeParse(AddScale, { ...words, kind: '', name: 'x'.repeat(81), lowWords: '  ' });
	expect(issues && v.flatten<typeof AddScale>(issues).nested).toEqual({
		kind: ['wellbeing:error.kindMissing'],
		name: ['wellbeing:error.nameTooLong'],
		lowWords: ['wellbeing:error.lowMissing'],
	});
});
