/** The only code that queries meetings. Who may do what, the database decides (supabase/schemas, 40 to 42). */
import type * as v from 'valibot';
import { isId } from '$lib/id';
import { addOnce, changed, rows, type Database } from '$lib/server/database';
import { askedOf, type AddPoint, type AnswerMeeting, type Move, type Proposal } from './commands.server';
import { comingUp, type Invitation, type Meeting } from './meetings';
import { toInstants } from './moments';
import { invitationColumns, meetingColumns, toInvitation, toMeeting } from './rows';

type Input<Schema extends v.GenericSchema> = v.InferOutput<Schema>;

/** More than any family has; the latest are kept. */
const atMost = 200;
const latest = { ascending: false };

/** The meetings of these families, past and ahead, latest first. */
export async function list(db: Database, families: string[]): Promise<Meeting[]> {
	const answer = await db
		.from('meeting')
		.select(meetingColumns)
		.in('family_id', families)
		.order('starts_at', latest)
		.limit(atMost);
	return rows(answer).map(toMeeting);
}

/**
 * Meetings of other families that concern this person: about a child of ours in its other home, or the person is
 * asked to come.
 */
export async function listElsewhere(db: Database, person: string, ownFamilies: string[]): Promise<Meeting[]> {
	const own = `(${ownFamilies.join(',')})`;
	const [aboutOurs, asked] = await Promise.all([
		db
			.from('meeting')
			.select(`${meetingColumns}, ours:person!meeting_about_id_fkey!inner(member!inner(family_id))`)
			.not('family_id', 'in', own)
			.in('ours.member.family_id', ownFamilies)
			.order('starts_at', latest)
			.limit(atMost),
		db
			.from('meeting')
			.select(`${meetingColumns}, mine:meeting_attendee!inner(person_id)`)
			.not('family_id', 'in', own)
			.eq('mine.person_id', person)
			.order('starts_at', latest)
			.limit(atMost),
	]);
	const found = [...rows(aboutOurs), ...rows(asked)].map(toMeeting);
	return [...new Map(found.map((meeting) => [meeting.id, meeting])).values()];
}

/** Everything in this person's calendar: the families' own meetings and those elsewhere. */
export async function listAll(db: Database, person: string, families: string[]): Promise<Meeting[]> {
	const [own, elsewhere] = await Promise.all([list(db, families), listElsewhere(db, person, families)]);
	return [...own, ...elsewhere];
}

/** What lies ahead of this person: the next meeting, what is cancelled before it, and what comes later. */
export const ahead = async (db: Database, person: string, families: string[], now: Date) =>
	comingUp(await listAll(db, person, families), now);

/** One meeting with its points; null when there is none that I may see. */
export async function get(db: Database, id: string): Promise<Invitation | null> {
	if (!isId(id)) return null;
	const row = rows(await db.from('meeting').select(invitationColumns).eq('id', id).maybeSingle());
	return row && toInvitation(row);
}

/** Calls a meeting and asks people to come; who calls it, comes. The same proposal twice is one meeting. */
export async function propose(db: Database, meeting: Proposal): Promise<void> {
	const { startsAt, endsAt } = toInstants(meeting.date, meeting.start, meeting.end);
	const asked = askedOf(meeting);
	rows(
		await db.rpc('propose_meeting', {
			id: meeting.id,
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
		}),
	);
}

/**
 * Says whether somebody comes: oneself, or a parent for a child of the household. When, the database says.
 * @throws {DatabaseError} meeting_can_be_answered when the meeting is over
 */
export async function answer(
	db: Database,
	{ meeting, person, answer }: Input<typeof AnswerMeeting>,
): Promise<void> {
	changed(
		await db
			.from('meeting_attendee')
			.update({ answer })
			.match({ meeting_id: meeting, person_id: person })
			.select('person_id'),
	);
}

/** Puts a point on the agenda. */
export async function addPoint(db: Database, by: string, point: Input<typeof AddPoint>): Promise<void> {
	await addOnce(
		db,
		'agenda_point',
		{
			id: point.id,
			meeting_id: point.meeting,
			family_id: point.family,
			author_id: by,
			wording: point.wording,
		},
		['meeting_id', 'family_id', 'author_id', 'wording'],
	);
}

/** Takes one's own point off the agenda; it can come back. */
export const removePoint = (db: Database, id: string, at: Date) => setRemoved(db, id, at);

/** Puts it back where it stood. */
export const restorePoint = (db: Database, id: string) => setRemoved(db, id, null);

async function setRemoved(db: Database, id: string, at: Date | null): Promise<void> {
	const values = { removed_at: at?.toISOString() ?? null };
	changed(await db.from('agenda_point').update(values).eq('id', id).select('id'));
}

/**
 * Holds a meeting at another time or place. When it starts at another time, the database asks everybody again.
 * @returns when it starts now
 * @throws {DatabaseError} as a refusal when it has been or is cancelled by now
 */
export async function move(db: Database, meeting: Move): Promise<string> {
	const { startsAt, endsAt } = toInstants(meeting.date, meeting.start, meeting.end);
	rows(
		await db.rpc('move_meeting', {
			id: meeting.id,
			starts_at: startsAt,
			ends_at: endsAt,
			place: meeting.place ?? undefined,
			link: meeting.link ?? undefined,
			is_home: isHome(meeting),
		}),
	);
	return startsAt;
}

/** A box that is not ticked is not sent. */
const isHome = ({ home }: Pick<Move, 'home'>) => home.length > 0;

/** Cancels a meeting, so that everybody sees that it is; with null it is held after all. */
export async function cancel(db: Database, id: string, at: Date | null): Promise<void> {
	const values = { cancelled_at: at?.toISOString() ?? null };
	changed(await db.from('meeting').update(values).eq('id', id).select('id'));
}
