import { v7 as newId } from 'uuid';
import { inviteMember } from '$lib/invitation/commands.server';
import { paperOf } from '$lib/invitation/paper.server';
import * as office from '$lib/office/office.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const municipality = await office.workplace(db, signedIn(event).id);
	return {
		families: await office.choosable(db, municipality.id),
		family: event.url.searchParams.get('family'),
		newId: newId(),
	};
};

export const actions: Actions = {
	invite: actionOf(inviteMember, { show: (code, { name }, { url }) => paperOf(name, code, url.origin) }),
};
