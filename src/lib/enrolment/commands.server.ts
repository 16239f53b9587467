/** What the project lead writes down about a family's time in the project (F2). */
import * as v from 'valibot';
import { command } from '$lib/server/command';
import { day, id, orNull } from '$lib/server/fields';
import { placeAnswers, tiers } from './enrolment';
import * as enrolment from './enrolment.server';
import { againRefusals, enrolmentRefusals } from './refusals';

const on = day('enrolment:error.day');

/** Something about an enrolment happened on a day. */
export const OnADay = v.object({ id, on });

/** When a place was offered, drawn from the day that stood there; null: none did. */
export const Offer = v.object({ id, on, drawnFrom: orNull(on) });

export const Answer = v.object({
	id,
	answer: v.picklist(placeAnswers, 'enrolment:error.answerMissing'),
	on,
});

/** Drawn from the tier that was in force; null: none was. */
export const SetTier = v.object({
	id,
	tier: v.picklist(tiers, 'enrolment:error.tierMissing'),
	on,
	drawnFrom: orNull(v.picklist(tiers, 'common:error.unclear')),
});

/** The id is made with the form, so that the same press twice is one enrolment. */
export const Again = v.object({
	id,
	family: id,
	/** The visitation date: what change is measured from. */
	visitedOn: on,
	/** May be settled later. */
	tier: orNull(v.picklist(tiers, 'common:error.unclear')),
});

export const writeOffer = command({
	name: 'enrolment.writeOffer',
	schema: Offer,
	run: ({ db }, offered) => enrolment.offer(db, offered),
	refusals: enrolmentRefusals,
	receipt: 'enrolment:receipt.offered',
});

export const writeAnswer = command({
	name: 'enrolment.writeAnswer',
	schema: Answer,
	run: ({ db }, given) => enrolment.answer(db, given),
	refusals: enrolmentRefusals,
	receipt: ({ answer }) => ({ text: `enrolment:receipt.${answer}` }),
});

export const setTier = command({
	name: 'enrolment.setTier',
	schema: SetTier,
	run: ({ db }, tier) => enrolment.setTier(db, tier),
	refusals: enrolmentRefusals,
	receipt: 'enrolment:receipt.tier',
});

export const end = command({
	name: 'enrolment.end',
	schema: OnADay,
	run: ({ db }, ended) => enrolment.end(db, ended),
	refusals: enrolmentRefusals,
	receipt: 'enrolment:receipt.ended',
});

export const enrolAgain = command({
	name: 'enrolment.enrolAgain',
	schema: Again,
	run: ({ db }, family) => enrolment.again(db, family),
	refusals: againRefusals,
	receipt: 'enrolment:receipt.again',
});

export const enrolmentCommands = [writeOffer, writeAnswer, setTier, end, enrolAgain];
