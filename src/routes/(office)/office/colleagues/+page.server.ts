import { windowAt } from '$lib/server/window';
import { colleaguesShown } from '$lib/office/colleagues';
import * as colleagues from '$lib/office/colleagues.server';
import * as office from '$lib/office/office.server';
import { signedIn } from '$lib/server/command';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const municipality = await office.workplace(db, signedIn(event).id);
	return {
		municipality,
		colleagues: await colleagues.list(db, municipality.id, windowAt(event.url, colleaguesShown)),
	};
};
