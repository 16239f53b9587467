/**
 * The people around a family, and the coordinator it picks itself (F4, F5).
 * Pure: no Kit, no database, no clock of its own.
 */
import type { Enums } from '$lib/server/database.types';

export const messageLimit = 1000;
/** At most so many questions and answers of the past are told of a family. */
export const mostChoices = 100;
/** How many of those are shown at once to whom a family has said no. */
export const unwantedShown = 20;
/** How much of the family's log a page shows at first. */
export const eventsShown = 30;

/** Somebody in the team around a family, with the short profile the family chooses by. */
export interface TeamMember {
	/** The professional's person id. */
	id: string;
	/** Of their place in the team: what `team.leave` takes. */
	placeId: string;
	familyId: string;
	name: string;
	/** In plain words, as the family would say it. */
	profession: string;
	/** The organisation's name; null when it may not be seen. */
	place: string | null;
	/** In their own words; may be empty. */
	helpsWith: string;
	joinedAt: string;
	/** Since when they are the family's coordinator, without a break; null: they are not. */
	coordinatorSince: string | null;
}

/** Whom a family asked, what the answer was, and until when it held. */
export interface Choice {
	id: string;
	familyId: string;
	professionalId: string;
	/** Who was asked; null when the person may not be seen any longer. */
	name: string | null;
	/** As what they were asked, and the name of the organisation then. */
	profession: string;
	place: string;
	/** The name of the parent who asked. */
	askedBy: string | null;
	askedAt: string;
	/** null: no answer yet, or taken back before there was one. */
	answer: Enums<'choice_answer'> | null;
	/** The professional's words with the answer. */
	message: string | null;
	answeredAt: string | null;
	/** Taken back, or no longer coordinator. */
	endedAt: string | null;
}

/** What of a choice says who is coordinator; the team sees no more than this. */
export type Role = Pick<
	Choice,
	| 'id'
	| 'familyId'
	| 'professionalId'
	| 'profession'
	| 'place'
	| 'answer'
	| 'askedAt'
	| 'answeredAt'
	| 'endedAt'
>;

/** A question to a professional that waits for an answer. */
export interface OpenQuestion {
	/** The choice's id: what `team.answer` takes. */
	id: string;
	family: { id: string; name: string };
	/** The name of the parent who asked; null when they are in the family no more. The question is the family's, and stays. */
	askedBy: string | null;
	askedAt: string;
	/** The professional is the family's coordinator already, and is asked to go on. */
	again: boolean;
}

export const isCurrent = ({ answer, endedAt }: Role) => answer === 'accepted' && endedAt === null;
export const isOpen = ({ answer, endedAt }: Role) => answer === null && endedAt === null;

/** The second is the same person's renewed yes, straight after the first. */
export const isFollowedBy = (former: Role, later: Role) =>
	former.id !== later.id &&
	former.answer === 'accepted' &&
	former.professionalId === later.professionalId &&
	former.endedAt !== null &&
	former.endedAt === later.answeredAt;

/** The household a page is about: the one asked for, or the only one. Null: none, or it is not clear which. */
export function chosenHousehold<F extends { id: string }>(households: readonly F[], wanted: string | null) {
	if (wanted === null) return households.length === 1 ? (households[0] ?? null) : null;
	return households.find(({ id }) => id === wanted) ?? null;
}
