/** Who is still asked to what lies ahead. */
import { rows, type Database } from '$lib/server/database';
import { isAhead, type Meeting } from './meetings';

/** The meetings with who of those asked to what lies ahead has left since; of guests' meetings that is not told. */
export async function withWhoLeft<M extends Meeting>(
	db: Database,
	meetings: readonly M[],
	now: Date,
): Promise<M[]> {
	const ahead = meetings.filter((meeting) => isAhead(meeting, now) && !meeting.cancelledAt);
	if (!ahead.length) return [...meetings];
	const gone = rows(await db.rpc('asked_no_more', { meetings: ahead.map(({ id }) => id) }));
	return meetings.map((meeting) => {
		const left = new Set(gone.flatMap((one) => (one.meeting_id === meeting.id ? one.person_id : [])));
		if (!left.size) return meeting;
		const attendees = meeting.attendees.map((one) => ({ ...one, hasLeft: left.has(one.id ?? '') }));
		return { ...meeting, attendees };
	});
}
