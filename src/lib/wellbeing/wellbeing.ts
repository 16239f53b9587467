/**
 * The rules of how people say they are (W1): four kinds of questions, and the command that keeps an answer.
 * Pure: no Kit, no database, no clock of its own. What an answer means stands in score.ts, change.ts and aim.ts.
 */
import * as v from 'valibot';

/** WHO-5, the Cantril ladder, a scale of one's own, smileys for the youngest. */
export const topics = ['who5', 'ladder', 'scale', 'smiley'] as const;
export type Topic = (typeof topics)[number];

export const scaleKinds = ['physical', 'mental'] as const;
export type ScaleKind = (typeof scaleKinds)[number];

/** How many answers a rating of this topic has, at least and at most, and between which numbers each lies. */
export const shapes = {
	who5: { atLeast: 5, atMost: 5, lowest: 0, highest: 5 },
	/** Now, and if the person wants to say it, in five years. */
	ladder: { atLeast: 1, atMost: 2, lowest: 0, highest: 10 },
	scale: { atLeast: 1, atMost: 1, lowest: 0, highest: 10 },
	smiley: { atLeast: 1, atMost: 1, lowest: 1, highest: 5 },
} as const satisfies Record<Topic, { atLeast: number; atMost: number; lowest: number; highest: number }>;

/** Whether these are all the answers of the topic, each within its numbers. A missing answer gives no rating. */
export function fits(topic: Topic, answers: readonly number[]): boolean {
	const { atLeast, atMost, lowest, highest } = shapes[topic];
	return (
		answers.length >= atLeast &&
		answers.length <= atMost &&
		answers.every((answer) => Number.isInteger(answer) && answer >= lowest && answer <= highest)
	);
}

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

const id = v.pipe(v.string(), v.uuid());
const emptyToNull = <Schema extends v.GenericSchema>(schema: Schema) =>
	v.union([
		v.pipe(
			v.literal(''),
			v.transform(() => null),
		),
		v.null(),
		schema,
	]);

/**
 * `wellbeing.rate`, from a form and from the outbox alike. The id is a UUID v7 made where the answer was given, so
 * that the same command twice is one row. `ratedAt` (ISO 8601) is null or left out when it is sent at once.
 */
export const Rate = v.pipe(
	v.object({
		id,
		topic: v.picklist(topics),
		scale: v.optional(emptyToNull(id), null),
		answers: v.array(v.number()),
		ratedAt: v.optional(emptyToNull(v.pipe(v.string(), v.isoTimestamp())), null),
	}),
	v.forward(
		v.partialCheck(
			[['topic'], ['answers']],
			({ topic, answers }) => fits(topic, answers),
			'wellbeing:error.answersMissing',
		),
		['answers'],
	),
	v.forward(
		v.partialCheck(
			[['topic'], ['scale']],
			({ topic, scale }) => (topic === 'scale') === (scale !== null),
			'wellbeing:error.scaleUnclear',
		),
		['scale'],
	),
);

/** `wellbeing.takeBack`: undoes a rating. */
export const OneRating = v.object({ id });
