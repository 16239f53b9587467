import { revoke } from '$lib/invitation/commands.server';
import * as invitation from '$lib/invitation/invitation.server';
import * as office from '$lib/office/office.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { invitationsShown } from '$lib/invitation/invitation';
import { windowAt } from '$lib/server/window';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const me = signedIn(event);
	const window = windowAt(event.url, invitationsShown);
	const { id } = await office.workplace(db, me.id);
	const own = me.families.map((family) => family.id);
	return { invitations: await invitation.ofMunicipality(db, now, window, id, own) };
};

export const actions: Actions = { revoke: actionOf(revoke) };
