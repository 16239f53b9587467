import { v7 as newId } from 'uuid';
import { partOf } from '$lib/choosing';
import { giveJob } from '$lib/office/commands.server';
import * as colleagues from '$lib/office/colleagues.server';
import * as office from '$lib/office/office.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const me = signedIn(event).id;
	const colleague = await colleagues.theColleague(event);
	const { id: municipality } = await office.workplace(db, me);
	const places = await office.organisations(db, municipality, partOf(event.url.searchParams));
	const taken = new Set(colleague.jobs.map(({ organisationId }) => organisationId));
	return {
		colleague,
		/** Where they could work too. Nobody gives themselves work. */
		places: colleague.id === me ? null : { ...places, rows: places.rows.filter(({ id }) => !taken.has(id)) },
		newId: newId(),
	};
};

export const actions: Actions = {
	give: actionOf(giveJob, { says: ({ params }) => ({ person: params.person! }) }),
};
