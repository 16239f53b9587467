import { v7 as newId } from 'uuid';
import { danishDay } from '$lib/i18n/format';
import { SaveOffer } from '$lib/offers/commands.server';
import * as catalogue from '$lib/offers/catalogue.server';
import * as offers from '$lib/offers/offers.server';
import * as office from '$lib/office/office.server';
import { command, signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	places: await offers.places(locals.db),
	newId: newId(),
});

export const actions: Actions = {
	save: command(SaveOffer, async (event, offer) => {
		const { db, now } = event.locals;
		const { id } = await office.workplace(db, signedIn(event).id);
		await catalogue.add(db, id, offer, danishDay(now));
		return { receipt: { text: 'office:receipt.offerSaved' }, to: '/office/offers' };
	}),
};
