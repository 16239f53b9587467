import { speaksAloneOn } from '$lib/family/age';
import { householdsOf } from '$lib/family/family';
import { endedWith } from '$lib/enrolment/enrolment';
import * as enrolment from '$lib/enrolment/enrolment.server';
import * as family from '$lib/family/family.server';
import { calledName, callingOurs, parentsToAsk } from '$lib/family/called';
import { greetingOf } from '$lib/home/home';
import { cancelledTold } from '$lib/home/cancelled';
import { courseTold } from '$lib/home/courses';
import { inOneCard, told } from '$lib/home/told';
import { danishDay, danishHour, namesTogether } from '$lib/i18n/format';
import { createTexts } from '$lib/i18n/i18n';
import { messagesOf } from '$lib/i18n/messages.server';
import * as invitation from '$lib/invitation/invitation.server';
import { amongUs } from '$lib/meetings/among-us';
import { cancellations } from '$lib/meetings/cancelled.server';
import type { Meeting } from '$lib/meetings/meetings';
import * as lists from '$lib/meetings/lists.server';
import * as offers from '$lib/offers/offers.server';
import { asksForYes } from '$lib/plan/agreed';
import * as agreed from '$lib/plan/agreed.server';
import { isPast } from '$lib/plan/plan';
import * as plan from '$lib/plan/plan.server';
import { signedIn } from '$lib/server/command';
import { recentReads } from '$lib/sharing/log.server';
import { arrivals } from '$lib/team/arrivals.server';
import { leavings } from '$lib/team/leaving.server';
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
	const [
		open,
		ahead,
		goals,
		around,
		suggestions,
		latest,
		reads,
		waiting,
		toAgree,
		arrived,
		ours,
		enrolments,
		left,
		leftToAdults,
		cancelled,
	] = await Promise.all([
		whichAreOpen,
		lists.ahead(db, me.id, me.families, now),
		// Where one home takes part no more, what was worked on there is not spoken of as going on.
		whichAreOpen.then((open) => plan.next(db, open.size ? [...open] : families)),
		team.teamOf(db, families),
		offers.toAnswer(db),
		wellbeing.latest(db, me.id),
		recentReads(db, me.id, monthAgo(now)),
		invitation.newestThatWait(db, households),
		waitingForYes(event.locals, me, whichAreOpen),
		arrivals(db, me.id, isLookedAt),
		family.ours(db, families),
		enrolment.list(db, families),
		leavings(db, me),
		family.leftToAdults(db, me),
		cancellations(db),
	]);
	const hasTeam = (family: string) => around.some(({ familyId }) => familyId === family);
	const isNew =
		open.size > 0 &&
		!goals.length &&
		!ahead.next &&
		!ahead.cancelled.length &&
		!(await plan.hasAny(db, families));
	const texts = await createTexts(language, messagesOf(language, ['agreed', 'enrolment', 'home', 'team']));
	/** None of them takes part any more. */
	const isOver = families.length > 0 && !open.size;
	const isBare = isNew || isOver;
	/** Where nothing is left to do, what was reached is shown. */
	const reached =
		isOver || (!goals.length && !isNew) ? await plan.reached(db, open.size ? [...open] : families) : [];
	/** What was cancelled because a course ended: the end says so, once. */
	const isByEnd = ({ familyId, cancelledAt }: Pick<Meeting, 'familyId' | 'cancelledAt'>) =>
		endedWith(enrolments, familyId, cancelledAt);
	const byEnd = ahead.cancelled.filter(isByEnd);
	const municipalities =
		open.size < families.length ? await family.municipalities(db, families, language) : [];
	/** Of several families each thing says whose it is. */
	const whose = (family: string) =>
		families.length > 1 ? me.families.find(({ id }) => id === family)?.name : undefined;
	const shown = (meeting: Meeting) => ({ ...amongUs(meeting, ours), whose: whose(meeting.familyId) });
	const say = (key: string, values = {}) => texts.t(key as 'home:became', values);
	const news: { key: string; values: object; href: string; whose?: string }[] = [
		...told(
			{
				waiting,
				toAgree,
				outOf: left.flatMap(({ reason, isTold, family }) => (reason && isTold ? [family] : [])),
				outAsChild: {
					of: left.flatMap(({ asChild, isTold, family }) => (asChild && isTold ? [family] : [])),
					asks: parentsToAsk(ours),
				},
				whose: (ids) =>
					namesTogether(
						ids.flatMap((id) => whose(id) ?? []),
						language,
					) || undefined,
				toChoose: households.filter(
					(id) =>
						open.has(id) &&
						!leftToAdults.has(id) &&
						hasTeam(id) &&
						around.every((one) => one.familyId !== id || one.coordinatorSince === null),
				),
			},
			arrived.rows.filter(({ kind, familyId }) => kind !== 'left_team' || open.has(familyId)),
			texts,
		),
		...cancelledTold(
			cancelled.rows
				.filter((meeting) => !meeting.atWork && !isByEnd(meeting))
				.map((meeting) => ({
					...meeting,
					byName: callingOurs(ours)({ id: meeting.byId, name: meeting.byName }).name,
				})),
			{ language, whose, isCut: cancelled.isCut },
		),
	];
	const empty = open.size === 1 && whose([...open][0]!);
	return {
		me,
		meeting: ahead.next && shown(ahead.next),
		goals: (reached.length ? reached : goals).map(({ aboutHasLeft, ...goal }) => ({
			...goal,
			step: isOver || aboutHasLeft ? null : goal.step,
			whose: whose(goal.familyId),
			isAboutGone: aboutHasLeft,
			isPast:
				!isOver && !reached.length && !aboutHasLeft && isPast({ ...goal, doneAt: null }, danishDay(now)),
		})),
		/** Said of a plan that is empty: where one home of several takes part, it is that one's. */
		none: empty ? texts.t('home:doing.noneOf', { family: empty }) : texts.t('home:doing.none'),
		/** How what the plan says is spoken of. */
		doing: reached.length ? ('reached' as const) : isOver ? ('worked' as const) : ('title' as const),
		isNew,
		/** What there is nothing of is not spoken of. */
		isBare,
		showsNext: !isBare || ahead.next !== null,
		/** With whom each family goes on, or why with nobody. */
		helped: me.families
			.filter(({ id }) => open.has(id))
			.map(({ id }) => ({
				family: id,
				whose: whose(id),
				noTeam: hasTeam(id) ? null : { title: texts.t('team:empty.title'), text: texts.t('team:empty.text') },
				coordinator: around.find((one) => one.familyId === id && one.coordinatorSince !== null) ?? null,
				decides: households.includes(id) && !leftToAdults.has(id),
			})),
		courses: me.families.flatMap(({ id, stage }) => {
			const course = {
				whose: whose(id),
				enrolments: enrolments.filter(({ familyId }) => familyId === id),
				isAll: isOver,
				cancelled: byEnd.some(({ familyId }) => familyId === id),
				isChild: stage === 'child',
				municipality: municipalities.find(({ familyId }) => familyId === id),
			};
			const card = courseTold(course, { ...texts, now });
			return card ? [{ ...card, title: say(card.key) }] : [];
		}),
		news: inOneCard(news.map(({ values, ...one }) => ({ ...one, title: say(one.key, values) }))),
		suggestions,
		/** Who decides for nobody else is asked for themselves. */
		isMine: !households.length,
		latest,
		/** Nothing can be read of whoever has never answered. */
		reads: latest || reads.length ? reads : null,
		called: calledName(me.name),
		greeting: greetingOf(danishHour(now)),
	};
};
