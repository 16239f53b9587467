import { error } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { suggest } from '$lib/offers/commands.server';
import * as offers from '$lib/offers/offers.server';
import * as plan from '$lib/plan/plan.server';
import { actionOf } from '$lib/server/action';
import { theFamilyICoordinate } from '$lib/staff/families.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const theirFamily = await theFamilyICoordinate(event);
	const [offer, theirs, goals, members] = await Promise.all([
		offers.cataloguesOf(db, [theirFamily.id]).then((within) => offers.get(db, event.params.offer, within)),
		offers.withOffer(db, [theirFamily.id], event.params.offer),
		plan.list(db, [theirFamily.id]),
		family.members(db, [theirFamily.id]),
	]);
	if (!offer) error(404, 'common:error.notFound');
	return {
		family: theirFamily,
		offer,
		theirs,
		members: members.map(({ id, name }) => ({ id, name })),
		goals: goals.filter((goal) => !goal.doneAt).map(({ id, title, aboutId }) => ({ id, title, aboutId })),
		goal: event.url.searchParams.get('goal'),
		newId: newId(),
		today: danishDay(now),
	};
};

export const actions: Actions = {
	suggest: actionOf(suggest, {
		says: async (event) => ({ family: (await theFamilyICoordinate(event)).id }),
		to: ({ family }) => `/families/${family}`,
	}),
};
