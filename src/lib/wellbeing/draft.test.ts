import { describe, expect, test } from 'vitest';
import { emptyDraft, finished, fromForm, stepOf, withAnswer } from './draft';

const none = [null, null, null, null, null];

describe('a draft', () => {
	test('takes one answer after the other, and another answer to the same question', () => {
		const one = withAnswer('who5', emptyDraft('who5'), 1, 3);
		expect(one).toEqual([3, null, null, null, null]);
		expect(withAnswer('who5', withAnswer('who5', one, 2, 0), 1, 5)).toEqual([5, 0, null, null, null]);
		expect(withAnswer('ladder', [4, 7], 2, null)).toEqual([4, null]);
	});

	test.each([
		[6, 3],
		[0, 3],
		[1, 6],
		[1, -1],
		[1, 2.5],
	])('question %i with answer %d changes nothing', (question, answer) => {
		expect(withAnswer('who5', [1, null, null, null, null], question, answer)).toEqual([
			1,
			null,
			null,
			null,
			null,
		]);
	});

	test.each([
		['who5', none, undefined, 1],
		['who5', [2, 3, null, null, null], undefined, 3],
		['who5', [2, 3, null, null, null], '1', 1],
		['who5', [2, 3, null, null, null], '5', 3],
		['who5', [2, 3, 1, 1, 1], undefined, 6],
		['who5', [2, 3, 1, 1, 1], '99', 6],
		['who5', none, 'x', 1],
		['who5', none, '-1', 1],
		['ladder', [4, null], undefined, 2],
		['ladder', [4, null], '3', 3],
		['ladder', [null, null], '3', 1],
		['ladder', [null, 4], undefined, 1],
		['smiley', [4], undefined, 2],
		['scale', [], undefined, 1],
	] as const)('of %s %j with the wish %j shows step %i', (topic, answers, wish, step) => {
		expect(stepOf(topic, answers, wish)).toBe(step);
	});

	test.each([
		['who5', ['3', '2', '0', '5', '1'], [3, 2, 0, 5, 1]],
		['ladder', ['4'], [4, null]],
		['who5', ['3', '9', '', 'x', '1', '1', '1'], [3, null, null, null, 1]],
		['smiley', [], [null]],
	] as const)('of %s comes back from its form %j as %j', (topic, typed, answers) => {
		expect(fromForm(topic, typed)).toEqual(answers);
	});

	test('becomes answers', () => {
		expect(finished([4, null])).toEqual([4]);
		expect(finished([4, 7])).toEqual([4, 7]);
		expect(finished([0, 0, 0, 0, 0])).toEqual([0, 0, 0, 0, 0]);
		expect(finished(none)).toEqual([]);
	});
});
