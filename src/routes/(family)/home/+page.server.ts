import { speaksAloneOn } from '$lib/family/age';
import { householdsOf } from '$lib/family/family';
import * as family from '$lib/family/family.server';
import { calledName } from '$lib/family/called';
import { greetingOf } from '$lib/home/home';
import { told } from '$lib/home/told';
import { danishDay, danishHour } from '$lib/i18n/format';
import { createTexts } from '$lib/i18n/i18n';
import { messagesOf } from '$lib/i18n/messages.server';
import * as invitation from '$lib/invitation/invitation.server';
import { amongUs } from '$lib/meetings/among-us';
import * as lists from '$lib/meetings/lists.server';
import * as offers from '$lib/offers/offers.server';
import { asksForYes } from '$lib/plan/agreed';
import * as agreed from '$lib/plan/agreed.server';
import { isPast } from '$lib/plan/plan';
import * as plan from '$lib/plan/plan.server';
import { signedIn } from '$lib/server/command';
import { recentReads } from '$lib/sharing/log.server';
import { arrivals } from '$lib/team/arrivals.server';
import * as team from '$lib/team/team.server';
import * as wellbeing from '$lib/wellbeing/wellbeing.server';
import type { PageServerLoad } from './$types';

const monthAgo = (now: Date) => new Date(now.getTime() - 30 * 24 * 60 * 60 * 1000).toISOString();

/** The versions of the plan that were agreed last and wait for my yes. */
async function waitingForYes(
	{ db, now }: App.Locals,
	me: ReturnType<typeof signedIn>,
	whichAreOpen: Promise<Set<string>>,
): Promise<string[]> {
	const ids = me.families.map(({ id }) => id);
	const [versions, open, bornOn] = await Promise.all([
		agreed.newestOfEach(db, ids),
		whichAreOpen,
		family.bornOn(db, me.id),
	]);
	return me.families.flatMap(({ id, role }) => {
		const version = versions.find(({ familyId }) => familyId === id);
		const speaksAlone = speaksAloneOn(role, bornOn, danishDay(now));
		const asks = asksForYes(version, { me: me.id, newest: version?.id, isOpen: open.has(id), speaksAlone });
		return version && asks ? [version.id] : [];
	});
}

export const load: PageServerLoad = async (event) => {
	const { db, now, isLookedAt, language } = event.locals;
	const me = signedIn(event);
	const families = me.families.map(({ id }) => id);
	const households = householdsOf(me.families).map(({ id }) => id);
	const whichAreOpen = plan.open(db, families);
	const [open, ahead, goals, around, suggestions, latest, reads, waiting, toAgree, arrived, ours] =
		await Promise.all([
			whichAreOpen,
			lists.ahead(db, me.id, families, now),
			plan.next(db, families),
			team.teamOf(db, families),
			offers.toAnswer(db),
			wellbeing.latest(db, me.id),
			recentReads(db, me.id, monthAgo(now)),
			invitation.newestThatWait(db, households),
			waitingForYes(event.locals, me, whichAreOpen),
			arrivals(db, me.id, isLookedAt),
			family.ours(db, families),
		]);
	const hasTeam = (family: string) => around.some(({ familyId }) => familyId === family);
	return {
		me,
		meeting: ahead.next && amongUs(ahead.next, ours),
		cancelled: ahead.cancelled.map((meeting) => amongUs(meeting, ours)),
		goals: goals.map((goal) => ({ ...goal, isPast: isPast({ ...goal, doneAt: null }, danishDay(now)) })),
		isNew: !goals.length && !ahead.next && !ahead.cancelled.length && !(await plan.hasAny(db, families)),
		/** With whom each family goes on, or why with nobody. */
		helped: me.families.map(({ id, name }) => ({
			family: id,
			name,
			noTeam: open.has(id) ? (hasTeam(id) ? null : ('empty' as const)) : ('over' as const),
			coordinator: around.find((one) => one.familyId === id && one.coordinatorSince !== null) ?? null,
			decides: households.includes(id),
		})),
		told: told(
			{
				waiting,
				toAgree,
				toChoose: households.filter(
					(id) =>
						open.has(id) &&
						hasTeam(id) &&
						around.every((one) => one.familyId !== id || one.coordinatorSince === null),
				),
			},
			arrived.rows,
			await createTexts(language, messagesOf(language, ['agreed'])),
		),
		suggestions,
		latest,
		reads,
		called: calledName(me.name),
		greeting: greetingOf(danishHour(now)),
	};
};
