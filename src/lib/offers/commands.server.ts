/** What families and coordinators do with offers (O2), and how the catalogue is kept (O1). */
import * as v from 'valibot';
import { lifeAreas } from '$lib/plan/areas';
import { id, optionalWords, orNull, words } from '$lib/server/fields';
import { descriptionLimit } from './catalogue';
import { familyStates, oldest, providerKinds, reasonLimit } from './offers';

/** `offers.suggest`: the coordinator's suggestion, usually for a goal, always with the reason in plain words. */
export const Suggest = v.object({
	id,
	family: id,
	offer: id,
	goal: orNull(id),
	reason: words(reasonLimit, 'offers:error.reasonMissing', 'offers:error.reasonTooLong'),
});

/** `offers.answer`: how far the family is with an offer, whoever found it. */
export const Answer = v.object({
	id,
	family: id,
	offer: id,
	state: v.picklist(familyStates, 'offers:error.stateMissing'),
});

/** `offers.tie`: which of our goals the offer is for. */
export const Tie = v.object({ family: id, offer: id, goal: orNull(id) });

const age = (empty: number) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^\d{0,3}$/, 'office:error.ageUnclear'),
		v.transform((typed) => (typed === '' ? empty : Number(typed))),
		v.maxValue(oldest, 'office:error.ageUnclear'),
	);

/** `catalogue.save`: a new offer or a changed one. */
export const SaveOffer = v.pipe(
	v.object({
		id,
		title: words(120, 'office:error.titleMissing', 'office:error.titleTooLong'),
		description: words(
			descriptionLimit,
			'office:error.descriptionMissing',
			'office:error.descriptionTooLong',
		),
		provider: words(120, 'office:error.providerMissing', 'office:error.tooLong'),
		kind: v.picklist(providerKinds, 'office:error.kindMissing'),
		areas: v.pipe(v.array(v.picklist(lifeAreas)), v.minLength(1, 'office:error.areasMissing')),
		ageFrom: age(0),
		ageTo: age(oldest),
		place: words(120, 'office:error.placeMissing', 'office:error.tooLong'),
		contact: words(200, 'office:error.contactMissing', 'office:error.tooLong'),
		price: optionalWords(120, 'office:error.tooLong'),
	}),
	v.forward(
		v.check(({ ageFrom, ageTo }) => ageFrom <= ageTo, 'office:error.agesTurned'),
		['ageTo'],
	),
);

/** `catalogue.verify`, `catalogue.retire`, `catalogue.bringBack` */
export const OneOffer = v.object({ id });
