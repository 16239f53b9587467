import * as family from '$lib/family/family.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { theFamily } from '$lib/staff/families.server';
import { readShared } from '$lib/sharing/commands.server';
import { sharedWith } from '$lib/sharing/shared.server';
import type { Actions, PageServerLoad } from './$types';

/** Opening the address shows what is shared and reads nothing: the read is the action below. */
export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const mine = await theFamily(event);
	const [members, shared] = await Promise.all([
		family.members(db, [mine.id]),
		sharedWith(db, signedIn(event).id, mine.id),
	]);
	return { family: mine, members, shared };
};

export const actions: Actions = {
	read: actionOf(readShared, {
		says: async (event) => ({ family: (await theFamily(event)).id }),
		show: (read) => read,
	}),
};
