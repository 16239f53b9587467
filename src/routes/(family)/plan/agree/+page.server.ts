import { v7 as newId } from 'uuid';
import { householdsOf } from '$lib/family/family';
import * as family from '$lib/family/family.server';
import * as meetings from '$lib/meetings/meetings.server';
import { meetingDays, meetingsToChoose } from '$lib/plan/agreed';
import { lineOf } from '$lib/plan/agreed-line.server';
import * as agreed from '$lib/plan/agreed.server';
import { agree } from '$lib/plan/commands.server';
import { reachedLast, toTree } from '$lib/plan/plan';
import * as plan from '$lib/plan/plan.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const person = signedIn(event);
	const params = event.url.searchParams;
	const households = householdsOf(person.families);
	const household = households.find(({ id }) => id === params.get('family')) ?? households[0];
	// Who is no parent reads who says it; the database would refuse the agreement.
	if (!household) return { choices: null };
	const only = [household.id];
	const since = new Date(now.getTime() - meetingDays * 24 * 60 * 60 * 1000);
	// First: what is changed while the rest is read has not been read.
	const asRead = await agreed.asRead(db, household.id);
	const [goals, members, around, open, held, last] = await Promise.all([
		plan.list(db, only),
		family.members(db, only),
		team.teamOf(db, only),
		plan.open(db, only),
		meetings.heldSince(db, household.id, { since, now, asked: params.get('meeting') }, meetingsToChoose),
		agreed.latest(db, only),
	]);
	const meeting = held.rows.find(({ id }) => id === params.get('meeting')) ?? null;
	// Who never answered is ticked by whoever saw them there: a version is not changed afterwards.
	const came = meeting?.attendees.filter(({ answer }) => answer === 'coming').map(({ id }) => id);
	const others = members.filter(({ id }) => id !== person.id);
	const people = new Set([...others, ...around].map(({ id }) => id));
	return {
		choices: {
			households,
			family: household.id,
			isOpen: open.has(household.id),
			members: others,
			everybody: members,
			team: around,
			meetings: held.rows.map(({ id, startsAt, purpose }) => ({ id, startsAt, purpose })),
			isCut: held.isCut,
			meeting: meeting?.id ?? null,
			present: (came ?? []).filter((id) => id !== null).filter((id) => people.has(id)),
			// All that is read, in one piece: nobody agrees to what stood on a next page.
			goals: reachedLast(toTree(goals.rows)),
			isLong: goals.isCut,
			asRead,
			line: await lineOf(last[household.id], event.locals.language, { isOurs: true }),
			newId: newId(),
		},
	};
};

export const actions: Actions = { default: actionOf(agree, { to: ({ id }) => `/plan/agreed/${id}` }) };
