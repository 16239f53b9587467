/** Keeping the catalogue: what the project lead writes and checks (O1). Pure. */
import { freshDays, type Offer } from './offers';

export const descriptionLimit = 2000;
/** Days before an offer is hidden in which the lead is told that it soon will be. */
const warningDays = 60;
const day = 24 * 60 * 60 * 1000;

/** How an offer stands: taken out, hidden since nobody checked it, soon to be hidden, or fresh. */
export type Freshness = 'retired' | 'hidden' | 'soon' | 'fresh';

/** `today` is YYYY-MM-DD in Denmark. */
export function freshnessOf(offer: Pick<Offer, 'verifiedOn' | 'retiredAt'>, today: string): Freshness {
	if (offer.retiredAt) return 'retired';
	const days = (Date.parse(today) - Date.parse(offer.verifiedOn)) / day;
	if (days >= freshDays) return 'hidden';
	return days >= freshDays - warningDays ? 'soon' : 'fresh';
}

/** How many offers of the catalogue are shown at once. */
export const offersShown = 40;
