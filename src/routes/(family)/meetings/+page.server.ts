import { endedWith } from '$lib/enrolment/enrolment';
import * as enrolment from '$lib/enrolment/enrolment.server';
import { householdsOf } from '$lib/family/family';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { mapped } from '$lib/more';
import { windowAt } from '$lib/server/window';
import { amongUs } from '$lib/meetings/among-us';
import { cancellations, noteSeen } from '$lib/meetings/cancelled.server';
import { aheadShown, dayOf, firstAhead, pastShown, week, type Meeting } from '$lib/meetings/meetings';
import * as lists from '$lib/meetings/lists.server';
import * as plan from '$lib/plan/plan.server';
import { signedIn } from '$lib/server/command';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now, isLookedAt } = event.locals;
	const params = event.url.searchParams;
	const person = signedIn(event);
	const families = person.families.map(({ id }) => id);
	const weekAgo = new Date(now.getTime() - 7 * 24 * 60 * 60 * 1000);
	const [coming, past, members, open, enrolments, news] = await Promise.all([
		// The picture of the week begins on Monday.
		lists.coming(db, person.id, person.families, [weekAgo, now], windowAt(event.url, aheadShown, 'ahead')),
		lists.past(
			db,
			person.id,
			person.families,
			now,
			windowAt(event.url, pastShown, 'more', ['after']),
			params.get('after'),
		),
		family.ours(db, families),
		plan.open(db, families),
		enrolment.list(db, families),
		cancellations(db),
	]);
	const ours = householdsOf(person.families).map(({ id }) => id);
	/** A family that takes part no more calls no meeting here, and may want to. */
	const calls = ours.some((id) => open.has(id));
	const municipalities = calls ? [] : await family.municipalities(db, ours, event.locals.language);
	const today = danishDay(now);
	const next = firstAhead(coming.since, now);
	const upcoming = mapped(coming.ahead, (meeting) => amongUs(meeting, members));
	const wasCancelledByEnd = ({ familyId, cancelledAt }: Meeting) =>
		endedWith(enrolments, familyId, cancelledAt);
	const cancelled = upcoming.rows.filter((meeting) => meeting.cancelledAt && !wasCancelledByEnd(meeting));
	const held = upcoming.rows.filter(({ cancelledAt }) => !cancelledAt);
	if (isLookedAt) await noteSeen(db, person.id, [...cancelled, ...held], now);
	return {
		upcoming: { ...upcoming, rows: held },
		cancelled,
		/** Whoever looks has not seen yet that they are. */
		isNew: cancelled.some(({ id }) => news.rows.some((one) => one.id === id)),
		ended: upcoming.rows.filter(wasCancelledByEnd),
		past: mapped(past, (meeting) => amongUs(meeting, members)),
		next: next && dayOf(next),
		week: week(coming.since, today),
		members,
		calls,
		municipalities: [...new Map(municipalities.map((one) => [one.name, one])).values()],
		today,
		now,
	};
};
