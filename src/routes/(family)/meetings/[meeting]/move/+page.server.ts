import { redirect } from '@sveltejs/kit';
import { householdsOf } from '$lib/family/family';
import { moving, toMove } from '$lib/meetings/move.server';
import { theMeeting } from '$lib/meetings/page.server';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const meeting = await theMeeting(event);
	const here = `/meetings/${meeting.id}`;
	const households = householdsOf(signedIn(event).families);
	if (!households.some(({ id }) => id === meeting.familyId)) redirect(303, here);
	return toMove(event, meeting, here);
};

export const actions: Actions = { default: moving };
