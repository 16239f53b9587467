import * as family from '$lib/family/family.server';
import { theVersion } from '$lib/plan/version.server';
import { theFamily } from '$lib/staff/families.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const mine = await theFamily(event);
	const [found, members] = await Promise.all([
		theVersion(event, [mine.id]),
		family.members(event.locals.db, [mine.id]),
	]);
	return { family: mine, ...found, members };
};
