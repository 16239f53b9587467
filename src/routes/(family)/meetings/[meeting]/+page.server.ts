import { v7 as newId } from 'uuid';
import { endedWith } from '$lib/enrolment/enrolment';
import * as enrolment from '$lib/enrolment/enrolment.server';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { amongUs } from '$lib/meetings/among-us';
import { noteSeen } from '$lib/meetings/cancelled.server';
import { isAhead } from '$lib/meetings/meetings';
import { isHiddenElsewhere, meetingActions, theMeeting } from '$lib/meetings/page.server';
import * as agreed from '$lib/plan/agreed.server';
import { planAt } from '$lib/plan/agreed';
import * as plan from '$lib/plan/plan.server';
import * as occupied from '$lib/occupied/occupied.server';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now, language, isLookedAt } = event.locals;
	const me = signedIn(event);
	const families = me.families.map(({ id }) => id);
	const meeting = await theMeeting(event);
	if (isLookedAt) await noteSeen(db, me.id, [meeting], now);
	const [members, clashes, agreedHere, open, child, enrolments] = await Promise.all([
		family.ours(db, families),
		occupied.clashes(db, meeting.id),
		agreed.atMeeting(db, meeting.id),
		plan.open(db, [meeting.familyId]),
		isHiddenElsewhere(db, meeting),
		meeting.cancelledAt ? enrolment.list(db, [meeting.familyId]) : [],
	]);
	const ours = amongUs(meeting, members);
	const [municipality] = meeting.teamIsGone
		? await family.municipalities(db, [meeting.familyId], language)
		: [];
	return {
		meeting: ours,
		hiddenFrom: child ? ours.about?.name : undefined,
		members,
		clashes,
		municipality,
		isOpen: open.size > 0,
		endedOn:
			enrolments.find((one) => endedWith([one], meeting.familyId, meeting.cancelledAt))?.endedOn ?? null,
		plan: planAt(meeting, agreedHere, now),
		isAhead: isAhead(meeting, now),
		today: danishDay(now),
		newPoint: newId(),
	};
};

export const actions: Actions = meetingActions;
