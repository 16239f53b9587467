import { error } from '@sveltejs/kit';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { isId } from '$lib/id';
import { cancellations, noteSeen } from '$lib/meetings/cancelled.server';
import { aheadShown } from '$lib/meetings/meetings';
import * as lists from '$lib/meetings/lists.server';
import * as meetings from '$lib/meetings/meetings.server';
import { meetingActions } from '$lib/meetings/page.server';
import { mapped } from '$lib/more';
import { windowAt } from '$lib/server/window';
import { oursShown } from '$lib/offers/offers';
import * as offers from '$lib/offers/offers.server';
import { lineOf } from '$lib/plan/agreed-line.server';
import * as agreed from '$lib/plan/agreed.server';
import { newestNotes, toTree } from '$lib/plan/plan';
import * as plan from '$lib/plan/plan.server';
import * as wording from '$lib/plan/wording.server';
import { signedIn } from '$lib/server/command';
import { changesSince, sinceWhen } from '$lib/staff/changes';
import { goneLately, theFamily } from '$lib/staff/families.server';
import { arriving, part } from '$lib/staff/part.server';
import { sharedWith } from '$lib/sharing/shared.server';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now, isLookedAt } = event.locals;
	const me = signedIn(event).id;
	const id = event.params.family;
	if (!isId(id)) error(404, 'staff:error.notYours');
	const only = [id];

	// Asked all at once: row security answers each for itself, and to those outside the team with nothing. Several
	// parts of the page are made of the same answers.
	const found = theFamily(event);
	// Who is refused hears it from the page, not from a part of it.
	const enrolledOn = found.then(
		(mine) => mine.enrolledOn,
		() => danishDay(now),
	);
	// Of each goal what was noted last, and one more to know whether there is more; the goal's own page has all of it.
	const goals = Promise.all([plan.list(db, only), plan.latestNotes(db, only, newestNotes)]).then(
		([listed, notes]) => toTree(listed, notes),
	);

	const changes = async () => {
		const lastVisit = plan.newsSince(db, me, id, now, true);
		const lastMeeting = meetings.lastHeld(db, id, now);
		const [enrolled, last, tree, visit] = await Promise.all([enrolledOn, lastMeeting, goals, lastVisit]);
		const since = sinceWhen(last, visit, enrolled);
		return { since, goals: changesSince(tree, since.at) };
	};
	const ahead = async () => {
		const [shown, news] = await Promise.all([
			lists.aheadOf(db, id, now, windowAt(event.url, aheadShown, 'ahead')),
			cancellations(db),
		]);
		const cancelled = shown.rows.filter(({ cancelledAt }) => cancelledAt);
		const [first, ...later] = shown.rows.filter(({ cancelledAt }) => !cancelledAt);
		const next = first ? await meetings.get(db, first.id, now) : null;
		if (isLookedAt) await noteSeen(db, me, [...cancelled, ...(first ? [first] : [])], now);
		const isNew = cancelled.some((meeting) => news.rows.some((one) => one.id === meeting.id));
		return { cancelled, isNew, next, later, shown };
	};
	const theirs = windowAt(event.url, oursShown, 'offers');
	const parts = {
		team: part('team', team.teamOf(db, only)),
		meetings: part('meetings', ahead()),
		changes: part('changes', changes()),
		shared: part('shared', sharedWith(db, me, id)),
		plan: part(
			'plan',
			Promise.all([
				goals,
				wording.firstWordsOf(db, id),
				agreed.latest(db, only).then((last) => lineOf(last[id], event.locals.language, { isOurs: false })),
			]).then(([tree, firstWords, line]) => ({
				line,
				tree,
				firstWords,
			})),
		),
		offers: part(
			'offers',
			offers
				.ofFamilies(db, only, 'any', theirs)
				.then((found) =>
					mapped(found, ({ state, hasLeft, reason, ...one }) => ({
						state,
						hasLeft,
						reason,
						name: one.offer.title,
						about: one.about?.name,
						goal: one.goal?.title,
						by: one.suggestedBy?.name,
						at: one.answeredAt ?? one.createdAt,
					})),
				)
				// What nobody answers any more stands after what is going on.
				.then(({ rows, ...rest }) => ({
					...rest,
					rows: rows.toSorted((a, b) => Number(a.hasLeft) - Number(b.hasLeft)),
				})),
		),
	};
	// It may lead elsewhere, which a page that has begun to come cannot.
	if (theirs.from > 0) await parts.offers;
	const [mine, gone, members, arrived] = await Promise.all([
		found,
		goneLately(event.locals, id),
		family.members(db, only),
		arriving(event, parts),
	]);
	return { family: mine, gone, members, now, today: danishDay(now), ...arrived };
};

export const actions: Actions = { answer: meetingActions.answer };
