/** What families and coordinators do with offers (O2), and how the catalogue is kept (O1). */
import * as v from 'valibot';
import { danishDay } from '$lib/i18n/format';
import { lifeAreas } from '$lib/plan/areas';
import { command } from '$lib/server/command';
import { drawnFrom, id, line, optionalLine, orNull, saidAt, since, words } from '$lib/server/fields';
import { descriptionLimit } from './catalogue';
import * as catalogue from './catalogue.server';
import { familyStates, oldest, providerKinds, reasonLimit } from './offers';
import * as offers from './offers.server';
import { offerRefusals } from './refusals';

/** The coordinator's suggestion, usually for a goal, always with the reason in plain words. */
export const Suggest = v.object({
	id,
	family: id,
	offer: id,
	goal: orNull(id),
	/** Whom it is for; null: the whole family. */
	about: orNull(id),
	reason: words(reasonLimit, 'offers:error.reasonMissing', 'offers:error.reasonTooLong'),
});

/** How far the family is with an offer, whoever found it. */
export const Answer = v.object({
	id,
	family: id,
	offer: id,
	about: orNull(id),
	state: v.picklist(familyStates, 'offers:error.stateMissing'),
	/** When the answer was given that was shown. */
	drawnFrom: saidAt,
});

/** Which of our goals the offer is for. */
export const Tie = v.object({
	family: id,
	offer: id,
	about: orNull(id),
	goal: orNull(id),
	/** The one it was shown to be for. */
	drawnFrom: orNull(id),
});

const age = (empty: number, unclear: string) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.regex(/^\d{0,3}$/, unclear),
		v.transform((typed) => (typed === '' ? empty : Number(typed))),
		v.maxValue(oldest, unclear),
	);

const written = {
	id,
	title: line(120, 'office:error.titleMissing', 'office:error.titleTooLong'),
	description: words(descriptionLimit, 'office:error.descriptionMissing', 'office:error.descriptionTooLong'),
	areas: v.pipe(v.array(v.picklist(lifeAreas)), v.minLength(1, 'office:error.areasMissing')),
	provider: line(120, 'office:error.providerMissing', 'office:error.providerTooLong'),
	kind: v.picklist(providerKinds, 'office:error.kindMissing'),
	ageFrom: age(0, 'office:error.ageFromUnclear'),
	ageTo: age(oldest, 'office:error.ageToUnclear'),
	place: line(120, 'office:error.placeMissing', 'office:error.placeTooLong'),
	contact: line(200, 'office:error.contactMissing', 'office:error.contactTooLong'),
	price: optionalLine(120, 'office:error.priceTooLong'),
};
const turned = 'office:error.agesTurned';

/** A changed offer. */
export const SaveOffer = v.pipe(
	v.object({ ...written, drawnFrom }),
	v.forward(
		v.check(({ ageFrom, ageTo }) => ageFrom <= ageTo, turned),
		['ageTo'],
	),
);

/** A new offer, in the catalogue of a municipality. */
export const AddOffer = v.pipe(
	v.object({ ...written, municipality: id }),
	v.forward(
		v.check(({ ageFrom, ageTo }) => ageFrom <= ageTo, turned),
		['ageTo'],
	),
);

const OneOffer = v.object({ id });

export const suggest = command({
	name: 'offers.suggest',
	schema: Suggest,
	run: ({ db, person }, suggestion) => offers.suggest(db, person.id, suggestion),
	refusals: offerRefusals,
	receipt: 'staff:receipt.suggested',
});

export const answer = command({
	name: 'offers.answer',
	mayWait: true,
	schema: Answer,
	run: ({ db, person, madeAt }, given) => offers.answer(db, person.id, given, madeAt === null),
	refusals: { ...offerRefusals, changed_since: { message: 'offers:error.changedSince' } },
	receipt: ({ state, about, family }, _, { person }) => {
		if (person.families.some(({ id, stage }) => id === family && stage === 'child'))
			return { text: 'offers:receipt.child' };
		const isOwn = about === person.id && state !== 'not_for_us';
		return { text: isOwn ? `offers:receipt.own.${state}` : `offers:receipt.${state}` };
	},
});

export const tie = command({
	name: 'offers.tie',
	schema: Tie,
	run: ({ db }, given) => offers.tie(db, given),
	refusals: { ...offerRefusals, changed_since: { message: 'offers:error.tiedSince' } },
	receipt: 'offers:receipt.goal',
});

export const addOffer = command({
	name: 'catalogue.addOffer',
	mayBeTwo: true,
	schema: AddOffer,
	run: ({ db, now }, { municipality, ...offer }) => catalogue.add(db, municipality, offer, danishDay(now)),
	receipt: 'office:receipt.offerSaved',
});

export const editOffer = command({
	name: 'catalogue.editOffer',
	// It is checked by that.
	doesAnyway: true,
	schema: SaveOffer,
	run: ({ db, now }, offer) => catalogue.edit(db, offer, danishDay(now)),
	receipt: (_, isOffered) => ({
		text: isOffered ? 'office:receipt.offerSaved' : 'office:receipt.offerSavedAside',
	}),
});

export const verifyOffer = command({
	name: 'catalogue.verifyOffer',
	schema: OneOffer,
	run: ({ db, now }, { id }) => catalogue.verify(db, id, danishDay(now)),
	receipt: (_, isOffered) => ({
		text: isOffered ? 'office:receipt.offerChecked' : 'office:receipt.offerSavedAside',
	}),
});

export const retireOffer = command({
	name: 'catalogue.retireOffer',
	schema: OneOffer,
	run: ({ db, now }, { id }) => catalogue.retire(db, id, now),
	// Nobody undoes with a button of theirs what another has done.
	receipt: ({ id }, at) => ({
		text: 'office:receipt.offerRetired',
		...(at && { undo: { action: `/office/offers?/bringBack&drawnFrom=${encodeURIComponent(at)}`, id } }),
	}),
});

export const bringOfferBack = command({
	name: 'catalogue.bringOfferBack',
	schema: v.object({ id, drawnFrom: since }),
	run: ({ db, now }, { id, drawnFrom }) => catalogue.bringBack(db, id, danishDay(now), drawnFrom),
	refusals: { changed_since: { message: 'office:error.retiredSince' } },
	receipt: 'office:receipt.offerBack',
});

export const offerCommands = [
	suggest,
	answer,
	tie,
	addOffer,
	editOffer,
	verifyOffer,
	retireOffer,
	bringOfferBack,
];
