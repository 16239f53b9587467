import { v7 as newId } from 'uuid';
import { householdsOf } from '$lib/family/family';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import * as meetings from '$lib/meetings/meetings.server';
import { proposing } from '$lib/meetings/propose.server';
import { signedIn } from '$lib/server/command';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const households = householdsOf(signedIn(event).families);
	const wished = event.url.searchParams.get('family');
	const household = households.find(({ id }) => id === wished) ?? households[0];
	// Who is no parent reads whom to ask; the database would refuse the meeting.
	if (!household) return { choices: null };
	const [members, professionals, elsewhere] = await Promise.all([
		family.ours(db, [household.id]),
		team.teamOf(db, [household.id]),
		meetings.askableElsewhere(db, household.id),
	]);
	return {
		choices: { households, family: household.id, members, team: professionals, elsewhere },
		newId: newId(),
		today: danishDay(now),
	};
};

export const actions: Actions = { default: proposing(({ id }) => `/meetings/${id}`) };
