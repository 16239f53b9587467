/**
 * The rules of meetings: what lies ahead, who comes and why, the family's own points first (M1).
 * Pure: no Kit, no database, no clock of its own.
 */
import { groupedBy } from '$lib/grouped';
import { isYoungChild, type Member } from '$lib/family/family';
import { danishDay } from '$lib/i18n/format';
import type { Shown } from '$lib/more';
import type { Enums } from '$lib/server/database.types';

export type Kind = Enums<'meeting_kind'>;
export const kinds = [
	'network',
	'pre_meeting',
	'follow_up',
	'other',
] as const satisfies readonly Enums<'meeting_kind'>[];

export type Answer = Enums<'attendance_answer'>;
export const answers = ['coming', 'not_coming'] as const satisfies readonly Enums<'attendance_answer'>[];

export interface Attendee {
	/** The person's id; null when they were erased: that somebody was asked, and came, stays. */
	id: string | null;
	/** Null when the one who looks may not know who it is. */
	name: string | null;
	/** Where the one who looks calls them by less. */
	wholeName?: string | undefined;
	/** As what they come, or came then, in plain words; null for those who come as family. */
	profession: string | null;
	/** The name of the organisation they come from; null for the family. */
	workplace: string | null;
	/** Why this person comes. */
	reason: string | null;
	/** Asked as a parent in the other home of the child it is about. */
	fromOtherHome: boolean;
	/** Then: a parent of the family shows them where it is, also when that is a home. */
	seesHome: boolean;
	answer: Answer | null;
	/** What they had answered when they left, and nothing since; gone: they left before it was held or cancelled. */
	saidBeforeLeaving?: Answer | 'gone';
}

/** A parent in the other home of children of the family, who can be asked to what is about those. */
export interface Elsewhere {
	id: string;
	name: string;
	children: string[];
}

export interface Meeting {
	id: string;
	familyId: string;
	/** The member it is about; null: the whole family. */
	about: { id: string; name: string } | null;
	kind: Kind;
	/** Why we meet. */
	purpose: string;
	/** Moments as ISO text. */
	startsAt: string;
	endsAt: string;
	place: string | null;
	/** Always https. */
	link: string | null;
	/** The place is a home. */
	isHome: boolean;
	/** Where it is, is not for the one who looks. */
	isPlaceHidden: boolean;
	cancelledAt: string | null;
	/** Who cancelled it; null when nobody did by hand, or the one who looks may not know. */
	canceller: { id: string; name: string } | null;
	/** When it was to start before its time was changed, which is `startsAt` when only its end was; null: it was not. */
	movedFrom: string | null;
	/** When its place or link, or whether it is a home, was last changed; null: it was not. */
	placeMovedAt: string | null;
	/** How often it was moved to another time or place, cancelled or held after all. */
	revision: number;
	/** The revision with which it was held after all, when somebody may count on its being cancelled; null: it never was. */
	heldAgain: number | null;
	attendees: Attendee[];
	/** It lies ahead, and of those from outside the family who were asked nobody is there any more. */
	teamIsGone?: boolean;
}

/** From when to when, as ISO text. */
export type Times = Pick<Meeting, 'startsAt' | 'endsAt'>;

/** When and where as a form has it: the date YYYY-MM-DD, times HH:MM, all Danish. */
export interface WhenAndWhere extends Pick<Meeting, 'place' | 'link' | 'isHome'> {
	date: string;
	start: string;
	end: string;
}

export interface Point {
	id: string;
	/** Null when they were erased. */
	authorId: string | null;
	author: string | null;
	/** Not from a professional: such points stand first. */
	fromFamily: boolean;
	wording: string;
	createdAt: string;
}

/** A meeting as one reads it before going. */
export interface Invitation extends Meeting {
	/** Who was asked to what lies ahead and has left since, by name: they stand among the attendees no more. */
	left: string[];
	/** Who called it; null when the one who looks may not know. */
	proposer: { id: string; name: string } | null;
	/** In the order they stand: the family's first. */
	points: Shown<Point>;
}

/** How many past meetings are shown at once. */
export const pastShown = 20;
/** How many meetings ahead are shown at once. */
export const aheadShown = 40;

const byStart = (a: Meeting, b: Meeting) => a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id);

/** It is not over yet. */
export const isAhead = (meeting: Pick<Times, 'endsAt'>, now: Date) =>
	Date.parse(meeting.endsAt) > now.getTime();

/** It has begun and is not over. */
export const isOn = (meeting: Meeting, now: Date) =>
	!meeting.cancelledAt && isAhead(meeting, now) && Date.parse(meeting.startsAt) <= now.getTime();

