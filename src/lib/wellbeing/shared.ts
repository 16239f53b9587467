/** What is read of somebody's answers through a share (preview_share and read_shared_ratings return the same rows). */
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
