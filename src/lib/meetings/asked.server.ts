/** Who is still asked to what lies ahead, and the link that they have by that. */
import type { Database } from '$lib/server/database';
import { rows } from '$lib/server/rows';
import { isAhead, type Attendee, type Meeting } from './meetings';
import type { MeetingRow, SaidBefore } from './rows';

/**
 * Of each meeting who was asked and has left since, as far as it lies ahead, and of one that is cancelled who had by
 * then; of what has been, and as a guest, that is not told.
 */
async function whoLeft(
	db: Database,
	meetings: readonly Meeting[],
	now: Date,
): Promise<(meeting: Meeting, attendee: Attendee) => boolean> {
	const ahead = meetings.filter((meeting) => isAhead(meeting, now));
	if (!ahead.length) return () => false;
	const gone = rows(await db.rpc('asked_no_more', { meetings: ahead.map(({ id }) => id) }));
	return (meeting, { id }) =>
		gone.some(({ meeting_id, people }) => meeting_id === meeting.id && id !== null && people.includes(id));
}

/** Of what is over or cancelled: what those had answered who have left since, and who had left by then. As a guest that is not told. */
export async function saidBefore(db: Database, meeting: MeetingRow, now: Date): Promise<SaidBefore> {
	if (isAhead(meeting, now) && !meeting.cancelledAt) return new Map();
	const said = rows(await db.rpc('said_before_leaving', { meeting: meeting.id }));
	return new Map(said.map(({ attendee_id, said, was_gone }) => [attendee_id, was_gone ? 'gone' : said]));
}

/** By what is ahead and stands without its place, the link of each: who is asked may have that. */
async function linksTo(
	db: Database,
	meetings: readonly Meeting[],
	now: Date,
): Promise<(meeting: Meeting) => string | null> {
	const ids = meetings
		.filter((meeting) => meeting.isPlaceHidden && isAhead(meeting, now) && !meeting.cancelledAt)
		.map(({ id }) => id);
	if (!ids.length) return ({ link }) => link;
	const found = rows(await db.rpc('video_links', { meetings: ids }));
	const links = new Map(found.map(({ meeting_id, link }) => [meeting_id, link]));
	return ({ id, link }) => links.get(id) ?? link;
}

/** The meetings with those who are still asked to them. */
export async function stillAsked<M extends Meeting>(
	db: Database,
	meetings: readonly M[],
	now: Date,
): Promise<M[]> {
	const [left, linkTo] = await Promise.all([whoLeft(db, meetings, now), linksTo(db, meetings, now)]);
	return meetings.map((meeting) => ({ ...meeting, link: linkTo(meeting), ...whoIsThere(meeting, left) }));
}

/** Who of those who were asked still is, and whether anybody from outside the family is among them. */
function whoIsThere(
	meeting: Meeting,
	left: (meeting: Meeting, attendee: Attendee) => boolean,
): Pick<Meeting, 'attendees' | 'teamIsGone'> {
	const attendees = meeting.attendees.filter((attendee) => !left(meeting, attendee));
	const isFromOutside = ({ profession, fromOtherHome }: Attendee) => profession !== null || fromOtherHome;
	const teamIsGone =
		!meeting.cancelledAt &&
		meeting.attendees.some((attendee) => isFromOutside(attendee) && left(meeting, attendee)) &&
		!attendees.some(isFromOutside);
	return { attendees, teamIsGone };
}

/**
 * One meeting with those who are still asked to it, and the names of those who have left; what is cancelled says of each
 * that they were gone by then (`saidBefore`).
 */
export async function withWhoLeft<M extends Meeting>(
	db: Database,
	meeting: M,
	now: Date,
): Promise<M & { left: string[] }> {
	const held = meeting.cancelledAt ? [] : [meeting];
	const [left, linkTo] = await Promise.all([whoLeft(db, held, now), linksTo(db, [meeting], now)]);
	return {
		...meeting,
		link: linkTo(meeting),
		...whoIsThere(meeting, left),
		left: meeting.attendees.flatMap((attendee) => (left(meeting, attendee) && attendee.name) || []),
	};
}
