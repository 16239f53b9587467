/** What is done to meetings. Who may do what, the database decides (supabase/schemas, 40 to 43). */
import type * as v from 'valibot';
import type { Database } from '$lib/server/database';
import { changeAsSeen } from '$lib/server/as-seen';
import { rows } from '$lib/server/rows';
import type { Enums } from '$lib/server/database.types';
import { fingerprintOf } from '$lib/server/fingerprint';
import { askedOf, type AnswerMeeting, type Move, type Proposal } from './commands.server';
import { toInstants } from './moments';

/** Calls a meeting and asks people to come; who calls it, comes. The same proposal twice is one meeting. */
export async function propose(db: Database, meeting: Proposal): Promise<void> {
	const { startsAt, endsAt } = toInstants(meeting.date, meeting.start, meeting.end);
	const asked = askedOf(meeting);
	const given = {
		family: meeting.family,
		about: meeting.about ?? undefined,
		kind: meeting.kind,
		purpose: meeting.purpose,
		starts_at: startsAt,
		ends_at: endsAt,
		place: meeting.place ?? undefined,
		link: meeting.link ?? undefined,
		is_home: isHome(meeting),
		people: asked.map(({ person }) => person),
		reasons: asked.map(({ reason }) => reason ?? ''),
	};
	rows(await db.rpc('propose_meeting', { id: meeting.id, ...given, made_as: fingerprintOf(given) }));
}

/**
 * Says whether somebody comes: oneself, or a parent for a child of the household. When, the database says.
 * @throws {DatabaseError} as a refusal when the meeting is over, cancelled, or another than the one that was shown
 */
export async function answer(db: Database, given: v.InferOutput<typeof AnswerMeeting>): Promise<void> {
	rows(await db.rpc('answer_meeting', given));
}

/**
 * Holds a meeting at another time or place. When it starts or ends at another time, the database asks everybody again.
 * @returns what is another now
 * @throws {DatabaseError} as a refusal when it has been or is cancelled by now; `changed_since` when it is another one
 * than the one that was shown
 */
export async function move(db: Database, meeting: Move): Promise<Enums<'meeting_change'>> {
	const { startsAt, endsAt } = toInstants(meeting.date, meeting.start, meeting.end);
	return rows(
		await db.rpc('move_meeting', {
			id: meeting.id,
			starts_at: startsAt,
			ends_at: endsAt,
			drawn_from: meeting.drawnFrom,
			shows: [...new Set(meeting.shows)],
			drawn_shows: meeting['was-shows'],
			place: meeting.place ?? undefined,
			link: meeting.link ?? undefined,
			is_home: isHome(meeting),
		}),
	);
}

/** A box that is not ticked is not sent. */
const isHome = ({ home }: Pick<Move, 'home'>) => home.length > 0;

/**
 * Cancels a meeting, so that everybody sees that it is.
 * @returns its revision since, and who cancelled it: somebody else may have been first
 * @throws {DatabaseError} changed_since when it is held otherwise than it was shown
 */
export async function cancel(
	db: Database,
	id: string,
	revision: number,
	at: Date,
): Promise<{ revision: number; by: string | null }> {
	const values = { cancelled_at: at.toISOString() };
	const seen = { column: 'revision', was: String(revision), already: 'cancelled_at.not.is.null' };
	await changeAsSeen(db, 'meeting', { id }, values, seen);
	return rows(await db.from('meeting').select('revision, by:cancelled_by').eq('id', id).single());
}

/**
 * Holds a meeting after all that was cancelled when it was shown.
 * @returns whether those who were to come are asked again: somebody may count on its being cancelled
 * @throws {DatabaseError} changed_since when it was changed since: somebody else may have cancelled it for another reason
 */
export async function holdAfterAll(db: Database, id: string, revision: number): Promise<boolean> {
	const seen = { column: 'revision', was: String(revision), already: 'cancelled_at.is.null' };
	await changeAsSeen(db, 'meeting', { id }, { cancelled_at: null }, seen);
	const held = rows(await db.from('meeting').select('heldAgain:held_again').eq('id', id).single());
	return held.heldAgain !== null && held.heldAgain > revision;
}
