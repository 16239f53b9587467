/** Keeping the catalogue: what the project lead writes and checks (O1). Pure. */
import * as v from 'valibot';
import { lifeAreas } from '$lib/plan/plan';
import { freshDays, oldest, providerKinds, type Offer } from './offers';

export const descriptionLimit = 2000;
/** Days before an offer is hidden in which the lead is told that it soon will be. */
const warningDays = 60;
const day = 24 * 60 * 60 * 1000;

const id = v.pipe(v.string(), v.uuid());
const text = (missing: string, limit: number, tooLong = 'office:error.tooLong') =>
	v.pipe(v.string(), v.trim(), v.minLength(1, missing), v.maxLength(limit, tooLong));
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
		title: text('office:error.titleMissing', 120, 'office:error.titleTooLong'),
		description: text('office:error.descriptionMissing', descriptionLimit, 'office:error.descriptionTooLong'),
		provider: text('office:error.providerMissing', 120),
		kind: v.picklist(providerKinds, 'office:error.kindMissing'),
		areas: v.pipe(v.array(v.picklist(lifeAreas)), v.minLength(1, 'office:error.areasMissing')),
		ageFrom: age(0),
		ageTo: age(oldest),
		place: text('office:error.placeMissing', 120),
		contact: text('office:error.contactMissing', 200),
		price: v.pipe(
			v.optional(v.string(), ''),
			v.trim(),
			v.maxLength(120, 'office:error.tooLong'),
			v.transform((words) => words || null),
		),
	}),
	v.forward(
		v.check(({ ageFrom, ageTo }) => ageFrom <= ageTo, 'office:error.agesTurned'),
		['ageTo'],
	),
);

/** `catalogue.verify`, `catalogue.retire`, `catalogue.bringBack` */
export const OneOffer = v.object({ id });

/** How an offer stands: taken out, hidden since nobody checked it, soon to be hidden, or fresh. */
export type Freshness = 'retired' | 'hidden' | 'soon' | 'fresh';

/** `today` is YYYY-MM-DD in Denmark. */
export function freshnessOf(offer: Pick<Offer, 'verifiedOn' | 'retiredAt'>, today: string): Freshness {
	if (offer.retiredAt) return 'retired';
	const days = (Date.parse(today) - Date.parse(offer.verifiedOn)) / day;
	if (days >= freshDays) return 'hidden';
	return days >= freshDays - warningDays ? 'soon' : 'fresh';
}

/** What was checked longest ago first. */
export const longestAgoFirst = (a: Offer, b: Offer) =>
	a.verifiedOn.localeCompare(b.verifiedOn) || a.title.localeCompare(b.title, 'da');
