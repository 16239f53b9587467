/** The only code that queries the offers of families. Who may do what, the database decides (54_offers_families.sql). */
import type * as v from 'valibot';
import { addOnce } from '$lib/server/add-once';
import { changeAsSeen, type Seen } from '$lib/server/as-seen';
import type { Database } from '$lib/server/database';
import { all, counted, descending, firstOf, rows, shown } from '$lib/server/rows';
import { cutAtOne, mapped, type First, type Shown, type Window } from '$lib/more';
import { offerColumns } from './row';
import { isId } from '$lib/id';
import type { Answer, Suggest, Tie } from './commands.server';
import {
	mostPlaces,
	type FamilyOffer,
	type FoundOffer,
	type Offer,
	askedFirst,
	standings,
	type SaidOfOffer,
	type Search,
	type Standing,
} from './offers';

type Input<Schema extends v.GenericSchema> = v.InferOutput<Schema>;

/** What was found. `instead`: the words as the catalogue spells them, when those typed were not found there. */
export interface Found {
	/** How many there are in all is not counted: `of` says only whether there are more. */
	offers: Shown<FoundOffer>;
	instead: string | null;
}

/** The municipalities of these families: theirs are the offers a page of a family shows, whatever else whoever looks may see. */
export async function cataloguesOf(db: Database, families: string[]): Promise<string[]> {
	const answer = await db
		.from('family')
		.select('catalogue:municipality_id')
		.in('id', families)
		.order('id')
		.limit(all);
	return [...new Set(rows(answer).map(({ catalogue }) => catalogue))];
}

/**
 * The offers of these catalogues that fit, best first; without words by title. Stale and retired ones never. Each with
 * how far these families are with it, the latest they said.
 */
export async function search(
	db: Database,
	{ words, area, age, town }: Search,
	families: string[],
	within: string[],
	window: Window,
): Promise<Found> {
	const asked = { words, town, within, ...(area && { area }), ...(age !== null && { age }) };
	const [found, spelt] = await Promise.all([
		db
			.rpc('search_offers', { ...asked, skip: window.from, most: window.to - window.from })
			.select(`${offerColumns}, theirs:family_offer!offer_is_of_the_same_municipality(state)`)
			.in('theirs.family_id', families)
			.is('theirs.about_has_left', false)
			.order('created_at', { referencedTable: 'theirs', ascending: false })
			.limit(1, { referencedTable: 'theirs' }),
		words ? db.rpc('spell_offers', { words, within }) : null,
	]);
	const offers = rows(found).map(({ theirs, ...offer }) => ({ ...offer, state: theirs[0]?.state }));
	return { offers: cutAtOne(offers, window), instead: spelt && rows(spelt) };
}

/** One offer of these catalogues; null when there is none that I may see. */
export async function get(db: Database, id: string, within: string[]): Promise<Offer | null> {
	if (!isId(id)) return null;
	return rows(
		await db.from('offer').select(offerColumns).eq('id', id).in('municipality_id', within).maybeSingle(),
	);
}

/** The towns and villages of these catalogues, by name, at most 500. */
export async function places(db: Database, within: string[]): Promise<First<string>> {
	const { rows, isCut } = firstOf(await db.rpc('offer_places', { within }), mostPlaces);
	return { rows: rows.sort((a, b) => a.localeCompare(b, 'da')), isCut };
}

/** A goal and what it stands under, with when each was taken off the plan. */
const tiedColumns =
	'id, title, removedAt:removed_at, under:step_stands_in_the_plan_of_its_goal(removedAt:removed_at, under:step_stands_in_the_plan_of_its_goal(removedAt:removed_at))' as const;

const familyOfferColumns =
	`id, familyId:family_id, reason, state, createdAt:created_at, answeredAt:answered_at,
	offer!inner(${offerColumns}), tied:goal(${tiedColumns}), about:person!family_offer_about_id_fkey(id, name),
	suggestedBy:person!family_offer_suggested_by_fkey(id, name)` as const;

/** What stands so, as a filter. What is for somebody who has left is over, however far it came. */
const standing = {
	open: `and(state.in.(${standings.open}),about_has_left.is.false)`,
	going: `and(state.in.(${standings.going}),about_has_left.is.false)`,
	over: `state.in.(${standings.over}),about_has_left.is.true`,
	any: 'about_has_left.not.is.null',
} as const satisfies Record<Standing | 'any', string>;

/**
 * What these families were suggested or found themselves and that stands so with them: suggestions first, then in the
 * order of the way, newest first in each.
 */
