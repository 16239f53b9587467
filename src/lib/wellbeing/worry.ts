/**
 * When help lines are shown with an answer (W5). Nothing else happens: nobody is told, nothing is sorted by it.
 */
import { danishDay } from '$lib/i18n/format';
import { isMinor } from './helplines';
import { scoreOf } from './score';
import type { ScaleKind, Topic } from './wellbeing';

interface Threshold {
	/** In force from this day. */
	from: string;
	topic: Topic;
	/** Only own scales of this kind; a sore back alone is no reason to offer Livslinien. */
	kind?: ScaleKind;
	/** Scores up to and including this one. */
	upTo: number;
	/** Any single answer up to and including this one, whatever the score. */
	anyAnswerUpTo?: number;
	source: string;
}

/** The newest comes first. */
export const thresholds: readonly Threshold[] = [
	{
		from: '1998-01-01',
		topic: 'who5',
		upTo: 50,
		anyAnswerUpTo: 1,
		source:
			'Psykiatrisk Center Nordsjælland, guide to WHO-5: 50 or less is a sign of risk; the sheet of 1998 follows up on a raw sum below 13 (the same) and on any single answer of 0 or 1',
	},
	{
		from: '2010-01-01',
		topic: 'ladder',
		upTo: 4,
		source:
			'Gallup: 4 or less now is one half of "suffering"; the half is enough here, help offered too often harms nobody',
	},
	{ from: '2026-11-01', topic: 'scale', kind: 'mental', upTo: 3, source: 'Our own choice, no study' },
	{ from: '2026-11-01', topic: 'smiley', upTo: 2, source: 'Our own choice: the two sad faces' },
];

/** What sounds hard: all of it, or one answer in what is otherwise well. */
export type Worry = 'all' | 'one';

/**
 * Whether help is shown with these answers. `kind` is the own scale's, `at` when it was answered.
 * An unfinished set of answers has no score and is not judged.
 */
export function worryOf(
	topic: Topic,
	answers: readonly number[],
	at: Date,
	kind?: ScaleKind,
): Worry | undefined {
	const score = scoreOf(topic, answers);
	const day = danishDay(at);
	const found = thresholds.find(
		(threshold) =>
			threshold.topic === topic && threshold.from <= day && (!threshold.kind || threshold.kind === kind),
	);
	if (score === null || !found) return undefined;
	if (score <= found.upTo) return 'all';
	return answers.some((answer) => answer <= (found.anyAnswerUpTo ?? -1)) ? 'one' : undefined;
}

/**
 * What is said above the numbers to call: who is under 18 is told of a grown-up first, by name where one helps the family
 * (`isNear`).
 */
export function worryWords(worry: Worry, age: number | null, isNear = false) {
	if (!isMinor(age)) return worry === 'one' ? 'wellbeing:help.oneAnswer' : 'wellbeing:help.low';
	if (worry === 'one') return isNear ? 'wellbeing:help.oneAnswerChildNear' : 'wellbeing:help.oneAnswerChild';
	return isNear ? 'wellbeing:help.lowChildNear' : 'wellbeing:help.lowChild';
}
