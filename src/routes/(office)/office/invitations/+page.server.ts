import { revoke } from '$lib/invitation/commands.server';
import * as invitation from '$lib/invitation/invitation.server';
import { actionOf } from '$lib/server/action';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	invitations: await invitation.list(locals.db, locals.now),
});

export const actions: Actions = { revoke: actionOf(revoke) };
