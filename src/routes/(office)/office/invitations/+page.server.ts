import { revoke } from '$lib/invitation/commands.server';
import * as invitation from '$lib/invitation/invitation.server';
import { actionOf } from '$lib/server/action';
import { invitationsShown } from '$lib/invitation/invitation';
import { windowOf } from '$lib/more';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	invitations: await invitation.list(locals.db, locals.now, windowOf(url.searchParams, invitationsShown)),
});

export const actions: Actions = { revoke: actionOf(revoke) };
