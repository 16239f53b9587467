/** Meetings, their places, who is asked and what is talked about. */
import type { Trial } from './trial.ts';

const meeting = (family: string, about: string, by = '@me') => `insert into meeting
	(id, purpose, starts_at, ends_at, family_id, about_id, proposed_by) values
	('@new', 'Status', now(), now() + interval '1 hour', '${family}', '${about}', '${by}')`;
const propose = (family: string, person: string, about: string) => `select propose_meeting(
	'@new', '${family}', 'network', 'Status', now(), now() + interval '1 hour', array['${person}']::uuid[],
	array['']::text[], about => '${about}', place => 'Skolen')`;
const place = (meeting: string, family: string) =>
	`insert into meeting_place (meeting_id, family_id, place) values ('${meeting}', '${family}', 'Her')`;
const ask = (meeting: string, person: string, family: string) =>
	`insert into meeting_attendee (meeting_id, person_id, family_id) values ('${meeting}', '${person}', '${family}')`;
const bring = (meeting: string, family: string, author = '@me') =>
	`insert into agenda_point (id, meeting_id, family_id, author_id, wording)
		values ('@new', '${meeting}', '${family}', '${author}', 'Et punkt')`;

const seen = (meeting: string, person = '@me') =>
	`insert into cancellation_seen (meeting_id, person_id, of_revision) values ('${meeting}', '${person}', 0)`;

export const aboutMeetings: Trial[] = [
	{
		names: 'cancellation_seen.meeting_id',
		who: 'parent',
		others: ['far meeting', 'meeting of strangers', 'meeting of the other home'],
		sql: (name) => seen(name),
	},
	{
		names: 'cancellation_seen.person_id',
		who: 'parent',
		others: ['grandmother', 'far-parent', 'coordinator'],
		sql: (name) => seen('@meeting of the family', name),
	},
	{
		names: 'meeting.family_id',
		who: 'parent',
		others: ['strangers', 'far family', 'other home'],
		sql: (name) => meeting(name, '@child'),
	},
	{
		names: 'meeting.about_id',
		who: 'parent',
		others: ['stranger-child', 'former-partner', 'far-parent', 'coordinator'],
		sql: (name) => meeting('@family', name),
	},
	{
		names: 'meeting.about_id of a meeting of others',
		who: 'stranger-parent',
		others: ['child', 'parent'],
		sql: (name) => meeting('@family', name),
	},
	{
		names: 'meeting.proposed_by',
		who: 'parent',
		others: ['grandmother', 'far-parent'],
		sql: (name) => meeting('@family', '@child', name),
	},
	{
		names: 'propose_meeting: the family',
		who: 'parent',
		others: ['strangers', 'other home'],
		sql: (name) => propose(name, '@parent', '@child'),
	},
	{
		names: 'propose_meeting: who is asked',
		who: 'parent',
		others: ['stranger-parent', 'former-mentor', 'guest'],
		sql: (name) => propose('@family', name, '@child'),
	},
	{
		names: 'propose_meeting: whom it is about',
		who: 'parent',
		others: ['stranger-child', 'far-parent'],
		sql: (name) => propose('@family', '@parent', name),
	},
	{
		names: 'meeting_place.meeting_id',
		who: 'parent',
		others: ['meeting of strangers', 'meeting of the other home', 'meeting about the child there'],
		sql: (name) => place(name, '@family'),
	},
	{
		names: 'meeting_place.family_id',
		who: 'parent',
		others: ['strangers', 'other home'],
		sql: (name) => place('@meeting of the family', name),
	},
	{
		names: 'move_meeting: the meeting',
		who: 'parent',
		others: ['meeting of strangers', 'meeting of the other home', 'meeting about the child there'],
		sql: (name) => `select move_meeting('${name}', now(), now() + interval '1 hour', 0, 'Her')`,
	},
	{
		names: 'meeting_attendee.meeting_id',
		who: 'parent',
		others: ['meeting of strangers', 'meeting of the other home', 'far meeting'],
		sql: (name) => ask(name, '@child', '@family'),
	},
	{
		names: 'meeting_attendee.meeting_id, of a meeting to which that person is asked already',
		who: 'parent',
		others: ['meeting about the child there'],
		sql: (name) => ask(name, '@child', '@family'),
	},
	{
		names: 'meeting_attendee.meeting_id, by a stranger',
		who: 'stranger-parent',
		others: ['meeting of the family', 'meeting about the child'],
		sql: (name) => ask(name, '@me', '@family'),
	},
	{
		names: 'meeting_attendee.person_id',
		who: 'parent',
		others: ['stranger-parent', 'former-nurse', 'guest'],
		sql: (name) => ask('@meeting of the family', name, '@family'),
	},
	{
		names: 'meeting_attendee.family_id',
		who: 'parent',
		others: ['strangers', 'other home'],
		sql: (name) => ask('@meeting of the family', '@child', name),
	},
	{
		names: 'agenda_point.meeting_id',
		who: 'parent',
		others: ['meeting of strangers', 'meeting of the other home', 'far meeting'],
		sql: (name) => bring(name, '@family'),
	},
	{
		names: 'agenda_point.meeting_id, by a guest',
		who: 'guest',
		others: ['meeting of the family', 'meeting of strangers'],
		sql: (name) => bring(name, '@family'),
	},
	{
		names: 'agenda_point.family_id',
		who: 'parent',
		others: ['strangers', 'other home'],
		sql: (name) => bring('@meeting of the family', name),
	},
	{
		names: 'agenda_point.author_id',
		who: 'parent',
		others: ['grandmother', 'far-parent'],
		sql: (name) => bring('@meeting of the family', '@family', name),
	},
];
