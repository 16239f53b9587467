import { describe, expect, test } from 'vitest';
import { endOf, leftOut, seriesOf, type SharedRating } from './shared';

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
	place: 1,
	of_all: 1,
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

const placed = (topic: 'who5' | 'ladder', place: number, of_all: number): SharedRating =>
	row(1, { topic, place, of_all, rated_at: new Date(Date.UTC(2026, 0, 400 - place)).toISOString() });
const newest = (topic: 'who5' | 'ladder', most: number, of_all: number) =>
	Array.from({ length: most }, (_, index) => placed(topic, index + 1, of_all));

const end = ({ rated_at, rating_id }: SharedRating) => ({ at: rated_at, id: rating_id });

describe('what is left out of a read', () => {
	test('nothing when all are here', () => {
		const all = newest('who5', 3, 3);
		expect(leftOut(all)).toEqual([]);
		expect(endOf(all)).toBeNull();
		expect(endOf([])).toBeNull();
	});

	test('how many of how many, by topic', () => {
		expect(leftOut([...newest('who5', 3, 9), ...newest('ladder', 2, 2)])).toMatchObject([
			{ topic: 'who5', shown: 3, all: 9 },
		]);
	});

	test('by person too: one of whom all is here does not hide another', () => {
		const mine = newest('who5', 6, 6);
		const theirs = newest('who5', 3, 9).map((of) => ({ ...of, owner_id: 'other' }));
		expect(leftOut([...mine, ...theirs])).toMatchObject([{ topic: 'who5', shown: 3, all: 9 }]);
		expect(endOf([...mine, ...theirs])).toEqual(end(theirs[2]!));
	});

	test('the next read goes on after the newest, not after the first answer of all', () => {
		const rows = [...newest('who5', 3, 9), placed('who5', 9, 9)];
		expect(endOf(rows)).toEqual(end(rows[2]!));
	});

	test('of two topics it goes on where the first of them ends, so that nothing is passed over', () => {
		const who5 = newest('who5', 3, 9);
		expect(endOf([...newest('ladder', 5, 9), ...who5])).toEqual(end(who5[2]!));
	});

	test('of several of one moment it goes on after the last that is here', () => {
		const at = '2026-11-27T10:00:00.123456+00:00';
		const tied = ['c', 'd'].map((rating_id, index) => ({
			...placed('who5', index + 1, 9),
			rating_id,
			rated_at: at,
		}));
		const other = ['a', 'b'].map((rating_id, index) => ({
			...placed('ladder', index + 1, 9),
			rating_id,
			rated_at: at,
		}));
		expect(endOf([...tied, ...other])).toEqual({ at, id: 'b' });
		const later = { ...other[1]!, rated_at: '2026-11-27T10:00:00.123457+00:00' };
		expect(endOf([...tied, other[0]!, later])).toEqual({ at: later.rated_at, id: 'b' });
	});
});
