/** Reading meetings: what lies ahead, what has been, and one. What is done to them stands in changes.server.ts. */
import { groupedBy } from '$lib/grouped';
import { isId } from '$lib/id';
import { all, rows, type Database, counted, descending, firstOf, shown } from '$lib/server/database';
import { cut, cutAtOne, mapped, type First, type Shown, type Window } from '$lib/more';
import { comingUp, split, type Elsewhere, type Invitation, type Meeting, type Point } from './meetings';
import {
	attendees,
	invitationColumns,
	meetingColumns,
	pointColumns,
	pointsShown,
	toInvitation,
	toMeeting,
	toPoint,
	type MeetingRow,
} from './rows';

/** When it is over: after a moment ('gt'), or by then. */
type Ends = 'gt' | 'lte';

/**
 * Meetings of these families, and of other families those that concern this person: about a child of ours in its
 * other home, or the person is asked to come. Those ahead soonest first, those past latest first, at most `most` of
 * each kind; of those past `of` is how many there are. `after`: of those past only what comes after this one.
 */
async function around(
	db: Database,
	person: string,
	families: string[],
	[ends, at, most]: [Ends, Date, number],
	after: Pick<Meeting, 'id' | 'startsAt'> | null = null,
): Promise<First<Meeting> & { of: number }> {
	const [moment, start] = [at.toISOString(), after?.startsAt];
	const further = after && `or(starts_at.lt."${start}",and(starts_at.eq."${start}",id.lt.${after.id}))`;
	const which = `ends_at.${ends}."${moment}"`;
	const those = further ? `and(${which},${further})` : which;
	const order = { ascending: ends === 'gt' };
	const count = ends === 'gt' ? {} : counted;
	const own = `(${families.join(',')})`;
	const answers = await Promise.all([
		db
			.from('meeting')
			.select(meetingColumns, count)
			.in('family_id', families)
			.or(those)
			.order('starts_at', order)
			.order('id', order)
			.limit(most + 1)
			.order('person_id', attendees)
			.limit(all, attendees),
		db
			.from('meeting')
			.select(`${meetingColumns}, ours:person!meeting_about_id_fkey!inner(member!inner())`, count)
			.not('family_id', 'in', own)
			.in('ours.member.family_id', families)
			.or(those)
			.order('starts_at', order)
			.order('id', order)
			.limit(most + 1)
			.order('person_id', attendees)
			.limit(all, attendees),
		db
			.from('meeting')
			.select(`${meetingColumns}, mine:meeting_attendee!inner()`, count)
			.not('family_id', 'in', own)
			.eq('mine.person_id', person)
			.or(those)
			.order('starts_at', order)
			.order('id', order)
			.limit(most + 1)
			.order('person_id', attendees)
			.limit(all, attendees),
	]);
	type Found = MeetingRow & { ours?: unknown; mine?: unknown };
	const found = answers.map((answer) => firstOf<Found>(answer, most));
	// What the others are found by is not shown.
	const meetings = found
		.flatMap(({ rows }) => rows)
		.map(({ ours: _ours, mine: _mine, ...row }) => toMeeting(row));
	const once = [...new Map(meetings.map((meeting) => [meeting.id, meeting])).values()];
	const counts = answers.reduce((sum, answer) => sum + (answer.count ?? 0), 0);
	return {
		rows: once,
		isCut: found.some(({ isCut }) => isCut),
		of: counts - (meetings.length - once.length),
	};
}

/**
 * What lies ahead of this person, soonest first; `of` says only whether there is more (of more than 800 the soonest).
 * With it what is over since a moment not long ago, for the picture of the week.
 */
export async function coming(
	db: Database,
	person: string,
	families: string[],
	[since, now]: [Date, Date],
	window: Window,
): Promise<{ ahead: Shown<Meeting>; since: Meeting[] }> {
	const found = await around(db, person, families, ['gt', since, Math.min(window.to, most.ahead) + 100]);
	const { upcoming } = split(found.rows, now);
	const ahead = cutAtOne(upcoming.slice(window.from, window.to + 1), window);
	return {
		ahead: { ...ahead, of: Math.max(ahead.of, found.isCut ? ahead.to + 1 : 0), most: most.ahead },
		since: found.rows,
	};
}

/** What lies ahead of this person: the next meeting, what is cancelled before it, and the few that come later. */
export const ahead = async (db: Database, person: string, families: string[], now: Date) =>
	comingUp((await around(db, person, families, ['gt', now, 10])).rows, now);

/** Three lists are put together here, so that none of them can be entered in its middle. */
const most = { ahead: 800, past: 900 };

/**
 * What has been in this person's calendar, latest first, in stretches of 900: the first, or the one that begins after a
 * meeting (its id).
 */
export async function past(
	db: Database,
	person: string,
	families: string[],
	now: Date,
	window: Window,
	after: string | null = null,
): Promise<Shown<Meeting>> {
	const to = Math.min(window.to, most.past);
	const begins =
		isId(after ?? '') &&
		rows(await db.from('meeting').select('id, startsAt:starts_at').eq('id', after!).maybeSingle());
	const found = await around(db, person, families, ['lte', now, to], begins || null);
	const stretch = cut(split(found.rows, now).past, { ...window, from: Math.min(window.from, to), to });
	const isLast = to < most.past || found.of <= to;
	return {
		...stretch,
		of: found.of,
		most: most.past,
		after: begins ? begins.id : undefined,
		next: isLast ? undefined : stretch.rows.at(-1)?.id,
	};
}

