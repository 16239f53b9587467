/** What is read of an offer, called as in Offer; the search vector stays in the database. */
export const offerColumns =
	'id, title, description, provider, providerKind:provider_kind, lifeAreas:life_areas, ageFrom:age_from, ageTo:age_to, place, contact, price, verifiedOn:verified_on, retiredAt:retired_at';
