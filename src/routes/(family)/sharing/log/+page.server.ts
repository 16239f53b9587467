import { windowAt } from '$lib/server/window';
import { signedIn } from '$lib/server/command';
import { readsShown } from '$lib/sharing/sharing';
import * as log from '$lib/sharing/log.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	reads: await log.reads(event.locals.db, signedIn(event).id, windowAt(event.url, readsShown)),
});
