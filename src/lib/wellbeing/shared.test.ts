import { describe, expect, test } from 'vitest';
import { seriesOf, type SharedRating } from './shared';

const ofScale = { topic: 'scale', scale_name: 'Min ryg', low_words: 'Stiv', high_words: 'Fri' } as const;

/** An answer as the database shows it; each with an id, answers, a score and a time that no other has. */
const row = (id: number, change: Partial<SharedRating> = {}): SharedRating => ({
	rating_id: `rating-${id}`,
	owner_id: 'owner',
	topic: 'ladder',
	scale_name: null,
	low_words: null,
	high_words: null,
	answers: [id, id + 1],
	score: id,
	rated_at: `2026-05-0${id}T10:00:00+02:00`,
	...change,
});
const shown = (id: number) => ({
	id: `rating-${id}`,
	answers: [id, id + 1],
	score: id,
	ratedAt: `2026-05-0${id}T10:00:00+02:00`,
});

describe('shared answers by kind', () => {
	test('nothing is no kind', () => {
		expect(seriesOf([])).toEqual([]);
	});

	test('a topic is one kind, with no words of a scale', () => {
		expect(seriesOf([row(1), row(2)])).toEqual([
			{
				key: expect.any(String),
				topic: 'ladder',
				scaleName: null,
				lowWords: null,
				highWords: null,
				ratings: [shown(1), shown(2)],
			},
		]);
	});

	test('an own scale keeps its words', () => {
		expect(seriesOf([row(1, ofScale)])).toEqual([
			{
				key: expect.any(String),
				topic: 'scale',
				scaleName: 'Min ryg',
				lowWords: 'Stiv',
				highWords: 'Fri',
				ratings: [shown(1)],
			},
		]);
	});

	test.each([
		['topic', { topic: 'who5' }],
		['name', { scale_name: 'Overskud' }],
		['words at 0', { low_words: 'Tung' }],
		['words at 10', { high_words: 'Let' }],
	] as const)('another %s is another kind, in the order they came', (_, change) => {
		const found = seriesOf([row(1, ofScale), row(2, { ...ofScale, ...change }), row(3, ofScale)]);
		expect(found.map(({ ratings }) => ratings)).toEqual([[shown(1), shown(3)], [shown(2)]]);
		expect(new Set(found.map(({ key }) => key)).size).toBe(2);
	});

	test('words that run together stay apart', () => {
		const one = row(1, { ...ofScale, scale_name: 'Ro', low_words: 'i dag' });
		const other = row(2, { ...ofScale, scale_name: 'Ro i', low_words: 'dag' });
		expect(seriesOf([one, other])).toHaveLength(2);
	});

	test('each kind stands in the order of time, as moments and not as text', () => {
		const evening = row(1, { rated_at: '2026-05-01T23:30:00+02:00' });
		const night = row(2, { rated_at: '2026-05-01T22:30:00+00:00' });
		const later = row(3, { ...ofScale });
		const earlier = row(2, { ...ofScale });
		const found = seriesOf([night, later, evening, earlier]);
		expect(found.map(({ ratings }) => ratings.map(({ id }) => id))).toEqual([
			['rating-1', 'rating-2'],
			['rating-2', 'rating-3'],
		]);
	});

	test('what it is given stays as it was', () => {
		const rows = [row(2), row(1)];
		seriesOf(rows);
		expect(rows).toEqual([row(2), row(1)]);
	});
});
