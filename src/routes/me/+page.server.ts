import { Rename } from '$lib/family/commands.server';
import * as family from '$lib/family/family.server';
import { command, signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({ me: signedIn(event) });

export const actions: Actions = {
	rename: command(Rename, async (event, { name }) => {
		await family.rename(event.locals.db, signedIn(event).id, name);
		return { receipt: { text: 'family:receipt.renamed' } };
	}),
};
