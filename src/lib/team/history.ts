/** Who was coordinator when, and who could not be. Pure. */
import { isFollowedBy, type Choice } from './team';

/** One line of the history. */
export interface Entry {
	/** The id of the choice it begins with. */
	id: string;
	/** null when the person may not be seen any longer. */
	name: string | null;
	/** As what they were asked, and the name of the organisation then. */
	profession: string;
	place: string;
	askedAt: string;
	askedBy: string | null;
	what: 'coordinator' | 'declined' | 'takenBack';
	/** When the role began, the no was said or the question was taken back. */
	from: string;
	/** When the role ended; null: it has not, or there was none. */
	to: string | null;
	/** When the same coordinator last said yes anew. */
	renewedAt: string | null;
	/** The professional's words with the (first) answer. */
	message: string | null;
}

const whatOf = ({ answer }: Choice): Entry['what'] =>
	answer === 'accepted' ? 'coordinator' : answer === 'declined' ? 'declined' : 'takenBack';

function toEntry(choice: Choice): Entry {
	const what = whatOf(choice);
	return {
		id: choice.id,
		name: choice.name,
		profession: choice.profession,
		place: choice.place,
		askedAt: choice.askedAt,
		askedBy: choice.askedBy,
		what,
		from: (what === 'takenBack' ? choice.endedAt : choice.answeredAt) ?? choice.askedAt,
		to: what === 'coordinator' ? choice.endedAt : null,
		renewedAt: null,
		message: choice.message,
	};
}

/**
 * The history of one family's choices, newest first. A question that waits for an answer is not history yet;
 * a coordinator who said yes anew stays one line.
 */
export function history(choices: readonly Choice[]): Entry[] {
	const past = choices.filter(({ answer, endedAt }) => answer !== null || endedAt !== null);
	const entries = new Map<string, Entry>();
	for (const choice of [...past].sort((a, b) => a.askedAt.localeCompare(b.askedAt))) {
		const former = past.find((other) => isFollowedBy(other, choice));
		const begun = former && entries.get(former.id);
		if (begun) {
			begun.renewedAt = choice.answeredAt;
			begun.to = choice.endedAt;
		}
		entries.set(choice.id, begun ?? toEntry(choice));
	}
	return [...new Set(entries.values())].sort((a, b) => b.askedAt.localeCompare(a.askedAt));
}
