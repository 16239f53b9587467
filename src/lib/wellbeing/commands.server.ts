/** What people say of how they are (W1), and the scales they say it on. */
import * as v from 'valibot';
import { id, orNull, words as wordsUpTo } from '$lib/server/fields';
import { fits, scaleKinds, topics } from './wellbeing';

/**
 * `wellbeing.rate`, from a form and from the outbox alike. The id is a UUID v7 made where the answer was given, so
 * that the same command twice is one row. `ratedAt` (ISO 8601) is null or left out when it is sent at once.
 */
export const Rate = v.pipe(
	v.object({
		id,
		topic: v.picklist(topics),
		scale: orNull(id),
		answers: v.array(v.number()),
		ratedAt: orNull(v.pipe(v.string(), v.isoTimestamp())),
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

/** `wellbeing.keepAnswer`: one answer of a draft, by the number of its question; an empty one is left out. */
export const KeepAnswer = v.object({
	question: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
	answer: orNull(
		v.pipe(
			v.string(),
			v.digits('wellbeing:error.answerUnclear'),
			v.transform(Number),
			v.maxValue(10, 'wellbeing:error.answerUnclear'),
		),
	),
});

const words = wordsUpTo(80, 'wellbeing:error.wordsMissing', 'wellbeing:error.wordsTooLong');

/** `wellbeing.addScale`. Its words never change afterwards: old answers need them. */
export const AddScale = v.object({
	id,
	kind: v.picklist(scaleKinds, 'wellbeing:error.kindMissing'),
	name: words,
	lowWords: words,
	highWords: words,
});

/** `wellbeing.retireScale` and back. */
export const OneScale = v.object({ id });
