/** What an answer comes to. */
import { fits, type Topic } from './wellbeing';

/** WHO-5: the sum times 4 (0-100); otherwise the first answer. Null as long as an answer is missing: no guess. */
export function scoreOf(topic: Topic, answers: readonly number[]): number | null {
	if (!fits(topic, answers)) return null;
	if (topic !== 'who5') return answers[0] ?? null;
	return answers.reduce((sum, answer) => sum + answer, 0) * 4;
}

export type Band = 'low' | 'somewhatLow' | 'fine';

/**
 * How WHO-5 is read, never as a diagnosis: up to 35 great, up to 50 some risk of depression or long-term stress.
 * In force from the day given; the newest comes first.
 */
export const who5Bands = [
	{
		from: '1998-01-01',
		lowUpTo: 35,
		somewhatLowUpTo: 50,
		source:
			'Psykiatrisk Center Nordsjælland, guide to WHO-5; Topp et al., Psychother Psychosom 2015;84:167-176',
	},
] as const;

/** The band of a WHO-5 score on a day (YYYY-MM-DD). */
export function bandOf(score: number, day: string): Band {
	const { lowUpTo, somewhatLowUpTo } = who5Bands.find(({ from }) => from <= day) ?? who5Bands[0];
	if (score <= lowUpTo) return 'low';
	return score <= somewhatLowUpTo ? 'somewhatLow' : 'fine';
}
