import { moving, toMove } from '$lib/meetings/move.server';
import { theMeeting } from '$lib/meetings/page.server';
import { theFamilyICoordinate } from '$lib/staff/families.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const family = await theFamilyICoordinate(event);
	const meeting = await theMeeting(event, family.id);
	return toMove(event, meeting, `/families/${family.id}/meetings/${meeting.id}`);
};

export const actions: Actions = { default: moving };
