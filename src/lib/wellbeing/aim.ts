/** The aim of the project, not of the person: half as good again within a year (W2, T5). It is shown as the project's. */
import { ranges, type Topic } from './wellbeing';

/** In force from the day given; the newest comes first. */
export const aims = [
	{
		from: '2026-01-01',
		factor: 1.5,
		withinYears: 1,
		source: 'Outcome target T5: self-chosen health +50 % in a year',
	},
] as const;

/**
 * What has the aim: health as one has chosen to see it. A ladder or a face has none, and nobody under 18 is measured
 * against what the project and the adults agreed on.
 */
export const hasAim = (topic: Topic, isAdult: boolean) => isAdult && (topic === 'scale' || topic === 'who5');

export type Aim =
	| { kind: 'target'; target: number }
	/** Half as much again of nothing is nothing: only points can be shown. */
	| { kind: 'fromZero' }
	/** Half as much again lies beyond the end of the scale (from above 6.67 of 10, or 66 of 100). */
	| { kind: 'beyond' };

/** The aim for somebody who began at `baseline`, on a day (YYYY-MM-DD). */
export function aimOf(topic: Topic, baseline: number, day: string): Aim {
	if (baseline <= 0) return { kind: 'fromZero' };
	const { factor } = aims.find(({ from }) => from <= day) ?? aims[0];
	const target = baseline * factor;
	return target > ranges[topic].highest ? { kind: 'beyond' } : { kind: 'target', target };
}

/** By when: so many years after enrolment (YYYY-MM-DD). 29 February becomes 1 March. */
export function aimBy(enrolledOn: string): string {
	const { withinYears } = aims[0];
	const day = new Date(`${enrolledOn}T12:00:00Z`);
	day.setUTCFullYear(day.getUTCFullYear() + withinYears);
	return day.toISOString().slice(0, 10);
}