/** What lies ahead or is going on, soonest first, and what is over, latest first. */
export function split<M extends Meeting>(meetings: readonly M[], now: Date): { upcoming: M[]; past: M[] } {
	const inOrder = [...meetings].sort(byStart);
	return {
		upcoming: inOrder.filter((meeting) => isAhead(meeting, now)),
		past: inOrder.filter((meeting) => !isAhead(meeting, now)).reverse(),
	};
}

/**
 * What lies ahead around the next meeting that is held. A cancelled one before it is told too: somebody may count on
 * it.
 */
export function comingUp<M extends Meeting>(
	meetings: readonly M[],
	now: Date,
): { cancelled: M[]; next: M | null; later: M[] } {
	const { upcoming } = split(meetings, now);
	const held = upcoming.findIndex((meeting) => !meeting.cancelledAt);
	const until = held < 0 ? upcoming.length : held;
	return {
		cancelled: upcoming.slice(0, until),
		next: upcoming[until] ?? null,
		later: upcoming.slice(until + 1),
	};
}

/** The first one ahead that is still on; null when there is none. */
export const firstAhead = <M extends Meeting>(meetings: readonly M[], now: Date): M | null =>
	comingUp(meetings, now).next;

/** The day in Denmark on which it begins, YYYY-MM-DD. One across midnight belongs to the evening. */
export const dayOf = (meeting: Pick<Times, 'startsAt'>) => danishDay(new Date(meeting.startsAt));

/** It ends on a later day than it begins; ending at midnight is the same evening. */
export const endsNextDay = (meeting: Times) =>
	danishDay(new Date(Date.parse(meeting.endsAt) - 1)) !== dayOf(meeting);

/** The meetings under the day on which they begin; days and meetings keep the order they came in. */
export function byDay<M extends Meeting>(meetings: readonly M[]): { day: string; meetings: M[] }[] {
	return [...groupedBy(meetings, dayOf)].map(([day, those]) => ({ day, meetings: those }));
}

/** Whose meeting it is to the one who looks. */
export type Whose =
	/** `family` is its name where somebody has several, else left out. */
	| { kind: 'own'; family?: string }
	/** About our child, in its other home. */
	| { kind: 'other_home'; child: string }
	| { kind: 'invited' };

/** Whose a meeting is to somebody with these families; one may be asked to a meeting of none of them. */
export function whoseOf(
	meeting: Meeting,
	families: readonly { id: string; name: string }[],
	members: readonly { id: string }[],
): Whose {
	const own = families.find(({ id }) => id === meeting.familyId);
	if (own) return { kind: 'own', family: families.length > 1 ? own.name : undefined };
	const child = meeting.about && members.some(({ id }) => id === meeting.about?.id) && meeting.about.name;
	return child ? { kind: 'other_home', child } : { kind: 'invited' };
}

export interface WeekDay {
	/** YYYY-MM-DD */
	day: string;
	isToday: boolean;
	/** How many meetings are held, cancelled ones not among them. */
	meetings: number;
}

/** The seven days, Monday to Sunday, of the week that `today` (YYYY-MM-DD in Denmark) is in. */
export function week(meetings: readonly Meeting[], today: string): WeekDay[] {
	const noon = new Date(`${today}T12:00:00Z`);
	const sinceMonday = (noon.getUTCDay() + 6) % 7;
	const held = meetings.filter((meeting) => !meeting.cancelledAt).map(dayOf);
	return Array.from({ length: 7 }, (_, index) => {
		const at = new Date(noon);
		at.setUTCDate(noon.getUTCDate() - sinceMonday + index);
		const day = at.toISOString().slice(0, 10);
		return { day, isToday: day === today, meetings: held.filter((other) => other === day).length };
	});
}

/** Somebody for whom one can answer; `child` is the name of the child one answers together with. */
export interface Answerable {
	attendee: Attendee;
	child?: string;
}

/**
 * For whom this person can answer: for oneself, and a parent for the children under 13 of the household whose meeting
 * it is. A young person answers alone.
 */
export function answerable(
	meeting: Meeting,
	me: string,
	households: readonly string[],
	members: readonly Member[],
): Answerable[] {
	const children = households.includes(meeting.familyId)
		? members.filter((member) => member.familyId === meeting.familyId && isYoungChild(member))
		: [];
	return meeting.attendees
		.map((attendee) => ({ attendee, child: children.find(({ id }) => id === attendee.id)?.name }))
		.filter(({ attendee, child }) => attendee.id === me || child !== undefined)
		.sort((a, b) => Number(b.attendee.id === me) - Number(a.attendee.id === me));
}
