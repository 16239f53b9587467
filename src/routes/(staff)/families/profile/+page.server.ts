import { command, signedIn } from '$lib/server/command';
import { EditProfile } from '$lib/staff/commands.server';
import * as profile from '$lib/staff/profile.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	profile: await profile.get(event.locals.db, signedIn(event).id),
});

export const actions: Actions = {
	edit: command(EditProfile, async (event, words) => {
		await profile.edit(event.locals.db, signedIn(event).id, words);
		return { receipt: { text: 'staff:receipt.profile' } };
	}),
};
