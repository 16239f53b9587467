import { error } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import { callingOurs } from '$lib/family/called';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { answer, tie } from '$lib/offers/commands.server';
import { isStale, mayTieTo } from '$lib/offers/offers';
import * as offers from '$lib/offers/offers.server';
import * as plan from '$lib/plan/plan.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const me = signedIn(event);
	const families = me.families.map(({ id }) => id);
	const today = danishDay(now);
	const [offer, ours, goals, members, open] = await Promise.all([
		offers.cataloguesOf(db, families).then((within) => offers.get(db, event.params.offer, within)),
		offers.withOffer(db, families, event.params.offer),
		plan.list(db, families),
		family.ours(db, families),
		plan.open(db, families),
	]);
	// Whoever keeps the catalogue sees more of it than a family finds.
	if (!offer || (!ours.length && (offer.retiredAt || isStale(offer, today))))
		error(404, 'common:error.notFound');
	const call = callingOurs(members);
	return {
		offer,
		ours: ours.map((one) => ({ ...one, about: one.about && call(one.about) })),
		goals: goals
			.filter((goal) => !goal.doneAt && mayTieTo(me.id, goal, members))
			.map(({ id, familyId, title }) => ({ id, familyId, title })),
		members,
		open: [...open],
		newId: newId(),
		today,
	};
};

export const actions: Actions = {
	answer: actionOf(answer, {
		to: ({ state, offer }) => (state === 'not_for_us' ? '/offers' : `/offers/${offer}`),
	}),
	tie: actionOf(tie),
};
