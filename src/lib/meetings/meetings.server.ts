/** Reading meetings: those of a family that were held, and one. Lists stand in lists.server.ts, what is done to them in changes.server.ts. */
import { groupedBy } from '$lib/grouped';
import { isId } from '$lib/id';
import type { Database } from '$lib/server/database';
import { all, rows, counted, descending, firstOf, shown } from '$lib/server/rows';
import { mapped, type First, type Shown, type Window } from '$lib/more';
import { saidBefore, withWhoLeft } from './asked.server';
import type { Elsewhere, Invitation, Meeting, Point } from './meetings';
import {
	attendees,
	invitationColumns,
	meetingColumns,
	pointColumns,
	pointsShown,
	toInvitation,
	toMeeting,
	toPoint,
} from './rows';

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
	return { rows: rows.map((row) => toMeeting(row)), isCut };
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
export async function get(db: Database, id: string, now: Date): Promise<Invitation | null> {
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
	return row && (await withWhoLeft(db, toInvitation(row, await saidBefore(db, row, now)), now));
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
