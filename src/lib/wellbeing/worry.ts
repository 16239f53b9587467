/**
 * When help lines are shown with an answer (W5). Nothing else happens: nobody is told, nothing is sorted by it.
 */
import { danishDay } from '$lib/i18n/format';
import type { ScaleKind, Topic } from './wellbeing';

interface Threshold {
	/** In force from this day. */
	from: string;
	topic: Topic;
	/** Only own scales of this kind; a sore back alone is no reason to offer Livslinien. */
	kind?: ScaleKind;
	/** Scores up to and including this one. */
	upTo: number;
	source: string;
}

/** The newest comes first. */
export const thresholds: readonly Threshold[] = [
	{
		from: '1998-01-01',
		topic: 'who5',
		upTo: 50,
		source: 'Psykiatrisk Center Nordsjælland, guide to WHO-5: 50 or less is a sign of risk',
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

/** Whether help is shown with this score. `kind` is the own scale's, `at` when it was answered. */
export function isWorrying(topic: Topic, score: number | null, at: Date, kind?: ScaleKind): boolean {
	if (score === null) return false;
	const day = danishDay(at);
	const found = thresholds.find(
		(threshold) =>
			threshold.topic === topic && threshold.from <= day && (!threshold.kind || threshold.kind === kind),
	);
	return found !== undefined && score <= found.upTo;
}
