/** What Home shows first, out of everything that is known. Pure. */
import { isPast, nextStep, type Branch } from '$lib/plan/plan';

/** At most this many goals on Home: those that can be acted on. */
export const goalsShown = 3;

/**
 * The goals Home shows: not reached yet; those whose date has gone by first, then those with the nearest date, then
 * in the family's own order. `today` is YYYY-MM-DD in Denmark.
 */
export function goalsForHome(goals: readonly Branch[], today: string): Branch[] {
	const far = '9999-12-31';
	return goals
		.filter((goal) => !goal.doneAt)
		.map((goal, index) => ({ goal, index }))
		.sort(
			(a, b) =>
				Number(isPast(b.goal, today)) - Number(isPast(a.goal, today)) ||
				(a.goal.dueOn ?? far).localeCompare(b.goal.dueOn ?? far) ||
				a.index - b.index,
		)
		.slice(0, goalsShown)
		.map(({ goal }) => goal);
}

/** The next small thing to do for a goal, in the family's words; null when it has no steps left. */
export const smallStep = (goal: Branch): string | null => nextStep(goal)?.title ?? null;

/** Which part of the day it is in Denmark: night counts as evening. `hour` is 0-23. */
export function greetingOf(hour: number): 'morning' | 'day' | 'evening' {
	if (hour >= 5 && hour < 10) return 'morning';
	return hour >= 10 && hour < 18 ? 'day' : 'evening';
}
