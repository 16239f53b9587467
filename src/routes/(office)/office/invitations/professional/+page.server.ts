import { v7 as newId } from 'uuid';
import { partOf } from '$lib/choosing';
import { inviteProfessional } from '$lib/invitation/commands.server';
import { paperOf } from '$lib/invitation/paper.server';
import * as office from '$lib/office/office.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const municipality = await office.workplace(db, signedIn(event).id);
	return {
		municipality,
		organisations: await office.organisations(db, municipality.id, partOf(event.url.searchParams)),
		newId: newId(),
	};
};

export const actions: Actions = {
	invite: actionOf(inviteProfessional, {
		show: (code, { name }, { url, locals }) => paperOf(name, { code, waits: false }, url.origin, locals.now),
	}),
};
