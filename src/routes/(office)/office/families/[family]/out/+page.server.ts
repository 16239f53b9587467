import * as office from '$lib/office/office.server';
import { actionOf } from '$lib/server/action';
import { takeOut } from '$lib/team/commands.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ family: await office.theFamily(event) });

export const actions: Actions = {
	out: actionOf(takeOut, {
		to: (_, __, { params }) => `/office/families/${params.family}`,
		says: async (event) => ({ family: (await office.theFamily(event)).id }),
	}),
};
