/** What Home shows first, out of everything that is known. Pure. */
import { isPast, nextStep, type Branch } from '$lib/plan/plan';

/** At most this many goals on Home: those that can be acted on. */
export const goalsShown = 3;

/** A goal with what can be done for it now. */
export interface GoalAtHome extends Pick<Branch, 'id' | 'familyId' | 'title' | 'lifeArea'> {
	/** Its date has gone by. */
	isPast: boolean;
	/** The next small thing to do, in the family's words; null when it has no steps left. */
	step: string | null;
}

/**
 * The goals Home shows: not reached yet; those whose date has gone by first, then those with the nearest date, then
 * in the family's own order. `today` is YYYY-MM-DD in Denmark.
 */
export function goalsForHome(goals: readonly Branch[], today: string): GoalAtHome[] {
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
		.map(({ goal }) => ({
			id: goal.id,
			familyId: goal.familyId,
			title: goal.title,
			lifeArea: goal.lifeArea,
			isPast: isPast(goal, today),
			step: nextStep(goal)?.title ?? null,
		}));
}

/** Which part of the day it is in Denmark: night counts as evening. `hour` is 0-23. */
export function greetingOf(hour: number): 'morning' | 'day' | 'evening' {
	if (hour >= 5 && hour < 10) return 'morning';
	return hour >= 10 && hour < 18 ? 'day' : 'evening';
}
