/** What is read of somebody's answers through a share (preview_share and read_shared_ratings return the same rows). */
import { groupedBy } from '$lib/grouped';
import { byTime } from './change';
import type { Topic } from './wellbeing';

export interface SharedRating {
	rating_id: string;
	owner_id: string;
	topic: Topic;
	/** The own scale's words as they were; null unless the topic is `scale`. */
	scale_name: string | null;
	low_words: string | null;
	high_words: string | null;
	answers: number[];
	score: number;
	rated_at: string;
	/** Which in the order of time it is, the newest 1, and of how many on this topic: not all need be among the rows. */
	place: number;
	of_all: number;
}

/** Of how many answers the rows are a part, by person and topic: those of which older ones are left out. */
export function leftOut(rows: readonly SharedRating[]) {
	return [...groupedBy(rows, ({ owner_id, topic }) => `${owner_id} ${topic}`).values()]
		.map((of) => ({ topic: of[0]!.topic, shown: of.length, all: of[0]!.of_all, rows: of }))
		.filter(({ shown, all }) => shown < all);
}

/** The answer after which the next read goes on: several may be of one moment. */
export interface End {
	/** ISO 8601 */
	at: string;
	id: string;
}

/**
 * After which answer the next read goes on, so that nothing is passed over; null when all are here. The first
 * answer of all may be among the rows, far from the others: it is not where they end.
 */
export function endOf(rows: readonly SharedRating[]): End | null {
	const ends = leftOut(rows).map(({ rows: of }) => {
		const inOrder = [...of].sort((a, b) => a.place - b.place);
		const { rated_at: at, rating_id: id } = inOrder.filter(({ place }, index) => place === index + 1).pop()!;
		return { at, id };
	});
	// As the database writes times, their order is that of the letters; the last digits of it are smaller than Date knows.
	return ends.sort((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id))[0] ?? null;
}

/** All answers of one kind: a topic, or one own scale. */
export interface Series {
	key: string;
	topic: Topic;
	scaleName: string | null;
	lowWords: string | null;
	highWords: string | null;
	/** In the order of time; at least one. */
	ratings: { id: string; answers: number[]; score: number; ratedAt: string }[];
}

/** The rows of one person by kind, each in the order of time. */
export function seriesOf(rows: readonly SharedRating[]): Series[] {
	const found = new Map<string, Series>();
	for (const row of rows) {
		const key = [row.topic, row.scale_name, row.low_words, row.high_words].join('\n');
		const series = found.get(key) ?? {
			key,
			topic: row.topic,
			scaleName: row.scale_name,
			lowWords: row.low_words,
			highWords: row.high_words,
			ratings: [],
		};
		series.ratings.push({ id: row.rating_id, answers: row.answers, score: row.score, ratedAt: row.rated_at });
		found.set(key, series);
	}
	for (const { ratings } of found.values()) ratings.sort(byTime);
	return [...found.values()];
}
