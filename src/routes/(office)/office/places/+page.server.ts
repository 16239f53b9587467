import { v7 as newId } from 'uuid';
import { windowAt } from '$lib/server/window';
import { placesShown } from '$lib/office/colleagues';
import * as colleagues from '$lib/office/colleagues.server';
import { addPlace, renamePlace } from '$lib/office/commands.server';
import * as office from '$lib/office/office.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const municipality = await office.workplace(db, signedIn(event).id);
	return {
		places: await colleagues.places(db, municipality.id, windowAt(event.url, placesShown)),
		newId: newId(),
	};
};

export const actions: Actions = { add: actionOf(addPlace), rename: actionOf(renamePlace) };
