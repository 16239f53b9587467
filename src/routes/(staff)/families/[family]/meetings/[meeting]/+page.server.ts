import { v7 as newId } from 'uuid';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { noteSeen } from '$lib/meetings/cancelled.server';
import { isAhead } from '$lib/meetings/meetings';
import { meetingActions, theMeeting } from '$lib/meetings/page.server';
import * as agreed from '$lib/plan/agreed.server';
import { planAt } from '$lib/plan/agreed';
import * as occupied from '$lib/occupied/occupied.server';
import { signedIn } from '$lib/server/command';
import { theFamily } from '$lib/staff/families.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now, isLookedAt } = event.locals;
	const mine = await theFamily(event);
	const meeting = await theMeeting(event, mine.id);
	if (isLookedAt) await noteSeen(db, signedIn(event).id, [meeting], now);
	const [members, clashes, agreedHere] = await Promise.all([
		family.members(db, [mine.id]),
		occupied.clashes(db, meeting.id),
		agreed.atMeeting(db, meeting.id),
	]);
	return {
		family: mine,
		meeting,
		members,
		clashes,
		plan: planAt(meeting, agreedHere, now),
		isAhead: isAhead(meeting, now),
		today: danishDay(now),
		newPoint: newId(),
	};
};

export const actions: Actions = meetingActions;
