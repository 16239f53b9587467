import { v7 as newId } from 'uuid';
import { partOf } from '$lib/choosing';
import { end, enrolAgain, setTier, writeAnswer, writeOffer } from '$lib/enrolment/commands.server';
import * as enrolment from '$lib/enrolment/enrolment.server';
import { danishDay } from '$lib/i18n/format';
import { revoke } from '$lib/invitation/commands.server';
import { windowAt } from '$lib/server/window';
import { invitationsShown } from '$lib/invitation/invitation';
import * as invitation from '$lib/invitation/invitation.server';
import * as office from '$lib/office/office.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import * as jobs from '$lib/staff/jobs.server';
import { saidNoTo, unwanted } from '$lib/team/arrivals.server';
import { join, leave } from '$lib/team/commands.server';
import { takenOutShown } from '$lib/team/leaving';
import * as leaving from '$lib/team/leaving.server';
import * as shaping from '$lib/team/shaping.server';
import { unwantedShown } from '$lib/team/team';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const family = await office.theFamily(event);
	const municipality = await office.workplace(db, signedIn(event).id);
	const [members, refused, colleagues, invitations, enrolments, takenOut] = await Promise.all([
		team.teamOf(db, [family.id]),
		unwanted(db, family.id, windowAt(event.url, unwantedShown, 'no')),
		shaping.colleagues(db, municipality.id, partOf(event.url.searchParams)),
		invitation.list(db, now, windowAt(event.url, invitationsShown), family.id),
		enrolment.list(db, [family.id]),
		leaving.takenOut(db, family.id, windowAt(event.url, takenOutShown, 'out')),
	]);
	const meetings = await jobs.meetingsWithout(
		db,
		members.map(({ placeId }) => placeId),
	);
	const inTeam = new Set(members.map(({ id }) => id));
	const among = colleagues.rows.map(({ id }) => id);
	const notWanted = refused.of ? await saidNoTo(db, family.id, among) : new Set<string>();
	return {
		family,
		members,
		meetings,
		unwanted: refused,
		// Whom the family does not want would be refused.
		colleagues: {
			...colleagues,
			rows: colleagues.rows.filter(({ id }) => !inTeam.has(id) && !notWanted.has(id)),
		},
		invitations,
		enrolments,
		takenOut,
		today: danishDay(now),
		newId: newId(),
		newEnrolment: newId(),
	};
};

export const actions: Actions = {
	join: actionOf(join),
	leave: actionOf(leave),
	revoke: actionOf(revoke),
	offer: actionOf(writeOffer),
	answer: actionOf(writeAnswer),
	tier: actionOf(setTier),
	end: actionOf(end),
	again: actionOf(enrolAgain),
};
