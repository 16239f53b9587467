import { v7 as newId } from 'uuid';
import { addOffer } from '$lib/offers/commands.server';
import * as offers from '$lib/offers/offers.server';
import * as office from '$lib/office/office.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const { id } = await office.workplace(db, signedIn(event).id);
	return { places: await offers.places(db, [id]), newId: newId() };
};

export const actions: Actions = {
	save: actionOf(addOffer, {
		says: async (event) => ({
			municipality: (await office.workplace(event.locals.db, signedIn(event).id)).id,
		}),
		to: '/office/offers',
	}),
};
