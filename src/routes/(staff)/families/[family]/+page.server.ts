import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { firstAhead, split } from '$lib/meetings/meetings';
import * as meetings from '$lib/meetings/meetings.server';
import * as offers from '$lib/offers/offers.server';
import { toTree } from '$lib/plan/plan';
import * as plan from '$lib/plan/plan.server';
import { signedIn } from '$lib/server/command';
import { changesSince, sinceWhen } from '$lib/staff/changes';
import { theFamily } from '$lib/staff/families.server';
import { arriving, part } from '$lib/staff/part.server';
import * as shared from '$lib/staff/shared.server';
import * as team from '$lib/team/team.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const me = signedIn(event).id;
	const mine = await theFamily(event);
	const only = [mine.id];

	// Asked for once each; several parts of the page are made of the same answers.
	const members = family.members(db, only);
	const held = meetings.list(db, only);
	const next = held.then((all) => firstAhead(all, now));
	const goals = Promise.all([plan.list(db, only), plan.listProgress(db, only)]).then((found) => toTree(...found));
	const lastVisit = plan.newsSince(db, me, mine.id, now);

	const changes = async () => {
		const last = split(await held, now).past.find(({ cancelledAt }) => !cancelledAt);
		const since = sinceWhen(last?.endsAt ?? null, await lastVisit, mine.enrolledOn);
		return { since, goals: changesSince(await goals, since.at), members: await members };
	};
	const people = async () => ({ members: await members, team: await team.teamOf(db, only) });
	const theirPlan = async () => ({ goals: await goals, members: await members });
	const sharing = async () => shared.sharedWith(db, me, (await members).map(({ id }) => id));

	return {
		family: mine,
		today: danishDay(now),
		...(await arriving(event, {
			people: part('people', people()),
			meeting: part('meeting', next),
			changes: part('changes', changes()),
			shared: part('shared', sharing()),
			plan: part('plan', theirPlan()),
			offers: part('offers', offers.ofFamilies(db, only)),
		})),
	};
};
