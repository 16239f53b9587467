import { danishDay } from '$lib/i18n/format';
import { bringOfferBack, retireOffer, verifyOffer } from '$lib/offers/commands.server';
import { longestAgoFirst } from '$lib/offers/catalogue';
import * as catalogue from '$lib/offers/catalogue.server';
import * as office from '$lib/office/office.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { id } = await office.workplace(db, signedIn(event).id);
	return { offers: (await catalogue.list(db, id)).sort(longestAgoFirst), today: danishDay(now) };
};

export const actions: Actions = {
	verify: actionOf(verifyOffer),
	retire: actionOf(retireOffer),
	bringBack: actionOf(bringOfferBack),
};
