/** What is said of a meeting ahead that is another than it was, and to whom. Pure. */
import type { Answerable, Meeting } from './meetings';

export interface Moved {
	/** What of its time is new: all of it, or only when it ends. */
	time: 'start' | 'end' | null;
	/** Its place or link is new, or who can see it. */
	place: boolean;
	/** Everybody is asked again, and so is whoever looks, who has not said yet. */
	asksAgain: boolean;
	/** Whoever looks has answered, and might not be able to come to the new place. */
	mayAnswerAgain: boolean;
}

/** @param answers for whom the one who looks can answer; null when its time and place are what they were */
export function movedOf(
	meeting: Pick<Meeting, 'movedFrom' | 'startsAt' | 'placeMovedAt' | 'isPlaceHidden'>,
	answers: readonly Answerable[],
): Moved | null {
	const { movedFrom, startsAt, placeMovedAt, isPlaceHidden } = meeting;
	if (!movedFrom && !placeMovedAt) return null;
	const hasAnswered = answers.length > 0 && answers.every(({ attendee }) => attendee.answer !== null);
	return {
		time: movedFrom === null ? null : movedFrom === startsAt ? 'end' : 'start',
		place: placeMovedAt !== null,
		asksAgain: movedFrom !== null && !hasAnswered,
		mayAnswerAgain: placeMovedAt !== null && hasAnswered && !isPlaceHidden,
	};
}
