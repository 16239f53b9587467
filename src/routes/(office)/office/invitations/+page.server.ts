import { revoke } from '$lib/invitation/commands.server';
import * as invitation from '$lib/invitation/invitation.server';
import { actionOf } from '$lib/server/action';
import { invitationsShown } from '$lib/invitation/invitation';
import { windowAt } from '$lib/server/window';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	invitations: await invitation.list(locals.db, locals.now, windowAt(url, invitationsShown)),
});

export const actions: Actions = { revoke: actionOf(revoke) };
