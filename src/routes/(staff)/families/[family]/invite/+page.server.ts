import type { RequestEvent } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import { inviteMember, revoke } from '$lib/invitation/commands.server';
import { windowAt } from '$lib/server/window';
import { invitationsShown } from '$lib/invitation/invitation';
import * as invitation from '$lib/invitation/invitation.server';
import { paperOf } from '$lib/invitation/paper.server';
import { actionOf } from '$lib/server/action';
import { theFamilyICoordinate } from '$lib/staff/families.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const family = await theFamilyICoordinate(event);
	return {
		family,
		invitations: await invitation.list(db, now, windowAt(event.url, invitationsShown), family.id),
		newId: newId(),
	};
};

const says = async (event: RequestEvent) => ({ family: (await theFamilyICoordinate(event)).id });

export const actions: Actions = {
	invite: actionOf(inviteMember, {
		says,
		show: (made, { name }, { url, locals }) => paperOf(name, made, url.origin, locals.now),
	}),
	revoke: actionOf(revoke, { says }),
};
