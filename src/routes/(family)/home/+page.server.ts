import { householdsOf } from '$lib/family/family';
import * as family from '$lib/family/family.server';
import { calledName } from '$lib/family/called';
import { goalsForHome, greetingOf } from '$lib/home/home';
import { told } from '$lib/home/told';
import { danishDay, danishHour } from '$lib/i18n/format';
import * as invitation from '$lib/invitation/invitation.server';
import * as meetings from '$lib/meetings/meetings.server';
import { mayAnswer } from '$lib/offers/offers';
import * as offers from '$lib/offers/offers.server';
import { toTree } from '$lib/plan/plan';
import * as plan from '$lib/plan/plan.server';
import { signedIn } from '$lib/server/command';
import type { Database } from '$lib/server/database';
import { recentReads } from '$lib/sharing/log.server';
import { arrivals } from '$lib/team/arrivals.server';
import * as team from '$lib/team/team.server';
import * as wellbeing from '$lib/wellbeing/wellbeing.server';
import type { PageServerLoad } from './$types';

const monthAgo = (now: Date) => new Date(now.getTime() - 30 * 24 * 60 * 60 * 1000).toISOString();

/** How many suggestions this person may answer; those of others wait for them. */
async function suggestionsTo(db: Database, me: string, families: string[]): Promise<number> {
	const open = await offers.unanswered(db, families);
	if (!open.length) return 0;
	const members = await family.members(db, families);
	return open.filter((one) => mayAnswer(me, one, members)).length;
}

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const me = signedIn(event);
	const families = me.families.map(({ id }) => id);
	const households = householdsOf(me.families).map(({ id }) => id);
	const [ahead, goals, around, suggestions, latest, reads, waiting, arrived] = await Promise.all([
		meetings.ahead(db, me.id, families, now),
		plan.list(db, families),
		team.teamOf(db, families),
		suggestionsTo(db, me.id, families),
		wellbeing.latest(db, me.id),
		recentReads(db, me.id, monthAgo(now)),
		households.length ? invitation.waiting(db, now, households) : [],
		arrivals(db),
	]);
	return {
		me,
		meeting: ahead.next,
		cancelled: ahead.cancelled,
		goals: goalsForHome(toTree(goals), danishDay(now)),
		isNew: !goals.length && !ahead.next && !ahead.cancelled.length,
		team: around,
		households,
		told: told(waiting.length, arrived, event.locals.language),
		suggestions,
		latest,
		reads,
		called: calledName(me.name),
		greeting: greetingOf(danishHour(now)),
	};
};
