/**
 * Meetings as lists that go on: what lies ahead of a person and what has been, in the families they belong to and where
 * they are asked; and what lies ahead of one family.
 */
import { householdsOf, type Mine } from '$lib/family/family';
import { isId } from '$lib/id';
import type { Database } from '$lib/server/database';
import { all, rows, counted, firstOf } from '$lib/server/rows';
import { cut, cutAtOne, type First, type Shown, type Window } from '$lib/more';
import { stillAsked } from './asked.server';
import { comingUp, split, type Meeting } from './meetings';
import { attendees, meetingColumns, toMeeting, type MeetingRow } from './rows';

/** When it is over: after a moment ('gt'), or by then. */
type Ends = 'gt' | 'lte';

/**
 * Meetings of these families, and of other families those that concern this person as one of theirs: about a child of
 * ours in its other home, or they are asked to come from that. Not those of their work, which stand there. Those ahead soonest first, those past latest first, at most `most` of
 * each kind; of those past `of` is how many there are. `after`: of those past only what comes after this one.
 */
async function around(
	db: Database,
	person: string,
	mine: readonly Mine[],
	[ends, at, most]: [Ends, Date, number],
	after: Pick<Meeting, 'id' | 'startsAt'> | null = null,
): Promise<First<Meeting> & { of: number }> {
	const [moment, start] = [at.toISOString(), after?.startsAt];
	const further = after && `or(starts_at.lt."${start}",and(starts_at.eq."${start}",id.lt.${after.id}))`;
	const which = `ends_at.${ends}."${moment}"`;
	const those = further ? `and(${which},${further})` : which;
	const order = { ascending: ends === 'gt' };
	const count = ends === 'gt' ? {} : counted;
	const families = mine.map(({ id }) => id);
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
			.in(
				'ours.member.family_id',
				householdsOf(mine).map(({ id }) => id),
			)
			.eq('ours.member.role', 'child')
			.is('ours.member.left_at', null)
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
			.eq('mine.from_other_home', true)
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
	mine: readonly Mine[],
	[since, now]: [Date, Date],
	window: Window,
): Promise<{ ahead: Shown<Meeting>; since: Meeting[] }> {
	const found = await around(db, person, mine, ['gt', since, Math.min(window.to, most.ahead) + 100]);
	const { upcoming } = split(found.rows, now);
	const shown = await stillAsked(db, upcoming.slice(window.from, window.to + 1), now);
	const ahead = cutAtOne(shown, window);
	return {
		ahead: { ...ahead, of: Math.max(ahead.of, found.isCut ? ahead.to + 1 : 0), most: most.ahead },
		since: found.rows,
	};
}

/** What lies ahead of this person: the next meeting, what is cancelled before it, and the few that come later. */
export async function ahead(db: Database, person: string, mine: readonly Mine[], now: Date) {
	const { rows } = await around(db, person, mine, ['gt', now, 10]);
	return comingUp(await stillAsked(db, rows, now), now);
}

/** Three lists are put together here, so that none of them can be entered in its middle. */
const most = { ahead: 800, past: 900 };

/**
 * What has been in this person's calendar, latest first, in stretches of 900: the first, or the one that begins after a
 * meeting (its id).
 */
export async function past(
	db: Database,
	person: string,
	mine: readonly Mine[],
	now: Date,
	window: Window,
	after: string | null = null,
): Promise<Shown<Meeting>> {
	const to = Math.min(window.to, most.past);
	const begins =
		isId(after ?? '') &&
		rows(await db.from('meeting').select('id, startsAt:starts_at').eq('id', after!).maybeSingle());
	const found = await around(db, person, mine, ['lte', now, to], begins || null);
	const stretch = cut(split(found.rows, now).past, { ...window, from: Math.min(window.from, to), to });
	if (begins && !stretch.rows.length) window.beyond?.();
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
	const meetings = await stillAsked(
		db,
		rows(answer).map((row) => toMeeting(row)),
		now,
	);
	return { ...cutAtOne(meetings, { ...window, from: 0, to }), most: most.ahead };
}
