/** How the database's rows become meetings. What the one who looks may not see of a person comes as null. */
import { cutAtOne, mapped } from '$lib/more';
import type { Answer, Attendee, Invitation, Meeting, Point } from './meetings';

export const meetingColumns = `id, familyId:family_id, kind, purpose, startsAt:starts_at, endsAt:ends_at,
	cancelledAt:cancelled_at, movedFrom:moved_from, placeMovedAt:place_moved_at, revision, where:meeting_place(place, link, isHome:is_home),
	about:person!meeting_about_id_fkey(id, name), attendees:meeting_attendee(id:person_id, reason, answer,
		saidBeforeLeaving:said_before_leaving, fromOtherHome:from_other_home, seesHome:sees_home, profession, workplace:place, person!meeting_attendee_person_id_fkey(name))` as const;

/** How many points of an agenda are shown at once. */
export const pointsShown = 200;
/** Of the people asked: what an order and a limit of them is for. */
export const attendees = { referencedTable: 'attendees' } as const;

export const pointColumns = `id, authorId:author_id, fromFamily:from_family, wording, createdAt:created_at,
	author:person!agenda_point_author_id_fkey(name)` as const;
export const invitationColumns = `${meetingColumns},
	proposer:person!meeting_proposed_by_fkey(id, name),
	points:agenda_point(${pointColumns})` as const;

type Name = { name: string } | null;
type Where = Pick<Meeting, 'place' | 'link' | 'isHome' | 'isPlaceHidden'>;

export interface MeetingRow extends Omit<Meeting, 'attendees' | keyof Where> {
	/** Null where the one who looks does not see it. */
	where: Omit<Where, 'isPlaceHidden'> | null;
	attendees: (Omit<Attendee, 'name' | 'saidBeforeLeaving'> & {
		saidBeforeLeaving: Answer | null;
		person: Name;
	})[];
}

type PointRow = Omit<Point, 'author'> & { author: Name };

interface InvitationRow extends MeetingRow {
	proposer: Invitation['proposer'];
	points: PointRow[];
}

export const toMeeting = ({ attendees, where, ...meeting }: MeetingRow): Meeting => ({
	...meeting,
	...(where ?? { place: null, link: null, isHome: false }),
	isPlaceHidden: where === null,
	attendees: attendees
		.map(({ person, saidBeforeLeaving, ...attendee }) => ({
			...attendee,
			...(saidBeforeLeaving && { saidBeforeLeaving }),
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

export function toInvitation({ proposer, points, ...row }: InvitationRow): Omit<Invitation, 'left'> {
	return {
		...toMeeting(row),
		proposer,
		points: mapped(cutAtOne(points, { from: 0, to: pointsShown, step: pointsShown }), toPoint),
	};
}
