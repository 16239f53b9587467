import { calendarOf } from '$lib/meetings/calendar.server';
import { theMeeting } from '$lib/meetings/page.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const meeting = await theMeeting(event);
	return calendarOf(event, meeting, `/meetings/${meeting.id}`);
};
