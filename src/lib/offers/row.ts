import type { Row } from '$lib/server/database';
import type { Offer } from './offers';

/** What is read of an offer; the search vector stays in the database. */
export const offerColumns =
	'id, title, description, provider, provider_kind, life_areas, age_from, age_to, place, contact, price, verified_on, retired_at';

type OfferRow = Pick<
	Row<'offer'>,
	| 'id'
	| 'title'
	| 'description'
	| 'provider'
	| 'provider_kind'
	| 'life_areas'
	| 'age_from'
	| 'age_to'
	| 'place'
	| 'contact'
	| 'price'
	| 'verified_on'
	| 'retired_at'
>;

export const toOffer = (row: OfferRow): Offer => ({
	id: row.id,
	title: row.title,
	description: row.description,
	provider: row.provider,
	providerKind: row.provider_kind,
	lifeAreas: row.life_areas,
	ageFrom: row.age_from,
	ageTo: row.age_to,
	place: row.place,
	contact: row.contact,
	price: row.price,
	verifiedOn: row.verified_on,
	retiredAt: row.retired_at,
});
