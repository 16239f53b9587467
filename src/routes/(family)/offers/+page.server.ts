import { v7 as newId } from 'uuid';
import * as family from '$lib/family/family.server';
import { searchOf } from '$lib/offers/search.server';
import * as offers from '$lib/offers/offers.server';
import { signedIn } from '$lib/server/command';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const families = signedIn(event).families.map(({ id }) => id);
	const search = searchOf(event.url.searchParams);
	const [found, ours, places, members] = await Promise.all([
		offers.search(db, search),
		offers.ofFamilies(db, families),
		offers.places(db),
		family.members(db, families),
	]);
	return { search, found, ours, places, members, newId: newId() };
};
