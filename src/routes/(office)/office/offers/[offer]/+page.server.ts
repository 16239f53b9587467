import { error } from '@sveltejs/kit';
import { editOffer } from '$lib/offers/commands.server';
import * as catalogue from '$lib/offers/catalogue.server';
import * as offers from '$lib/offers/offers.server';
import * as office from '$lib/office/office.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const { id } = await office.workplace(db, signedIn(event).id);
	const [offer, places] = await Promise.all([
		catalogue.get(db, id, event.params.offer),
		offers.places(db, [id]),
	]);
	if (!offer) error(404, 'common:error.notFound');
	return { offer, places };
};

export const actions: Actions = { save: actionOf(editOffer, { to: '/office/offers' }) };
