import { windowOf } from '$lib/more';
import { signedIn } from '$lib/server/command';
import { readsShown } from '$lib/sharing/sharing';
import * as sharing from '$lib/sharing/sharing.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	reads: await sharing.reads(
		event.locals.db,
		signedIn(event).id,
		windowOf(event.url.searchParams, readsShown),
	),
});
