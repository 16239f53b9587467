import { redirect } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import { householdsOf } from '$lib/family/family';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import * as meetings from '$lib/meetings/meetings.server';
import { proposing } from '$lib/meetings/propose.server';
import * as plan from '$lib/plan/plan.server';
import { signedIn } from '$lib/server/command';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const decides = householdsOf(signedIn(event).families);
	const open = await plan.open(
		db,
		decides.map(({ id }) => id),
	);
	const households = decides.filter(({ id }) => open.has(id));
	const wished = event.url.searchParams.get('family');
	const household = households.find(({ id }) => id === wished) ?? households[0];
	const isOver = !household && decides.length > 0;
	// Whose family takes part no more reads beside the meetings that were what they can do.
	if (isOver && event.request.method !== 'POST') redirect(303, '/meetings');
	// Who is no parent reads whom to ask; the database would refuse the meeting.
	if (!household) return { choices: null, isOver };
	const [members, professionals, elsewhere] = await Promise.all([
		family.ours(db, [household.id]),
		team.teamOf(db, [household.id]),
		meetings.askableElsewhere(db, household.id),
	]);
	return {
		choices: { households, family: household.id, members, team: professionals, elsewhere },
		isOver: false,
		newId: newId(),
		today: danishDay(now),
	};
};

export const actions: Actions = { default: proposing(({ id }) => `/meetings/${id}`) };
