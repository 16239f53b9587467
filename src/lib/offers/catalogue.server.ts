/** The catalogue as the project lead keeps it. Who may, the database decides (51_offers.sql). */
import type * as v from 'valibot';
import { fingerprintOf } from '$lib/server/fingerprint';
import { addOnce } from '$lib/server/add-once';
import { changeAsSeen } from '$lib/server/as-seen';
import type { Database } from '$lib/server/database';
import { changed, rows, counted, shown } from '$lib/server/rows';
import { withPart } from '$lib/choosing';
import { isId } from '$lib/id';
import type { Shown, Window } from '$lib/more';
import type { AddOffer, SaveOffer } from './commands.server';
import type { Offer } from './offers';
import { offerColumns } from './row';

/** Which offers of the catalogue: those in it, or those taken out of it. */
export type Kept = 'offered' | 'retired';

/** The catalogue of a municipality, of what has `part` in its name: what was checked longest ago first, hidden offers too. */
export async function list(
	db: Database,
	municipality: string,
	kept: Kept,
	window: Window,
	part = '',
): Promise<Shown<Offer>> {
	const answer = await db
		.from('offer')
		.select(offerColumns, counted)
		.eq('municipality_id', municipality)
		.filter('retired_at', kept === 'retired' ? 'not.is' : 'is', null)
		.ilike('title', withPart(part))
		.order('verified_on')
		.order('title')
		.order('id')
		.range(window.from, window.to - 1);
	return shown(answer, window);
}

/** One offer of the catalogue of a municipality, with the revision a form is drawn from; null when there is none such. */
export async function get(
	db: Database,
	municipality: string,
	id: string,
): Promise<(Offer & { revision: number }) | null> {
	if (!isId(id)) return null;
	return rows(
		await db
			.from('offer')
			.select(`${offerColumns}, revision`)
			.eq('municipality_id', municipality)
			.eq('id', id)
			.maybeSingle(),
	);
}

/** What is written of an offer, new or changed. */
type Written = Omit<v.InferOutput<typeof AddOffer>, 'municipality'>;

const columnsOf = (offer: Written, today: string) => ({
	title: offer.title,
	description: offer.description,
	provider: offer.provider,
	provider_kind: offer.kind,
	life_areas: offer.areas,
	age_from: offer.ageFrom,
	age_to: offer.ageTo,
	place: offer.place,
	contact: offer.contact,
	price: offer.price,
	verified_on: today,
});

/** Adds an offer, as checked today (YYYY-MM-DD). */
export async function add(db: Database, municipality: string, offer: Written, today: string): Promise<void> {
	await addOnce(
		db,
		'offer',
		{
			id: offer.id,
			municipality_id: municipality,
			...columnsOf(offer, today),
			made_as: fingerprintOf(offer),
		},
		['municipality_id', 'made_as'],
	);
}

/** Changes an offer, as checked today (YYYY-MM-DD). @returns whether families can find it: one taken out stays so */
export const edit = async (db: Database, offer: v.InferOutput<typeof SaveOffer>, today: string) =>
	(await change(db, offer.id, { ...columnsOf(offer, today), revision: offer.drawnFrom })).retiredAt === null;

/** Somebody made sure today (YYYY-MM-DD) that all of it is true. @returns whether families can find it, as `edit` */
export const verify = async (db: Database, id: string, today: string) =>
	(await change(db, id, { verified_on: today })).retiredAt === null;

/**
 * Takes an offer out of the catalogue; families that chose it keep it.
 * @returns since when it is out; null when it was out already
 */
export async function retire(db: Database, id: string, at: Date): Promise<string | null> {
	const there = db.from('offer').select('id').eq('id', id).not('retired_at', 'is', null).maybeSingle();
	const wasOut = rows(await there) !== null;
	// Who may not is refused by this.
	const { retiredAt } = await change(db, id, { retired_at: at.toISOString() });
	return wasOut ? null : retiredAt;
}

/** Puts an offer back, as it was taken out at that time and as checked today (YYYY-MM-DD). */
export const bringBack = (db: Database, id: string, today: string, retiredAt: string) =>
	changeAsSeen(
		db,
		'offer',
		{ id },
		{ retired_at: null, verified_on: today },
		{ column: 'retired_at', was: retiredAt, already: 'retired_at.is.null' },
	);

async function change(
	db: Database,
	id: string,
	values: Partial<ReturnType<typeof columnsOf>> & { retired_at?: string | null; revision?: number },
): Promise<Pick<Offer, 'retiredAt'>> {
	const [offer] = changed(await db.from('offer').update(values).eq('id', id).select('retiredAt:retired_at'));
	return offer!;
}
