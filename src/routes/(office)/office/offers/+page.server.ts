import { partOf } from '$lib/choosing';
import { danishDay } from '$lib/i18n/format';
import { bringOfferBack, retireOffer, verifyOffer } from '$lib/offers/commands.server';
import { windowAt } from '$lib/server/window';
import { offersShown } from '$lib/offers/catalogue';
import * as catalogue from '$lib/offers/catalogue.server';
import * as office from '$lib/office/office.server';
import { actionOf, saysInAddress } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { id } = await office.workplace(db, signedIn(event).id);
	const params = event.url.searchParams;
	const part = partOf(params);
	const [offers, retired] = await Promise.all([
		catalogue.list(db, id, 'offered', windowAt(event.url, offersShown), part),
		catalogue.list(db, id, 'retired', windowAt(event.url, offersShown, 'retired'), part),
	]);
	return { offers, retired, part, today: danishDay(now) };
};

export const actions: Actions = {
	verify: actionOf(verifyOffer),
	retire: actionOf(retireOffer),
	bringBack: actionOf(bringOfferBack, {
		says: saysInAddress('drawnFrom'),
		to: (_, __, { url }) => url.pathname,
	}),
};
