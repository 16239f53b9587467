import { v7 as newId } from 'uuid';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import * as meetings from '$lib/meetings/meetings.server';
import { proposing } from '$lib/meetings/propose.server';
import { theFamilyICoordinate } from '$lib/staff/families.server';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const mine = await theFamilyICoordinate(event);
	const [members, around, elsewhere] = await Promise.all([
		family.members(db, [mine.id]),
		team.teamOf(db, [mine.id]),
		meetings.askableElsewhere(db, mine.id),
	]);
	return { family: mine, members, team: around, elsewhere, newId: newId(), today: danishDay(now) };
};

export const actions: Actions = {
	default: proposing(({ family, id }) => `/families/${family}/meetings/${id}`),
};
