import { signOutDevice } from '$lib/server/commands.server';
import { windowAt } from '$lib/server/window';
import { devices, devicesShown } from '$lib/server/auth/devices';
import { actionOf } from '$lib/server/action';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	devices: await devices(locals.db, locals.now, windowAt(url, devicesShown)),
	here: locals.session!.sessionId,
});

export const actions: Actions = { signOut: actionOf(signOutDevice) };
