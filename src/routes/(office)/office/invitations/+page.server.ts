import { OneInvitation } from '$lib/invitation/commands.server';
import * as invitation from '$lib/invitation/invitation.server';
import { command } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	invitations: await invitation.list(locals.db, locals.now),
});

export const actions: Actions = {
	revoke: command(OneInvitation, async ({ locals }, { id }) => {
		await invitation.revoke(locals.db, id, locals.now);
		return { receipt: { text: 'invitation:receipt.revoked' } };
	}),
};
