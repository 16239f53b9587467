/** The only code that queries the offers of families. Who may do what, the database decides (53_offers_families.sql). */
import type * as v from 'valibot';
import { addOnce, changed, rows, type Database } from '$lib/server/database';
import { offerColumns, toOffer } from './row';
import { isId } from '$lib/id';
import type { Answer, Suggest, Tie } from './commands.server';
import { inOrder, type FamilyOffer, type Offer, type Search } from './offers';

type Input<Schema extends v.GenericSchema> = v.InferOutput<Schema>;

/** What was found. `instead`: the words as the catalogue spells them, when those typed were not found there. */
export interface Found {
	offers: Offer[];
	instead: string | null;
}

/** The offers of my municipality that fit, best first; without words by title. Stale and retired ones never. */
export async function search(db: Database, { words, area, age, town }: Search): Promise<Found> {
	const [found, spelt] = await Promise.all([
		db.rpc('search_offers', { words, town, ...(area && { area }), ...(age !== null && { age }) }),
		words ? db.rpc('spell_offers', { words }) : null,
	]);
	return { offers: rows(found).map(toOffer), instead: spelt && rows(spelt) };
}

/** One offer; null when there is none that I may see. */
export async function get(db: Database, id: string): Promise<Offer | null> {
	if (!isId(id)) return null;
	const row = rows(await db.from('offer').select(offerColumns).eq('id', id).maybeSingle());
	return row && toOffer(row);
}

/** The towns and villages of the catalogue, by name. */
export async function places(db: Database): Promise<string[]> {
	const answer = await db.from('offer').select('place').is('retired_at', null);
	return [...new Set(rows(answer).map(({ place }) => place))].sort((a, b) => a.localeCompare(b, 'da'));
}

/** What these families were suggested or found themselves: open suggestions first. */
export async function ofFamilies(db: Database, families: string[]): Promise<FamilyOffer[]> {
	const answer = await db
		.from('family_offer')
		.select(
			`id, family_id, reason, state, created_at, answered_at, offer!inner(${offerColumns}), goal(id, title),
			about:person!family_offer_about_id_fkey(id, name), suggester:person!family_offer_suggested_by_fkey(id, name)`,
		)
		.in('family_id', families);
	return rows(answer)
		.map((row) => ({
			id: row.id,
			familyId: row.family_id,
			offer: toOffer(row.offer),
			goal: row.goal,
			about: row.about,
			suggestedBy: row.suggester,
			reason: row.reason,
			state: row.state,
			createdAt: row.created_at,
			answeredAt: row.answered_at,
		}))
		.sort(inOrder);
}

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
 */
export async function answer(db: Database, by: string, given: Input<typeof Answer>): Promise<void> {
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
	if (!rows(found).length) await change(db, given, { state: given.state });
}

/** Ties the family's offer to one of its goals, or to none. */
export async function tie(db: Database, given: Input<typeof Tie>): Promise<void> {
	await change(db, given, { goal_id: given.goal });
}

async function change(
	db: Database,
	{ family, offer, about }: { family: string; offer: string; about: string | null },
	values: { state: FamilyOffer['state'] } | { goal_id: string | null },
): Promise<void> {
	const theirs = db.from('family_offer').update(values).match({ family_id: family, offer_id: offer });
	changed(await (about ? theirs.eq('about_id', about) : theirs.is('about_id', null)).select('id'));
}
