import { danishDay } from '$lib/i18n/format';
import { OneOffer } from '$lib/offers/commands.server';
import { longestAgoFirst } from '$lib/offers/catalogue';
import * as catalogue from '$lib/offers/catalogue.server';
import * as office from '$lib/office/office.server';
import { command, signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { id } = await office.workplace(db, signedIn(event).id);
	return { offers: (await catalogue.list(db, id)).sort(longestAgoFirst), today: danishDay(now) };
};

export const actions: Actions = {
	verify: command(OneOffer, async ({ locals }, { id }) => {
		await catalogue.verify(locals.db, id, danishDay(locals.now));
		return { receipt: { text: 'office:receipt.offerChecked' } };
	}),
	retire: command(OneOffer, async ({ locals }, { id }) => {
		await catalogue.retire(locals.db, id, locals.now);
		return {
			receipt: { text: 'office:receipt.offerRetired', undo: { action: '/office/offers?/bringBack', id } },
		};
	}),
	bringBack: command(OneOffer, async ({ locals }, { id }) => {
		await catalogue.bringBack(locals.db, id, danishDay(locals.now));
		return { receipt: { text: 'office:receipt.offerBack' } };
	}),
};
