/** How it has changed since the family came along (W2). */
import { danishDay } from '$lib/i18n/format';
import type { Rating, Topic } from './wellbeing';

/**
 * From which difference we say that something changed. WHO-5: 10 points of 100 are commonly called meaningful, but
 * the source is weak (a convention of the WHO-5 manual, no study of its own), so the words stay modest. For the
 * others we take the same tenth of the scale; for smileys the next face. Twice as much is more than "a little".
 */
export const noticeable = { who5: 10, ladder: 1, scale: 1, smiley: 1 } as const satisfies Record<
	Topic,
	number
>;

export type Change = 'muchBetter' | 'better' | 'same' | 'worse' | 'muchWorse';

/** From one score to a later one. */
export function changeOf(topic: Topic, before: number, after: number): Change {
	const steps = Math.abs(after - before) / noticeable[topic];
	if (steps < 1) return 'same';
	if (after > before) return steps < 2 ? 'better' : 'muchBetter';
	return steps < 2 ? 'worse' : 'muchWorse';
}

/** The order of time. */
export const byTime = (a: Pick<Rating, 'ratedAt'>, b: Pick<Rating, 'ratedAt'>) =>
	Date.parse(a.ratedAt) - Date.parse(b.ratedAt);

/**
 * What change is measured from: the first answer on or after the day of enrolment (YYYY-MM-DD in Denmark; F2).
 * Undefined when there is none, or the family has no such day.
 */
export function baselineOf<R extends Pick<Rating, 'ratedAt'>>(
	ratings: readonly R[],
	enrolledOn: string | null,
): R | undefined {
	if (!enrolledOn) return undefined;
	return [...ratings].sort(byTime).find(({ ratedAt }) => danishDay(new Date(ratedAt)) >= enrolledOn);
}

/**
 * What the sentence compares: the last answer with the baseline, or with the very first answer where there is no
 * baseline; the baseline itself with what was answered before it, in a former course. Undefined as long as there is
 * nothing to compare with. `ratings` are in the order of time.
 */
export function comparisonOf<R extends Pick<Rating, 'ratedAt'>>(
	ratings: readonly R[],
	enrolledOn: string | null,
): { before: R; last: R } | undefined {
	const last = ratings.at(-1);
	const start = baselineOf(ratings, enrolledOn) ?? ratings[0];
	const before = start === last ? ratings.at(-2) : start;
	return before && last && { before, last };
}
