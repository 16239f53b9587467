import * as family from '$lib/family/family.server';
import { signedIn } from '$lib/server/command';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const me = signedIn(event);
	return {
		me,
		members: await family.members(
			event.locals.db,
			me.families.map(({ id }) => id),
		),
	};
};
