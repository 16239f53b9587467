import { householdsOf } from '$lib/family/family';
import { calledName } from '$lib/family/called';
import { goalsForHome, greetingOf } from '$lib/home/home';
import { told } from '$lib/home/told';
import { danishDay, danishHour } from '$lib/i18n/format';
import * as invitation from '$lib/invitation/invitation.server';
import * as meetings from '$lib/meetings/meetings.server';
import * as offers from '$lib/offers/offers.server';
import { toTree } from '$lib/plan/plan';
import * as plan from '$lib/plan/plan.server';
import { signedIn } from '$lib/server/command';
import { recentReads } from '$lib/sharing/log.server';
import { arrivals } from '$lib/team/arrivals.server';
import * as team from '$lib/team/team.server';
import * as wellbeing from '$lib/wellbeing/wellbeing.server';
import type { PageServerLoad } from './$types';

const monthAgo = (now: Date) => new Date(now.getTime() - 30 * 24 * 60 * 60 * 1000).toISOString();

export const load: PageServerLoad = async (event) => {
	const { db, now, isLookedAt } = event.locals;
	const me = signedIn(event);
	const families = me.families.map(({ id }) => id);
	const households = householdsOf(me.families).map(({ id }) => id);
	const [ahead, goals, around, suggestions, latest, reads, waiting, arrived] = await Promise.all([
		meetings.ahead(db, me.id, families, now),
		plan.list(db, families),
		team.teamOf(db, families),
		offers.toAnswer(db),
		wellbeing.latest(db, me.id),
		recentReads(db, me.id, monthAgo(now)),
		households.length ? invitation.waiting(db, now, households) : [],
		arrivals(db, me.id, isLookedAt),
	]);
	return {
		me,
		meeting: ahead.next,
		cancelled: ahead.cancelled,
		goals: goalsForHome(toTree(goals.rows), danishDay(now)),
		isNew: !goals.rows.length && !ahead.next && !ahead.cancelled.length,
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
