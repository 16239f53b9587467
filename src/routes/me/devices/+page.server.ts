import * as v from 'valibot';
import { devices, signOutThere } from '$lib/server/auth/devices';
import { command } from '$lib/server/command';
import { id } from '$lib/server/fields';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	devices: await devices(locals.db, locals.now),
	here: locals.session!.sessionId,
});

export const actions: Actions = {
	signOut: command(v.object({ id }), async ({ locals }, device) => {
		await signOutThere(locals.db, device.id);
		return { receipt: { text: 'family:receipt.signedOutThere' } };
	}),
};
