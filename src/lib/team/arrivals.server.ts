/** What is new around the family, who has come above all, and what the family says to that (89_arrivals_told.sql, 89_arrivals_refusing.sql). */
import type { MemberRole } from '$lib/family/age';
import { mapped, type First, type Window } from '$lib/more';
import type { Database } from '$lib/server/database';
import { all, changed, counted, descending, firstOf, rows, shown } from '$lib/server/rows';
import type { Enums } from '$lib/server/database.types';

/** At most so much of what is new is told at once. */
const mostArrivals = 200;

/** Somebody who has come; or who is something else in the team now, or has left it or the family. */
export interface Arrival {
	/** Of what the log says of it. */
	id: string;
	kind: Enums<'family_event_kind'>;
	familyId: string;
	/** Of the family or of the team: what is ended by a no. */
	placeId: string | null;
	name: string;
	/** null for a professional. */
	memberRole: MemberRole | null;
	/** As what they came, are now or left; null for a member of the family. */
	profession: string | null;
	/** Who invited, or put into the team; null when nobody knows. */
	byName: string | null;
	/** The parent who said yes; null for the first of a family, and for professionals. */
	agreedName: string | null;
	happenedAt: string;
	/** The first parent of the family, who was there before me and to whom nobody could say yes. */
	wasFirst: boolean;
	mayRefuse: boolean;
	/** When I was first shown somebody I may say no to: my days to say it begin. Null: not before now. */
	shownAt: string | null;
	/** Until when I may say no, if I may. */
	refuseUntil: string;
	/** They saw to it themselves. Two may have the same name. */
	byThemselves: boolean;
	/** Of a child that has one more home or one home less, or a parent more or less there: what that family is called. */
	elsewhere: string | null;
	/** Of a member who belonged to the family before: until when. */
	wasHereUntil: string | null;
	/** A parent in another home of a child of the family. */
	isParentElsewhere: boolean;
	/** Where they are called something else than when they came. */
	nameNow: string | null;
	/** It is about who looks. */
	isMe: boolean;
	/** It was I who said yes to them. */
	iAgreed: boolean;
	/** Of a member whom the municipality took out: why. */
	reason: Enums<'leaving_reason'> | null;
}

/**
 * What is new since I came and what I have not said is fine; newest first, who has left after all others, at most 200. To whom I may say no and am
 * shown now for the first time, that is noted: from then on I have 14 days.
 */
export async function arrivals(db: Database, person: string, isLookedAt: boolean): Promise<First<Arrival>> {
	const found = await unseen(db);
	const first = isLookedAt ? found.rows.filter(({ mayRefuse, shownAt }) => mayRefuse && !shownAt) : [];
	if (first.length) {
		const shown = first.map(({ id }) => ({ event_id: id, person_id: person }));
		const once = { onConflict: 'event_id,person_id', ignoreDuplicates: true };
		// When, the database says.
		rows(await db.from('arrival_shown').upsert(shown, once));
	}
	return found;
}

async function unseen(db: Database): Promise<First<Arrival>> {
	const answer = await db.rpc('arrivals').select(
		`id:event_id, kind, familyId:family_id, placeId:place_id, name, memberRole:member_role, profession, byName:by_name,
			agreedName:agreed_name, happenedAt:happened_at, wasFirst:was_first, mayRefuse:may_refuse,
			shownAt:shown_at, refuseUntil:refuse_until, byThemselves:by_themselves, elsewhere, wasHereUntil:was_here_until,
			isParentElsewhere:is_parent_elsewhere, nameNow:name_now, isMe:is_me, reason, iAgreed:i_agreed`,
	);
	return firstOf(answer, mostArrivals);
}

/** I think it is fine: it is not told again. */
export async function fine(db: Database, event: string, person: string): Promise<void> {
	rows(
		await db
			.from('event_seen')
			.upsert(
				{ event_id: event, person_id: person },
				{ onConflict: 'event_id,person_id', ignoreDuplicates: true },
			),
	);
}

/** Tells it again: I may say no still, if there are days left. */
export async function tellAgain(db: Database, event: string, person: string): Promise<void> {
	changed(
		await db.from('event_seen').delete().match({ event_id: event, person_id: person }).select('event_id'),
	);
}

/**
 * Ends the place of somebody who came into the family.
 * @returns whether they still see what is about a child, in whose other home they are a parent
 */
export async function putOut(db: Database, member: string): Promise<boolean> {
	return rows(await db.rpc('put_out', { member }));
}

/** The professionals to whom this family has said no, the newest first. */
export async function unwanted(db: Database, family: string, window: Window) {
	const answer = await db
		.from('team_member')
		.select('id, profession, ...person!inner(name)', counted)
		.eq('family_id', family)
		.not('unwanted_at', 'is', null)
		.order('unwanted_at', descending)
		.order('id')
		.range(window.from, window.to - 1);
	// Who has left was something: the database has written it there.
	return mapped(shown(answer, window), (place) => ({ ...place, profession: place.profession! }));
}

/** To whom of these professionals this family has said no. */
export async function saidNoTo(db: Database, family: string, professionals: string[]): Promise<Set<string>> {
	const answer = await db
		.from('team_member')
		.select('professionalId:professional_id')
		.eq('family_id', family)
		.in('professional_id', professionals)
		.not('unwanted_at', 'is', null)
		.order('professional_id')
		.limit(all);
	return new Set(rows(answer).map(({ professionalId }) => professionalId));
}

/** Ends the place of a professional who was put into the team; nobody puts them back while the no stands. */
export async function sendAway(db: Database, teamMember: string): Promise<void> {
	rows(await db.rpc('send_away', { team_member: teamMember }));
}

/** Takes a no back: they can be put into the team again. */
export async function takeNoBack(db: Database, teamMember: string): Promise<void> {
	rows(await db.rpc('take_no_back', { team_member: teamMember }));
}
