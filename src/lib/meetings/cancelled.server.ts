/** What somebody counts on and that is cancelled, or held after all, until they have seen it (44_meetings_cancelled.sql). */
import type { First } from '$lib/more';
import type { Database } from '$lib/server/database';
import { firstOf, rows } from '$lib/server/rows';
import { isAhead, type Meeting } from './meetings';

/** So many are told at once. */
const mostCancellations = 100;

/** A meeting that somebody counted on. */
export interface Cancellation {
	id: string;
	familyId: string;
	startsAt: string;
	/** Null: it is held after all. */
	cancelledAt: string | null;
	/** Who cancelled it; null when nobody did by hand, or the one who is told may not know them. */
	byName: string | null;
	byId: string | null;
	/** They were to come as a professional. */
	atWork: boolean;
	/** They have not said whether they come. */
	isAsked: boolean;
}

/** Meetings ahead that are cancelled, or held after all, to which I was asked or answer for somebody who was, and had not said no, or brought a point; soonest first. */
export async function cancellations(db: Database): Promise<First<Cancellation>> {
	const answer = await db
		.rpc('cancellations')
		.select(
			'id:meeting_id, familyId:family_id, startsAt:starts_at, cancelledAt:cancelled_at, byName:by_name, byId:by_id, atWork:at_work, isAsked:is_asked',
		);
	return firstOf(answer, mostCancellations);
}

/** A page has shown these to somebody: those that are cancelled, or held after all, are not told again. */
export async function noteSeen(
	db: Database,
	person: string,
	meetings: readonly Pick<Meeting, 'id' | 'revision' | 'cancelledAt' | 'heldAgain' | 'endsAt'>[],
	now: Date,
): Promise<void> {
	const seen = meetings
		.filter((meeting) => (meeting.cancelledAt ?? meeting.heldAgain) !== null && isAhead(meeting, now))
		.map(({ id, revision }) => ({ meeting_id: id, person_id: person, of_revision: revision }));
	if (!seen.length) return;
	const once = { onConflict: 'meeting_id,person_id,of_revision', ignoreDuplicates: true };
	rows(await db.from('cancellation_seen').upsert(seen, once));
}
