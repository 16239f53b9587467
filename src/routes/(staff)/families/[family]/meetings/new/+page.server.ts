import { v7 as newId } from 'uuid';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { ProposeMeeting } from '$lib/meetings/propose';
import * as meetings from '$lib/meetings/meetings.server';
import { meetingRefusals } from '$lib/meetings/refusals';
import { command } from '$lib/server/command';
import { theFamilyICoordinate } from '$lib/staff/families.server';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const mine = await theFamilyICoordinate(event);
	const [members, around] = await Promise.all([family.members(db, [mine.id]), team.teamOf(db, [mine.id])]);
	return { family: mine, members, team: around, newId: newId(), today: danishDay(now) };
};

export const actions: Actions = {
	// What a proposal must be depends on the time of the request: no meeting is called for a time that has gone.
	default: (event) =>
		command(
			ProposeMeeting(event.locals.now),
			async (_, proposal) => {
				const mine = await theFamilyICoordinate(event);
				await meetings.propose(event.locals.db, { ...proposal, family: mine.id });
				return { receipt: { text: 'staff:receipt.proposed' }, to: `/families/${mine.id}` };
			},
			meetingRefusals,
		)(event),
};
