/** How the database's rows become meetings. What the one who looks may not see of a person comes as null. */
import { cutAtOne, mapped } from '$lib/more';
import type { Answer, Attendee, Invitation, Meeting, Point } from './meetings';

const aMeeting = `id, familyId:family_id, kind, purpose, startsAt:starts_at, endsAt:ends_at,
	cancelledAt:cancelled_at, movedFrom:moved_from, placeMovedAt:place_moved_at, revision, heldAgain:held_again,
	canceller:person!meeting_cancelled_by_fkey(id, name), where:meeting_place(place, link, isHome:is_home),
	about:person!meeting_about_id_fkey(id, name)` as const;
const whoIsAsked = `id:person_id, reason, answer,
	fromOtherHome:from_other_home, seesHome:sees_home, profession, workplace:place, person!meeting_attendee_person_id_fkey(name)` as const;
export const meetingColumns = `${aMeeting}, attendees:meeting_attendee(${whoIsAsked})` as const;

/** How many points of an agenda are shown at once. */
export const pointsShown = 200;
/** Of the people asked: what an order and a limit of them is for. */
export const attendees = { referencedTable: 'attendees' } as const;

export const pointColumns = `id, authorId:author_id, fromFamily:from_family, wording, createdAt:created_at,
	author:person!agenda_point_author_id_fkey(name)` as const;
export const invitationColumns = `${aMeeting}, attendees:meeting_attendee(row:id, ${whoIsAsked}),
	proposer:person!meeting_proposed_by_fkey(id, name),
	points:agenda_point(${pointColumns})` as const;

type Name = { name: string } | null;
type Where = Pick<Meeting, 'place' | 'link' | 'isHome' | 'isPlaceHidden'>;

export interface MeetingRow extends Omit<Meeting, 'attendees' | 'teamIsGone' | keyof Where> {
	/** Null where the one who looks does not see it. */
	where: Omit<Where, 'isPlaceHidden'> | null;
	attendees: (Omit<Attendee, 'name' | 'saidBeforeLeaving'> & { row?: string; person: Name })[];
}

/** What those had answered who have left since, or that they had left by then, by the row in which they are asked. */
export type SaidBefore = ReadonlyMap<string, Answer | 'gone'>;

type PointRow = Omit<Point, 'author'> & { author: Name };

interface InvitationRow extends MeetingRow {
	proposer: Invitation['proposer'];
	points: PointRow[];
}

export const toMeeting = (
	{ attendees, where, ...meeting }: MeetingRow,
	said: SaidBefore = new Map(),
): Meeting => ({
	...meeting,
	...(where ?? { place: null, link: null, isHome: false }),
	isPlaceHidden: where === null,
	attendees: attendees
		.map(({ person, row, ...attendee }) => ({
			...attendee,
			...(row && said.has(row) && { saidBeforeLeaving: said.get(row)! }),
			name: person?.name ?? null,
		}))
		// The family first, then those around it, each by name.
		.sort(
			(a, b) =>
				Number(a.profession !== null) - Number(b.profession !== null) ||
				(a.name ?? '').localeCompare(b.name ?? '', 'da'),
		),
});

export const toPoint = ({ author, ...point }: PointRow): Point => ({
	...point,
	author: author?.name ?? null,
});

export function toInvitation(
	{ proposer, points, ...row }: InvitationRow,
	said: SaidBefore,
): Omit<Invitation, 'left'> {
	return {
		...toMeeting(row, said),
		proposer,
		points: mapped(cutAtOne(points, { from: 0, to: pointsShown, step: pointsShown }), toPoint),
	};
}
