/**
 * Where things stand in the picture of a curve. Time runs from left to right in every language, as it does in the
 * mathematics books of Arabic schools too: a parent who reads Arabic and a coordinator who reads Danish then look at
 * the same picture, also on paper. The dates at both ends say which way it runs.
 */
import { ranges, type Topic } from './wellbeing';

export interface Point {
	/** ISO 8601 */
	at: string;
	score: number;
}

export interface Frame {
	width: number;
	height: number;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** As wide as the smallest phone, so that its letters are not made smaller there. */
export const frame: Frame = { width: 328, height: 220, left: 34, right: 14, top: 26, bottom: 32 };
/** A few centimetres, without axes. */
export const smallFrame: Frame = { width: 120, height: 48, left: 6, right: 6, top: 6, bottom: 6 };

const dayLong = 24 * 60 * 60 * 1000;

/** From when until when (milliseconds): everything to be shown, and at least a month, so that one point has air. */
export function spanOf(moments: readonly string[]): { from: number; to: number } {
	const times = moments.map((moment) => Date.parse(moment));
	const from = Math.min(...times);
	const to = Math.max(...times);
	const lacking = Math.max(0, 30 * dayLong - (to - from));
	return { from, to: to + lacking };
}

/**
 * The part of the scale a small picture shows: what was answered, but at least four tenths of the scale, so that a small
 * step looks small.
 */
export function smallRangeOf(topic: Topic, points: readonly Point[]): { lowest: number; highest: number } {
	const { lowest, highest } = ranges[topic];
	const scores = points.map(({ score }) => score);
	const [low, high] = [Math.min(...scores), Math.max(...scores)];
	const air = Math.max(0, (highest - lowest) * 0.4 - (high - low)) / 2;
	return { lowest: low - air, highest: high + air };
}

/** Turns moments and scores into places, rounded to tenths. */
export function placesOf(
	topic: Topic,
	span: { from: number; to: number },
	f: Frame = frame,
	{ lowest, highest }: { lowest: number; highest: number } = ranges[topic],
) {
	const tenth = (n: number) => Math.round(n * 10) / 10;
	return {
		x: (at: string) =>
			tenth(f.left + ((Date.parse(at) - span.from) / (span.to - span.from)) * (f.width - f.left - f.right)),
		y: (score: number) =>
			tenth(f.height - f.bottom - ((score - lowest) / (highest - lowest)) * (f.height - f.top - f.bottom)),
	};
}

/** The scores that have a line of their own across the picture. */
export const linesOf = (topic: Topic): number[] =>
	topic === 'who5' ? [0, 25, 50, 75, 100] : topic === 'smiley' ? [1, 2, 3, 4, 5] : [0, 2, 4, 6, 8, 10];

/** The first days of months within the span (YYYY-MM-DD), at most `most` of them, equally far apart. */
export function monthsIn({ from, to }: { from: number; to: number }, most = 4): string[] {
	const firsts: string[] = [];
	const day = new Date(from);
	for (let month = day.getUTCMonth() + 1; ; month++) {
		const first = Date.UTC(day.getUTCFullYear(), month, 1);
		if (first > to) break;
		firsts.push(new Date(first).toISOString().slice(0, 10));
	}
	const every = Math.ceil(firsts.length / most);
	return firsts.filter((_, index) => index % every === 0);
}
