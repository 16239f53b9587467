/** How it stands with a family's choice of coordinator. Pure. */
import { isCurrent, isOpen, type Choice, type TeamMember } from './team';

export type State = 'none' | 'asked' | 'accepted' | 'askedWhileAccepted' | 'declinedLast';

/** How it stands with a family's choice. */
export interface Standing {
	state: State;
	/** The coordinator, as one of the team. */
	coordinator: TeamMember | null;
	/** The choice that made them coordinator: what `team.end` takes. */
	role: Choice | null;
	/** The question that waits for an answer: what `team.takeBack` takes. */
	question: Choice | null;
	/** The coordinator's yes, while it is news. */
	accepted: Choice | null;
	/** The answer to the last question, when it was a no. */
	declined: Choice | null;
}

const newsForDays = 30;

/**
 * How it stands with the choice of one family. A no is told until another is asked; while there is a coordinator,
 * it is told for 30 days, as a yes is, and then rests in the history.
 */
export function standing(choices: readonly Choice[], team: readonly TeamMember[], now: Date): Standing {
	const isNews = ({ answeredAt }: Choice) =>
		Date.parse(answeredAt ?? '') >= now.getTime() - newsForDays * 24 * 60 * 60 * 1000;
	const coordinator = team.find(({ coordinatorSince }) => coordinatorSince !== null) ?? null;
	const role = (coordinator && choices.find(isCurrent)) ?? null;
	const question = choices.find(isOpen) ?? null;
	const last = [...choices].sort((a, b) => b.askedAt.localeCompare(a.askedAt))[0];
	const declined = last?.answer === 'declined' && (!coordinator || isNews(last)) ? last : null;
	return {
		state: stateOf(coordinator, question, declined),
		coordinator,
		role,
		question,
		accepted: role && isNews(role) ? role : null,
		declined,
	};
}

function stateOf(coordinator: unknown, question: unknown, declined: unknown): State {
	if (question) return coordinator ? 'askedWhileAccepted' : 'asked';
	if (declined) return 'declinedLast';
	return coordinator ? 'accepted' : 'none';
}

/** What those are told who do not choose: who is coordinator, not what was said to the parents. */
export const withoutAnswers = (found: Standing): Standing => ({
	...found,
	state: stateOf(found.coordinator, found.question, null),
	role: null,
	accepted: null,
	declined: null,
});
