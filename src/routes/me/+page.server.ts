import { rename } from '$lib/family/commands.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import * as wellbeing from '$lib/wellbeing/wellbeing.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const me = signedIn(event);
	// A professional who was in a family once has answers of their own; most have none, and are not led there.
	const hasOwn =
		!me.professional || me.families.length > 0 || (await wellbeing.latest(event.locals.db, me.id)) !== null;
	return { me, hasOwn };
};

export const actions: Actions = { rename: actionOf(rename) };
