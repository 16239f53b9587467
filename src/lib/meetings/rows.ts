/** How the database's rows become meetings. What the one who looks may not see of a person comes as null. */
import { cutOff } from '$lib/more';
import { inAgendaOrder, type Attendee, type Invitation, type Meeting, type Point } from './meetings';

export const meetingColumns = `id, familyId:family_id, kind, purpose, startsAt:starts_at, endsAt:ends_at,
	cancelledAt:cancelled_at, movedFrom:moved_from, revision, where:meeting_place(place, link, isHome:is_home),
	about:person!meeting_about_id_fkey(id, name), attendees:meeting_attendee(id:person_id, reason, answer,
		profession, workplace:place, person!meeting_attendee_person_id_fkey(name))` as const;

/** At most so many points of an agenda are read: those that were put up first. */
export const mostPoints = 200;
/** Of the people asked: what an order and a limit of them is for. */
export const attendees = { referencedTable: 'attendees' } as const;

export const invitationColumns = `${meetingColumns},
	proposer:person!meeting_proposed_by_fkey(name),
	points:agenda_point(id, authorId:author_id, fromFamily:from_family, wording, createdAt:created_at,
		author:person!agenda_point_author_id_fkey(name))` as const;

type Name = { name: string } | null;
type Where = Pick<Meeting, 'place' | 'link' | 'isHome' | 'isPlaceHidden'>;

export interface MeetingRow extends Omit<Meeting, 'attendees' | keyof Where> {
	/** Null where the one who looks does not see it. */
	where: Omit<Where, 'isPlaceHidden'> | null;
	attendees: (Omit<Attendee, 'name'> & { person: Name })[];
}

interface InvitationRow extends MeetingRow {
	proposer: Name;
	points: (Omit<Point, 'author'> & { author: Name })[];
}

export const toMeeting = ({ attendees, where, ...meeting }: MeetingRow): Meeting => ({
	...meeting,
	...(where ?? { place: null, link: null, isHome: false }),
	isPlaceHidden: where === null,
	attendees: attendees
		.map(({ person, ...attendee }) => ({
			...attendee,
			name: person?.name ?? null,
		}))
		// The family first, then those around it, each by name.
		.sort(
			(a, b) =>
				Number(a.profession !== null) - Number(b.profession !== null) ||
				(a.name ?? '').localeCompare(b.name ?? '', 'da'),
		),
});

export function toInvitation({ proposer, points, ...row }: InvitationRow): Invitation {
	const { rows, isCut } = cutOff(points, mostPoints);
	return {
		...toMeeting(row),
		proposer: proposer?.name ?? null,
		points: inAgendaOrder(rows.map((point) => ({ ...point, author: point.author?.name ?? null }))),
		isAgendaCut: isCut,
	};
}
