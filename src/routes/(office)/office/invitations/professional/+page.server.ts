import { v7 as newId } from 'uuid';
import { InviteProfessional } from '$lib/invitation/commands.server';
import * as invitation from '$lib/invitation/invitation.server';
import { paperOf } from '$lib/invitation/paper.server';
import { invitingRefusals } from '$lib/invitation/refusals';
import * as office from '$lib/office/office.server';
import { command, signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	municipality: await office.workplace(event.locals.db, signedIn(event).id),
	newId: newId(),
});

export const actions: Actions = {
	invite: command(
		InviteProfessional,
		async (event, invited) => {
			const { db } = event.locals;
			const me = signedIn(event).id;
			const { id } = await office.workplace(db, me);
			const code = await invitation.inviteProfessional(db, me, id, invited);
			return { show: paperOf(invited.name, code, event.url.origin) };
		},
		invitingRefusals,
	),
};
