import { v7 as newId } from 'uuid';
import { callingOurs } from '$lib/family/called';
import * as family from '$lib/family/family.server';
import { mapped } from '$lib/more';
import { windowAt } from '$lib/server/window';
import { foundShown, oursShown } from '$lib/offers/offers';
import { searchOf } from '$lib/offers/search.server';
import * as offers from '$lib/offers/offers.server';
import * as plan from '$lib/plan/plan.server';
import { signedIn } from '$lib/server/command';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const families = signedIn(event).families.map(({ id }) => id);
	const params = event.url.searchParams;
	const search = searchOf(params);
	const within = await offers.cataloguesOf(db, families);
	const [found, suggested, going, over, places, members, open] = await Promise.all([
		offers.search(db, search, families, within, windowAt(event.url, foundShown)),
		offers.ofFamilies(db, families, 'open', windowAt(event.url, oursShown, 'suggested')),
		offers.ofFamilies(db, families, 'going', windowAt(event.url, oursShown, 'going')),
		offers.ofFamilies(db, families, 'over', windowAt(event.url, oursShown, 'over')),
		offers.places(db, within),
		family.ours(db, families),
		plan.open(db, families),
	]);
	const call = callingOurs(members);
	const [waiting, goingOn, done] = [suggested, going, over].map((list) =>
		mapped(list, (one) => ({ ...one, about: one.about && call(one.about) })),
	) as [typeof suggested, typeof going, typeof over];
	return {
		search,
		found,
		suggested: waiting,
		going: goingOn,
		over: done,
		places,
		members,
		/** Those that take part: in the others what was said stays as it is. */
		open: [...open],
		newId: newId(),
	};
};
