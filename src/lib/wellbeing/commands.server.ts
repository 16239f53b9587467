/** What people say of how they are (W1), and the scales they say it on. */
import * as v from 'valibot';
import { command } from '$lib/server/command';
import { id, line, moment, orNull, wholeNumber } from '$lib/server/fields';
import { stepOf } from './draft';
import { rateRefusals, scaleRefusals } from './refusals';
import { askedBy, fits, scaleKinds, topics } from './wellbeing';
import * as drafts from './drafts.server';
import * as scales from './scales.server';
import * as wellbeing from './wellbeing.server';

/** An answer. The id is a UUID v7 made where it was given, so that the same command twice is one row. */
export const Rate = v.pipe(
	v.object({
		id,
		topic: v.picklist(topics),
		scale: orNull(id),
		answers: v.array(wholeNumber(0, 100, 'wellbeing:error.answersMissing')),
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

/** An instrument by its name in an address. */
const instrument = v.pipe(
	v.string(),
	v.check((name) => askedBy(name) !== null),
	v.transform((name) => askedBy(name)!),
);

/** One answer of a draft, by the number of its question; an empty one is left out. */
export const KeepAnswer = v.object({
	instrument,
	question: wholeNumber(1, 5, 'wellbeing:error.answerUnclear'),
	answer: orNull(wholeNumber(0, 10, 'wellbeing:error.answerUnclear')),
	/** By the page it was answered on; null (now) without JavaScript, or where it cannot be read. */
	answeredAt: v.fallback(orNull(moment()), null),
});

/** Each field by a name of its own: the list of what is missing stands above them all. */
const words = (field: 'name' | 'low' | 'high') =>
	line(80, `wellbeing:error.${field}Missing`, `wellbeing:error.${field}TooLong`);

/** Its words never change afterwards: old answers need them. */
export const AddScale = v.object({
	id,
	kind: v.picklist(scaleKinds, 'wellbeing:error.kindMissing'),
	name: words('name'),
	lowWords: words('low'),
	highWords: words('high'),
});

const OneRating = v.object({ id });
const OneScale = v.object({ id });

export const rate = command({
	name: 'wellbeing.rate',
	mayWait: true,
	mayBeTwo: true,
	schema: Rate,
	run: async ({ db, person, madeAt }, rating) => {
		await wellbeing.rate(db, person.id, { ...rating, ratedAt: madeAt });
	},
	refusals: rateRefusals,
	receipt: ({ id }) => ({
		text: 'wellbeing:receipt.rated',
		undo: { action: '/wellbeing?/takeBack', id },
	}),
});

export const takeBack = command({
	name: 'wellbeing.takeBack',
	schema: OneRating,
	run: ({ db, person }, { id }) => wellbeing.takeBack(db, person.id, id),
	refusals: { '42501': { message: 'wellbeing:error.takenBack' } },
	receipt: 'wellbeing:receipt.takenBack',
});

/** Answers with the next question. */
export const keepAnswer = command({
	name: 'wellbeing.keepAnswer',
	schema: KeepAnswer,
	run: async ({ db }, { instrument, ...kept }) => {
		const answers = await drafts.keep(db, instrument, kept);
		return stepOf(instrument.topic, answers, String(kept.question + 1));
	},
	refusals: rateRefusals,
});

export const dropDraft = command({
	name: 'wellbeing.dropDraft',
	schema: v.object({ instrument }),
	run: ({ db }, { instrument }) => drafts.drop(db, instrument),
	refusals: { '42501': { message: 'wellbeing:error.noDraft' } },
	receipt: 'wellbeing:receipt.dropped',
});

export const addScale = command({
	name: 'wellbeing.addScale',
	mayBeTwo: true,
	schema: AddScale,
	run: ({ db, person }, added) => scales.add(db, person.id, added),
	refusals: scaleRefusals,
	receipt: 'wellbeing:receipt.scaleAdded',
});

export const retireScale = command({
	name: 'wellbeing.retireScale',
	schema: OneScale,
	run: ({ db, person, now }, { id }) => scales.retire(db, person.id, id, now),
	receipt: ({ id }) => ({
		text: 'wellbeing:receipt.scaleRetired',
		undo: { action: '/wellbeing/scales?/use', id },
	}),
});

export const useScale = command({
	name: 'wellbeing.useScale',
	schema: OneScale,
	run: ({ db, person }, { id }) => scales.retire(db, person.id, id, null),
	refusals: scaleRefusals,
	receipt: 'wellbeing:receipt.scaleBack',
});

export const wellbeingCommands = [rate, takeBack, keepAnswer, dropDraft, addScale, retireScale, useScale];
