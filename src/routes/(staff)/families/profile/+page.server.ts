import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { editProfile } from '$lib/staff/commands.server';
import * as profile from '$lib/staff/profile.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	profiles: await profile.list(event.locals.db, signedIn(event).id),
});

export const actions: Actions = { edit: actionOf(editProfile) };
