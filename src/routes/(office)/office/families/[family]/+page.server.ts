import { v7 as newId } from 'uuid';
import { OneInvitation } from '$lib/invitation/commands.server';
import * as invitation from '$lib/invitation/invitation.server';
import * as office from '$lib/office/office.server';
import { command, signedIn } from '$lib/server/command';
import { Join, Leave } from '$lib/team/commands.server';
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
		invitation.list(db, now, family.id),
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
	join: command(
		Join,
		async ({ locals }, member) => {
			await shaping.join(locals.db, member);
			return { receipt: { text: 'office:receipt.joined' } };
		},
		shaping.shapingRefusals,
	),
	leave: command(Leave, async ({ locals }, member) => {
		await shaping.leave(locals.db, member, locals.now);
		return { receipt: { text: 'office:receipt.removed' } };
	}),
	revoke: command(OneInvitation, async ({ locals }, { id }) => {
		await invitation.revoke(locals.db, id, locals.now);
		return { receipt: { text: 'invitation:receipt.revoked' } };
	}),
};
