import { v7 as newId } from 'uuid';
import { partOf } from '$lib/choosing';
import { inviteMember } from '$lib/invitation/commands.server';
import { paperOf } from '$lib/invitation/paper.server';
import * as office from '$lib/office/office.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const me = signedIn(event);
	const params = event.url.searchParams;
	const municipality = await office.workplace(db, me.id);
	const family = params.get('family');
	return {
		families: await office.choosableFamilies(
			db,
			municipality.id,
			me.families.map(({ id }) => id),
			{ part: partOf(params), chosen: family },
		),
		family,
		newId: newId(),
	};
};

export const actions: Actions = {
	invite: actionOf(inviteMember, {
		show: (made, { name }, { url, locals }) => paperOf(name, made, url.origin, locals.now),
	}),
};
