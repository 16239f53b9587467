import { v7 as newId } from 'uuid';
import { InviteMember } from '$lib/invitation/commands.server';
import * as invitation from '$lib/invitation/invitation.server';
import { paperOf } from '$lib/invitation/paper.server';
import { invitingRefusals } from '$lib/invitation/refusals';
import * as office from '$lib/office/office.server';
import { command, signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const municipality = await office.workplace(db, signedIn(event).id);
	return {
		families: await office.families(db, municipality.id),
		family: event.url.searchParams.get('family'),
		newId: newId(),
	};
};

export const actions: Actions = {
	invite: command(
		InviteMember,
		async (event, invited) => {
			const code = await invitation.inviteMember(event.locals.db, signedIn(event).id, invited);
			return { show: paperOf(invited.name, code, event.url.origin) };
		},
		invitingRefusals,
	),
};
