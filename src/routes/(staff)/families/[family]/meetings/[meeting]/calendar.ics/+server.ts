import { calendarOf } from '$lib/meetings/calendar.server';
import { theMeeting } from '$lib/meetings/page.server';
import { theFamily } from '$lib/staff/families.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const family = await theFamily(event);
	const meeting = await theMeeting(event, family.id);
	return calendarOf(event, meeting, `/families/${family.id}/meetings/${meeting.id}`);
};
