import { correctBirth } from '$lib/family/commands.server';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import * as plan from '$lib/plan/plan.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const me = signedIn(event);
	const families = me.families.map(({ id }) => id);
	const [members, open, around] = await Promise.all([
		family.born(db, families),
		plan.open(db, families),
		team.teamOf(db, families),
	]);
	return { me, members, isOver: open.size === 0, hasTeam: around.length > 0, today: danishDay(now) };
};

export const actions: Actions = { correctBirth: actionOf(correctBirth) };
