import { correctBirth } from '$lib/family/commands.server';
import { danishDay } from '$lib/i18n/format';
import * as office from '$lib/office/office.server';
import { actionOf } from '$lib/server/action';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	family: await office.theFamily(event),
	today: danishDay(event.locals.now),
});

export const actions: Actions = {
	correct: actionOf(correctBirth, {
		to: (_, __, { params }) => `/office/families/${params.family}`,
		says: async (event) => ({ family: (await office.theFamily(event)).id }),
	}),
};
