import { partOf } from '$lib/choosing';
import { windowAt } from '$lib/server/window';
import { familiesShown } from '$lib/office/office';
import * as office from '$lib/office/office.server';
import { signedIn } from '$lib/server/command';
import { finding } from '$lib/staff/finding.server';
import * as team from '$lib/team/team.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, language } = event.locals;
	const me = signedIn(event);
	const part = partOf(event.url.searchParams);
	const municipality = await office.workplace(db, me.id);
	const families = await office.families(
		db,
		municipality.id,
		{ own: me.families.map(({ id }) => id), part },
		windowAt(event.url, familiesShown),
	);
	return {
		municipality,
		part,
		find: await finding(event.url.searchParams, families.of, { language, hint: 'findHint' }),
		families,
		members: await team.teamOf(
			db,
			families.rows.map(({ id }) => id),
		),
	};
};
