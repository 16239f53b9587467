/**
 * The rules of how people say they are (W1): four kinds of questions, and who is asked which.
 * Pure: no Kit, no database, no clock of its own. What an answer means stands in score.ts, change.ts and aim.ts.
 */
import { isId } from '$lib/id';
import type { Enums } from '$lib/server/database.types';

/** WHO-5, the Cantril ladder, a scale of one's own, smileys for the youngest. */
export const topics = [
	'who5',
	'ladder',
	'scale',
	'smiley',
] as const satisfies readonly Enums<'rating_topic'>[];
export type Topic = Enums<'rating_topic'>;

export const scaleKinds = ['physical', 'mental'] as const satisfies readonly Enums<'scale_kind'>[];
export type ScaleKind = Enums<'scale_kind'>;

/** How many answers a rating of this topic has, at least and at most, and between which numbers each lies. */
export const shapes = {
	who5: { atLeast: 5, atMost: 5, lowest: 0, highest: 5 },
	/** Now, and if the person wants to say it, in five years. */
	ladder: { atLeast: 1, atMost: 2, lowest: 0, highest: 10 },
	scale: { atLeast: 1, atMost: 1, lowest: 0, highest: 10 },
	smiley: { atLeast: 1, atMost: 1, lowest: 1, highest: 5 },
} as const satisfies Record<Topic, { atLeast: number; atMost: number; lowest: number; highest: number }>;

/** Between which numbers a score lies. */
export const ranges = {
	who5: { lowest: 0, highest: 100 },
	ladder: { lowest: 0, highest: 10 },
	scale: { lowest: 0, highest: 10 },
	smiley: { lowest: 1, highest: 5 },
} as const satisfies Record<Topic, { lowest: number; highest: number }>;

/** Whether these are all the answers of the topic, each within its numbers. A missing answer gives no rating. */
export function fits(topic: Topic, answers: readonly number[]): boolean {
	const { atLeast, atMost, lowest, highest } = shapes[topic];
	return (
		answers.length >= atLeast &&
		answers.length <= atMost &&
		answers.every((answer) => Number.isInteger(answer) && answer >= lowest && answer <= highest)
	);
}

/** How many answers the table of one instrument shows at once. */
export const answersShown = 30;

/** One answer somebody gave. */
export interface Rating {
	id: string;
	topic: Topic;
	/** The own scale it is on; null unless the topic is `scale`. */
	scaleId: string | null;
	/** In the order of the questions (see `shapes`). */
	answers: number[];
	/** who5: 0-100; ladder and scale: 0-10; smiley: 1-5. */
	score: number;
	/** When the person answered, ISO 8601. */
	ratedAt: string;
}

/** A 0-10 scale with the person's own words at both ends. */
export interface Scale {
	id: string;
	kind: ScaleKind;
	name: string;
	/** What 0 means. */
	lowWords: string;
	/** What 10 means. */
	highWords: string;
	createdAt: string;
	/** Null while it is in use; old answers keep their words. */
	retiredAt: string | null;
}

/** What somebody is asked with: a topic, and which own scale. */
export interface Asked {
	topic: Topic;
	scaleId: string | null;
}

/** How an instrument is called in an address: its topic, or the id of the own scale. */
export const nameOf = ({ topic, scaleId }: Asked) => scaleId ?? topic;

/** What an address asks for; null when there is no such thing. Whether the scale exists, the database knows. */
export function askedBy(name: string): Asked | null {
	if (isId(name)) return { topic: 'scale', scaleId: name };
	const topic = topics.find((known) => known === name && known !== 'scale');
	return topic ? { topic, scaleId: null } : null;
}

/**
 * What somebody of this age is offered, the first first. WHO-5 was built for adults and is used from the age of 9, then
 * with an adult beside. Smileys are for those under 13. Whose date of birth is not known counts as 13 or older (as in
 * src/lib/family/age.ts).
 */
export function offeredTo(age: number | null): { topics: Topic[]; withAdult: boolean } {
	if (age === null || age >= 13) return { topics: ['who5', 'ladder', 'scale'], withAdult: false };
	return { topics: age >= 9 ? ['smiley', 'who5'] : ['smiley'], withAdult: true };
}