export async function ofFamilies(
	db: Database,
	families: string[],
	which: keyof typeof standing,
	window: Window,
): Promise<Shown<FamilyOffer>> {
	const answer = await db
		.from('family_offer')
		.select(familyOfferColumns, counted)
		.in('family_id', families)
		.or(standing[which])
		.order('state')
		.order('created_at', descending)
		.order('id')
		.range(window.from, window.to - 1);
	const found = shown(answer, window);
	const over = await endedWithWhoLeft(db, found.rows);
	return mapped(found, (one) => toFamilyOffer(one, over));
}

/** How far these families are with one offer: once for each whom it is for (offer_once_for_each). */
export async function withOffer(
	db: Database,
	families: string[],
	offer: string,
): Promise<(FamilyOffer & SaidOfOffer)[]> {
	if (!isId(offer)) return [];
	const answer = await db
		.from('family_offer')
		.select(`${familyOfferColumns}, saidAt:said_at, saidBy:answered_by, tiedTo:goal_id`)
		.in('family_id', families)
		.eq('offer_id', offer)
		.order('created_at', descending)
		.limit(all);
	const found = rows(answer);
	const over = await endedWithWhoLeft(db, found);
	return askedFirst(found.map((one) => toFamilyOffer(one, over)));
}

/** Which of these are for somebody who has left: asked apart, the embedded API gives no computed column of what is read itself. */
async function endedWithWhoLeft(
	db: Database,
	offers: { id: string; about: unknown }[],
): Promise<Set<string>> {
	const ids = offers.flatMap(({ id, about }) => (about ? [id] : []));
	if (!ids.length) return new Set();
	const answer = await db
		.from('family_offer')
		.select('id')
		.in('id', ids)
		.is('about_has_left', true)
		.order('id')
		.limit(all);
	return new Set(rows(answer).map(({ id }) => id));
}

/** There is one goal above a step, or none; the client's types take it for many. */
interface Stood {
	removedAt: string | null;
	under?: Stood | Stood[] | null;
}
const stands = ({ removedAt, under }: Stood): boolean =>
	removedAt === null && [under ?? []].flat().every(stands);

/** It is for no goal while the one it is tied to is off the plan. */
const toFamilyOffer = <Row extends { id: string; tied: (Stood & { id: string; title: string }) | null }>(
	{ tied, ...offer }: Row,
	over: Set<string>,
) => ({
	...offer,
	goal: tied && stands(tied) ? { id: tied.id, title: tied.title } : null,
	hasLeft: over.has(offer.id),
});

/** How many suggestions wait for an answer of mine; those of others wait for them. */
export const toAnswer = async (db: Database): Promise<number> => rows(await db.rpc('suggestions_to_answer'));

/** The coordinator suggests an offer to the family. Refused when the family has it already. */
export async function suggest(db: Database, by: string, suggestion: Input<typeof Suggest>): Promise<void> {
	await addOnce(
		db,
		'family_offer',
		{
			id: suggestion.id,
			family_id: suggestion.family,
			offer_id: suggestion.offer,
			goal_id: suggestion.goal,
			about_id: suggestion.about,
			suggested_by: by,
			reason: suggestion.reason,
		},
		['family_id', 'offer_id', 'goal_id', 'about_id', 'suggested_by', 'reason'],
	);
}

/**
 * How far the family, or the one of it whom the offer is for, is with it; an offer nobody suggested becomes their own
 * find. Who answers and when, the database notes.
 * @param isNow it did not wait on a phone: it is of the answer that was shown
 */
export async function answer(
	db: Database,
	by: string,
	given: Input<typeof Answer>,
	isNow: boolean,
): Promise<void> {
	const found = await db
		.from('family_offer')
		.upsert(
			{
				id: given.id,
				family_id: given.family,
				offer_id: given.offer,
				about_id: given.about,
				suggested_by: by,
				state: given.state,
			},
			{ onConflict: 'family_id,offer_id,about_id', ignoreDuplicates: true },
		)
		.select('id');
	// Nothing was added: somebody suggested it or answered before, and the new answer counts.
	const seen = { column: 'said_at', was: given.drawnFrom, already: `state.eq.${given.state}` };
	if (!rows(found).length) await change(db, given, { state: given.state }, isNow ? seen : null);
}

/** Ties the family's offer to one of its goals, or to none. */
export async function tie(db: Database, given: Input<typeof Tie>): Promise<void> {
	const already = given.goal ? `goal_id.eq.${given.goal}` : 'goal_id.is.null';
	await change(db, given, { goal_id: given.goal }, { column: 'goal_id', was: given.drawnFrom, already });
}

async function change(
	db: Database,
	{ family, offer, about }: { family: string; offer: string; about: string | null },
	values: { state: FamilyOffer['state'] } | { goal_id: string | null },
	seen: Seen | null,
): Promise<void> {
	const which = { family_id: family, offer_id: offer, about_id: about };
	await changeAsSeen(db, 'family_offer', which, values, seen);
}
