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

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const theirFamily = await theFamilyICoordinate(event);
	const [offer, theirs, goals, members] = await Promise.all([
		uuid.test(event.params.offer) ? offers.get(db, event.params.offer) : null,
		offers.ofFamilies(db, [theirFamily.id]),
		plan.list(db, [theirFamily.id]),
		family.members(db, [theirFamily.id]),
	]);
	if (!offer) error(404, 'common:error.notFound');
	return {
		family: theirFamily,
		offer,
		theirs: theirs.filter((one) => one.offer.id === offer.id),
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
