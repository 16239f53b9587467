/** How it has changed since the family came along (W2). */
import { danishDay } from '$lib/i18n/format';
import type { Rating, Topic } from './wellbeing';

/**
 * From which difference we say that something changed. WHO-5: 10 points of 100 are commonly called meaningful, but
 * the source is weak (a convention of the WHO-5 manual, no study of its own), so the words stay modest. For the
 * others we take the same tenth of the scale; for smileys the next face. Twice as much is more than "a little", and so is
 * half of what it was, or twice.
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
	const isMuch = steps >= 2 || Math.max(before, after) >= 2 * Math.min(before, after);
	if (after > before) return isMuch ? 'muchBetter' : 'better';
	return isMuch ? 'muchWorse' : 'worse';
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

/** With which answer one compares, where there are two: the one before, where the course began, the very first. */
export type Against = 'last' | 'start' | 'first';

export interface Comparison<R> {
	/** Undefined where there is but one. */
	against?: Against;
	before: R;
	last: R;
}

/**
 * What the sentences compare: the last answer with the one before it, and with the baseline, or with the very first
 * answer where there is no baseline. What is hard since the start may be as it was the other day, and the other way round.
 * One where these are the same answer; the baseline itself with what was answered before it, in a former course. None as
 * long as there is nothing to compare with. `ratings` are in the order of time.
 */
export function comparisonsOf<R extends Pick<Rating, 'ratedAt'>>(
	ratings: readonly R[],
	enrolledOn: string | null,
): Comparison<R>[] {
	const [before, last] = [ratings.at(-2), ratings.at(-1)];
	if (!before || !last) return [];
	const baseline = baselineOf(ratings, enrolledOn);
	const start = baseline ?? ratings[0]!;
	if (start === last || start === before) return [{ before, last }];
	return [
		{ against: 'last', before, last },
		{ against: baseline && baseline !== ratings[0] ? 'start' : 'first', before: start, last },
	];
}