/** What lies ahead of a family, soonest first, as far as the window goes; `of` says only whether there is more. */
export async function aheadOf(
	db: Database,
	family: string,
	now: Date,
	window: Window,
): Promise<Shown<Meeting>> {
	const to = Math.min(window.to, most.ahead);
	const answer = await db
		.from('meeting')
		.select(meetingColumns)
		.eq('family_id', family)
		.gt('ends_at', now.toISOString())
		.order('starts_at')
		.order('id')
		.limit(to + 1)
		.order('person_id', attendees)
		.limit(all, attendees);
	return { ...cutAtOne(rows(answer).map(toMeeting), { ...window, from: 0, to }), most: most.ahead };
}

/** Meetings of a family that have begun since, and were not cancelled: the latest, at most so many. */
async function begun(
	db: Database,
	family: string,
	{ since, now }: { since: Date; now: Date },
	most: number,
	only: { id?: string } = {},
): Promise<First<Meeting>> {
	const answer = await db
		.from('meeting')
		.select(meetingColumns)
		.match({ family_id: family, ...only })
		.gt('starts_at', since.toISOString())
		.lte('starts_at', now.toISOString())
		.is('cancelled_at', null)
		.order('starts_at', descending)
		.order('id')
		.limit(most + 1)
		.order('person_id', attendees)
		.limit(all, attendees);
	const { rows, isCut } = firstOf(answer, most);
	return { rows: rows.map(toMeeting), isCut };
}

/** The latest of them and, however far back, the one that is asked for. `isCut`: there are more than the latest. */
export async function heldSince(
	db: Database,
	family: string,
	{ asked, ...when }: { since: Date; now: Date; asked: string | null },
	most: number,
): Promise<First<Meeting>> {
	const [latest, one] = await Promise.all([
		begun(db, family, when, most),
		asked !== null && isId(asked) ? begun(db, family, when, 1, { id: asked }) : null,
	]);
	const further = one?.rows.filter(({ id }) => !latest.rows.some((meeting) => meeting.id === id)) ?? [];
	return { rows: [...latest.rows, ...further], isCut: latest.isCut };
}

/** When the last meeting of a family that was held was over; null when there was none. */
export async function lastHeld(db: Database, family: string, now: Date): Promise<string | null> {
	const answer = await db
		.from('meeting')
		.select('endsAt:ends_at')
		.eq('family_id', family)
		.lte('ends_at', now.toISOString())
		.is('cancelled_at', null)
		.order('ends_at', descending)
		.limit(1)
		.maybeSingle();
	return rows(answer)?.endsAt ?? null;
}

/** When each of these families meets next, by family; one that has no meeting ahead is left out. */
export async function nextOf(db: Database, families: string[], now: Date): Promise<Record<string, string>> {
	const answer = await db
		.from('family')
		.select('id, next:meeting!inner(startsAt:starts_at)')
		.in('id', families)
		.order('id')
		.limit(all)
		.gt('next.ends_at', now.toISOString())
		.is('next.cancelled_at', null)
		.order('starts_at', { referencedTable: 'next' })
		.limit(1, { referencedTable: 'next' });
	return Object.fromEntries(
		rows(answer).flatMap(({ id, next }) => next.map(({ startsAt }) => [id, startsAt])),
	);
}

/** One meeting with the first points of its agenda, the family's before the others'; null when there is none that I may see. */
export async function get(db: Database, id: string): Promise<Invitation | null> {
	if (!isId(id)) return null;
	const row = rows(
		await db
			.from('meeting')
			.select(invitationColumns)
			.eq('id', id)
			.is('points.removed_at', null)
			.order('from_family', { ascending: false, referencedTable: 'points' })
			.order('created_at', { referencedTable: 'points' })
			.order('id', { referencedTable: 'points' })
			.limit(pointsShown + 1, { referencedTable: 'points' })
			.order('person_id', attendees)
			.limit(all, attendees)
			.maybeSingle(),
	);
	return row && toInvitation(row);
}

/** The points of a meeting's agenda, in the same order. */
export async function points(db: Database, meeting: string, window: Window): Promise<Shown<Point>> {
	const answer = await db
		.from('agenda_point')
		.select(pointColumns, counted)
		.eq('meeting_id', meeting)
		.is('removed_at', null)
		.order('from_family', descending)
		.order('created_at')
		.order('id')
		.range(window.from, window.to - 1);
	return mapped(shown(answer, window), toPoint);
}

/** Who of the other homes of a family's children can be asked, by name; nobody to whoever calls no meetings there. */
export async function askableElsewhere(db: Database, family: string): Promise<Elsewhere[]> {
	const found = rows(await db.rpc('askable_elsewhere', { family }));
	return [...groupedBy(found, ({ person_id }) => person_id)].map(([id, each]) => ({
		id,
		name: each[0]!.name,
		children: each.map(({ child_id }) => child_id),
	}));
}
