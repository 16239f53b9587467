import { fail } from '@sveltejs/kit';
import * as family from '$lib/family/family.server';
import { signedIn } from '$lib/server/command';
import { DatabaseError } from '$lib/server/database';
import { theFamily } from '$lib/staff/families.server';
import * as sharing from '$lib/sharing/sharing.server';
import type { Actions, PageServerLoad } from './$types';

/** Opening the address shows what is shared and reads nothing: the read is the action below. */
export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const mine = await theFamily(event);
	const [members, shared] = await Promise.all([
		family.members(db, [mine.id]),
		sharing.sharedWith(db, signedIn(event).id, mine.id),
	]);
	return { family: mine, members, shared };
};

export const actions: Actions = {
	read: async (event) => {
		const mine = await theFamily(event);
		try {
			const ratings = await sharing.readShared(event.locals.db, mine.id);
			return { read: { ratings, readAt: event.locals.now } };
		} catch (cause) {
			if (!(cause instanceof DatabaseError)) throw cause;
			const taken = cause.code === '42501';
			return fail(taken ? 403 : 503, {
				refusal: taken ? ('common:error.notAllowed' as const) : ('staff:part.failed' as const),
			});
		}
	},
};
