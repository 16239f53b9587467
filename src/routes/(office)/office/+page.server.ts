import * as office from '$lib/office/office.server';
import { signedIn } from '$lib/server/command';
import * as team from '$lib/team/team.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const municipality = await office.workplace(db, signedIn(event).id);
	const families = await office.families(db, municipality.id);
	return {
		municipality,
		families,
		members: await team.teamOf(
			db,
			families.map(({ id }) => id),
		),
	};
};
