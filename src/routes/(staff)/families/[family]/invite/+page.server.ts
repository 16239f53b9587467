import { v7 as newId } from 'uuid';
import { InviteMember, OneInvitation } from '$lib/invitation/commands.server';
import * as invitation from '$lib/invitation/invitation.server';
import { paperOf } from '$lib/invitation/paper.server';
import { invitingRefusals } from '$lib/invitation/refusals';
import { command, signedIn } from '$lib/server/command';
import { theFamilyICoordinate } from '$lib/staff/families.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const family = await theFamilyICoordinate(event);
	return { family, invitations: await invitation.list(db, now, family.id), newId: newId() };
};

export const actions: Actions = {
	invite: command(
		InviteMember,
		async (event, invited) => {
			const family = (await theFamilyICoordinate(event)).id;
			const me = signedIn(event).id;
			const code = await invitation.inviteMember(event.locals.db, me, { ...invited, family });
			return { show: paperOf(invited.name, code, event.url.origin) };
		},
		invitingRefusals,
	),
	revoke: command(OneInvitation, async (event, { id }) => {
		await theFamilyICoordinate(event);
		await invitation.revoke(event.locals.db, id, event.locals.now);
		return { receipt: { text: 'invitation:receipt.revoked' } };
	}),
};
