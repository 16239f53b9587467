import { v7 as newId } from 'uuid';
import { danishDay } from '$lib/i18n/format';
import * as office from '$lib/office/office.server';
import { actionOf } from '$lib/server/action';
import { takeOut } from '$lib/team/commands.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	family: await office.theFamily(event),
	newId: newId(),
	today: danishDay(event.locals.now),
});

export const actions: Actions = {
	out: actionOf(takeOut, {
		to: (_, __, { params }) => `/office/families/${params.family}`,
		says: async (event) => ({ family: (await office.theFamily(event)).id }),
	}),
};
