import { signOutDevice } from '$lib/server/commands.server';
import { devices } from '$lib/server/auth/devices';
import { actionOf } from '$lib/server/action';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	devices: await devices(locals.db, locals.now),
	here: locals.session!.sessionId,
});

export const actions: Actions = { signOut: actionOf(signOutDevice) };
