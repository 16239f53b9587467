import * as v from 'valibot';
import * as family from '$lib/family/family.server';
import { command, signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

const Rename = v.object({
	name: v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'family:error.nameMissing'),
		v.maxLength(100, 'family:error.nameTooLong'),
	),
});

export const load: PageServerLoad = (event) => ({ me: signedIn(event) });

export const actions: Actions = {
	rename: command(Rename, async (event, { name }) => {
		await family.rename(event.locals.db, signedIn(event).id, name);
		return { receipt: { text: 'family:receipt.renamed' } };
	}),
};
