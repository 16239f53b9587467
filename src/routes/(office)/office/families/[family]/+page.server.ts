import { v7 as newId } from 'uuid';
import { revoke } from '$lib/invitation/commands.server';
import { windowOf } from '$lib/more';
import { invitationsShown } from '$lib/invitation/invitation';
import * as invitation from '$lib/invitation/invitation.server';
import * as office from '$lib/office/office.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { join, leave } from '$lib/team/commands.server';
import * as shaping from '$lib/team/shaping.server';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const family = await office.theFamily(event);
	const municipality = await office.workplace(db, signedIn(event).id);
	const [members, colleagues, invitations] = await Promise.all([
		team.teamOf(db, [family.id]),
		shaping.colleagues(db, municipality.id),
		invitation.list(db, now, windowOf(event.url.searchParams, invitationsShown), family.id),
	]);
	const inTeam = new Set(members.map(({ id }) => id));
	return {
		family,
		members,
		colleagues: colleagues.filter(({ id }) => !inTeam.has(id)),
		invitations,
		newId: newId(),
	};
};

export const actions: Actions = {
	join: actionOf(join),
	leave: actionOf(leave),
	revoke: actionOf(revoke),
};
