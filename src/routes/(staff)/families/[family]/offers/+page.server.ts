import { searchOf } from '$lib/offers/search.server';
import * as offers from '$lib/offers/offers.server';
import * as plan from '$lib/plan/plan.server';
import { theFamilyICoordinate } from '$lib/staff/families.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const family = await theFamilyICoordinate(event);
	const search = searchOf(event.url.searchParams);
	const [found, theirs, places, goals] = await Promise.all([
		offers.search(db, search),
		offers.ofFamilies(db, [family.id]),
		offers.places(db),
		plan.list(db, [family.id]),
	]);
	const goal = goals.find(({ id }) => id === event.url.searchParams.get('goal'));
	return { family, search, found, theirs, places, goal: goal && { id: goal.id, title: goal.title } };
};
