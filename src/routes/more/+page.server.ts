import { correctBirth } from '$lib/family/commands.server';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const me = signedIn(event);
	const families = me.families.map(({ id }) => id);
	return { me, members: await family.born(db, families), today: danishDay(now) };
};

export const actions: Actions = { correctBirth: actionOf(correctBirth) };
