import { error } from '@sveltejs/kit';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { leaveTeam } from '$lib/staff/commands.server';
import { theFamily } from '$lib/staff/families.server';
import * as jobs from '$lib/staff/jobs.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const family = await theFamily(event);
	const ending = await jobs.endingOfPlace(db, { family: family.id, personId: signedIn(event).id });
	return ending ? { family, ending } : error(404, 'staff:error.notYours');
};

export const actions: Actions = { leave: actionOf(leaveTeam, { to: '/families' }) };
