import { windowAt } from '$lib/server/window';
import { signedIn } from '$lib/server/command';
import { log } from '$lib/team/log.server';
import { eventsShown } from '$lib/team/team';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { families } = signedIn(event);
	const ids = families.map(({ id }) => id);
	return {
		several: ids.length > 1,
		/** A child under 13 is told who came, and not who left (88_family_log.sql). */
		isChild: families.every(({ stage }) => stage === 'child'),
		events: await log(event.locals.db, ids, windowAt(event.url, eventsShown)),
	};
};
