import { v7 as newId } from 'uuid';
import { speaksAloneOn } from '$lib/family/age';
import { householdsOf } from '$lib/family/family';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import * as meetings from '$lib/meetings/meetings.server';
import { amongUs } from '$lib/plan/among-us';
import { asksForYes, isSettled, meetingDays, meetingsToChoose, yesOf } from '$lib/plan/agreed';
import { lineOf } from '$lib/plan/agreed-line.server';
import * as agreed from '$lib/plan/agreed.server';
import { agree } from '$lib/plan/commands.server';
import { pastIn, reachedLast, toTree } from '$lib/plan/plan';
import * as plan from '$lib/plan/plan.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const person = signedIn(event);
	const params = event.url.searchParams;
	const today = danishDay(now);
	const households = householdsOf(person.families);
	const household = households.find(({ id }) => id === params.get('family')) ?? households[0];
	// Who is no parent reads who says it; the database would refuse the agreement.
	const others = person.families.filter(({ id }) => households.every((home) => home.id !== id));
	const ids = [
		...(household ? [household.id] : []),
		...(households.length ? [] : others.map(({ id }) => id)),
	];
	// First: what is changed while the rest is read has not been read.
	const asRead = household && (await agreed.asRead(db, household.id));
	const [open, agreedLast, bornOn, everybody] = await Promise.all([
		plan.open(db, ids),
		agreed.latest(db, ids),
		family.bornOn(db, person.id),
		family.ours(db, ids),
	]);
	const last = Object.fromEntries(
		Object.entries(agreedLast).map(([id, one]) => [id, { ...one, version: amongUs(one.version, everybody) }]),
	);
	const mine = person.families
		.filter(({ id }) => ids.includes(id))
		.map(({ id, name, role }) => {
			const version = last[id]?.version ?? null;
			const speaksAlone = speaksAloneOn(role, bornOn, today);
			const isOpen = open.has(id);
			return {
				id,
				name,
				isOpen,
				speaksAlone,
				version: version?.id ?? null,
				by: version?.agreedBy?.name ?? null,
				saidYes: version && yesOf(version, person.id),
				asks: asksForYes(version, { me: person.id, newest: version?.id, isOpen, speaksAlone }),
			};
		});
	if (!household) return { mine, choices: null };
	const only = [household.id];
	const since = new Date(now.getTime() - meetingDays * 24 * 60 * 60 * 1000);
	const [goals, around, held, line] = await Promise.all([
		plan.list(db, only),
		team.teamOf(db, only),
		meetings.heldSince(db, household.id, { since, now, asked: params.get('meeting') }, meetingsToChoose),
		lineOf(last[household.id], event.locals.language, { isOurs: true, me: person.id }),
	]);
	const meeting = held.rows.find(({ id }) => id === params.get('meeting')) ?? null;
	// Who never answered is ticked by whoever saw them there: a version is not changed afterwards.
	const came = meeting?.attendees.filter(({ answer }) => answer === 'coming').map(({ id }) => id);
	const members = everybody.filter(({ familyId }) => familyId === household.id);
	const besides = members.filter(({ id }) => id !== person.id);
	const people = new Set([...besides, ...around].map(({ id }) => id));
	const tree = reachedLast(toTree(goals));
	return {
		mine,
		choices: {
			households,
			family: household.id,
			isOpen: open.has(household.id),
			// Agreed at home, they may still say so at a meeting; otherwise there is nothing to say anew.
			isSettled: isSettled(last[household.id]) && !meeting,
			members: besides,
			everybody: members,
			team: around,
			meetings: held.rows.map(({ id, startsAt, purpose }) => ({ id, startsAt, purpose })),
			isCut: held.isCut,
			meeting: meeting?.id ?? null,
			present: (came ?? []).filter((id) => id !== null).filter((id) => people.has(id)),
			// All that is read, in one piece: nobody agrees to what stood on a next page.
			goals: tree,
			today,
			past: pastIn(tree, today),
			asRead: asRead!,
			line,
			newId: newId(),
		},
	};
};

export const actions: Actions = { default: actionOf(agree, { to: ({ id }) => `/plan/agreed/${id}` }) };
