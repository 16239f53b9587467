/** How the database's rows become meetings. What the one who looks may not see of a person comes as null. */
import type { Row } from '$lib/server/database';
import type { Invitation, Meeting, Point } from './meetings';
import { inAgendaOrder } from './meetings';

export const meetingColumns =
	`id, family_id, kind, purpose, starts_at, ends_at, cancelled_at, moved_from, revision,
	where:meeting_place(place, link, is_home),
	about:person!meeting_about_id_fkey(id, name),
	attendees:meeting_attendee(person_id, reason, answer,
		person!meeting_attendee_person_id_fkey(name, job!job_person_id_fkey(profession, started_at, left_at)))` as const;

export const invitationColumns = `${meetingColumns},
	proposer:person!meeting_proposed_by_fkey(name),
	points:agenda_point(id, author_id, from_family, wording, created_at, removed_at,
		author:person!agenda_point_author_id_fkey(name))` as const;

type Name = { name: string } | null;
type Job = Pick<Row<'job'>, 'profession' | 'started_at' | 'left_at'>;

interface MeetingRow extends Pick<
	Row<'meeting'>,
	| 'id'
	| 'family_id'
	| 'kind'
	| 'purpose'
	| 'starts_at'
	| 'ends_at'
	| 'cancelled_at'
	| 'moved_from'
	| 'revision'
> {
	/** Null where the one who looks does not see it. */
	where: Pick<Row<'meeting_place'>, 'place' | 'link' | 'is_home'> | null;
	about: { id: string; name: string } | null;
	attendees: (Pick<Row<'meeting_attendee'>, 'person_id' | 'reason' | 'answer'> & {
		person: { name: string; job: Job[] } | null;
	})[];
}

type PointRow = Pick<
	Row<'agenda_point'>,
	'id' | 'author_id' | 'from_family' | 'wording' | 'created_at' | 'removed_at'
> & { author: Name };

/** What somebody works with: the job they have before one they had, the later before the earlier. */
const professionOf = (jobs: Job[]): string | null =>
	[...jobs].sort(
		(a, b) =>
			Number(a.left_at !== null) - Number(b.left_at !== null) || b.started_at.localeCompare(a.started_at),
	)[0]?.profession ?? null;

export const toMeeting = (row: MeetingRow): Meeting => ({
	id: row.id,
	familyId: row.family_id,
	about: row.about,
	kind: row.kind,
	purpose: row.purpose,
	startsAt: row.starts_at,
	endsAt: row.ends_at,
	place: row.where?.place ?? null,
	link: row.where?.link ?? null,
	isHome: row.where?.is_home ?? false,
	isPlaceHidden: row.where === null,
	cancelledAt: row.cancelled_at,
	movedFrom: row.moved_from,
	revision: row.revision,
	attendees: row.attendees
		.map(({ person_id, reason, answer, person }) => ({
			id: person_id,
			name: person?.name ?? null,
			profession: professionOf(person?.job ?? []),
			reason,
			answer,
		}))
		// The family first, then those around it, each by name.
		.sort(
			(a, b) =>
				Number(a.profession !== null) - Number(b.profession !== null) ||
				(a.name ?? '').localeCompare(b.name ?? '', 'da'),
		),
});

const toPoint = (row: PointRow): Point => ({
	id: row.id,
	authorId: row.author_id,
	author: row.author?.name ?? null,
	fromFamily: row.from_family,
	wording: row.wording,
	createdAt: row.created_at,
});

export const toInvitation = (row: MeetingRow & { proposer: Name; points: PointRow[] }): Invitation => ({
	...toMeeting(row),
	proposer: row.proposer?.name ?? null,
	points: inAgendaOrder(row.points.filter((point) => point.removed_at === null).map(toPoint)),
});
