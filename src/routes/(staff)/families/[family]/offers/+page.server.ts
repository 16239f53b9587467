import { isId } from '$lib/id';
import { windowAt } from '$lib/server/window';
import { foundShown } from '$lib/offers/offers';
import { searchOf } from '$lib/offers/search.server';
import * as offers from '$lib/offers/offers.server';
import * as plan from '$lib/plan/plan.server';
import { theFamilyICoordinate } from '$lib/staff/families.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const family = await theFamilyICoordinate(event);
	const params = event.url.searchParams;
	const search = searchOf(params);
	const asked = params.get('goal') ?? '';
	const within = await offers.cataloguesOf(db, [family.id]);
	const [found, places, goal] = await Promise.all([
		offers.search(db, search, [family.id], within, windowAt(event.url, foundShown)),
		offers.places(db, within),
		isId(asked) ? plan.branch(db, asked) : null,
	]);
	const isTheirs = goal?.familyId === family.id;
	return { family, search, found, places, goal: isTheirs ? { id: goal.id, title: goal.title } : undefined };
};
