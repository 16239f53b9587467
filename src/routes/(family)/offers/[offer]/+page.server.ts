import { error } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import { danishDay } from '$lib/i18n/format';
import { Answer, Tie } from '$lib/offers/commands.server';
import * as offers from '$lib/offers/offers.server';
import { offerRefusals } from '$lib/offers/refusals';
import * as plan from '$lib/plan/plan.server';
import { command, signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const families = signedIn(event).families.map(({ id }) => id);
	const [offer, ours, goals] = await Promise.all([
		offers.get(db, event.params.offer),
		offers.ofFamilies(db, families),
		plan.list(db, families),
	]);
	if (!offer) error(404, 'common:error.notFound');
	return {
		offer,
		ours: ours.filter((one) => one.offer.id === offer.id),
		goals: goals.filter((goal) => !goal.doneAt).map(({ id, familyId, title }) => ({ id, familyId, title })),
		newId: newId(),
		today: danishDay(now),
	};
};

export const actions: Actions = {
	answer: command(
		Answer,
		async (event, given) => {
			await offers.answer(event.locals.db, signedIn(event).id, given, event.locals.now);
			const to = given.state === 'not_for_us' ? '/offers' : `/offers/${given.offer}`;
			return { receipt: { text: `offers:receipt.${given.state}` }, to };
		},
		offerRefusals,
	),
	tie: command(
		Tie,
		async (event, given) => {
			await offers.tie(event.locals.db, signedIn(event).id, given);
			return { receipt: { text: 'offers:receipt.goal' } };
		},
		offerRefusals,
	),
};
