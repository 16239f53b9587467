/**
 * What somebody writes may name a row of others: a meeting, a scale, a person. The answer is the same whether that row
 * exists or not; otherwise it would tell a stranger who is here.
 */
import { expect, test } from 'vitest';
import { actAs, rolledBack, takenBack } from './acting.ts';
import type { Database } from './open.ts';
import { references } from './references.ts';
import { actors, type Person } from '../policies/actors.ts';
import { engines, filled } from '../policies/databases.ts';
import { idOf, withIds } from '../policies/labels.ts';

interface Trial {
	/** The column that names a row of others, or in words what does. */
	names: string;
	/** Who tries it. */
	who: Person;
	/** Rows of others, which exist. */
	others: string[];
	sql: (name: string) => string;
}

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
const rate = (person: string, scale: string) =>
	`insert into rating (id, person_id, topic, scale_id, answers) values ('@new', '${person}', 'scale', '${scale}', '{4}')`;
const begin = (person: string, scale: string) =>
	`insert into rating_draft (person_id, topic, scale_id, answers) values ('${person}', 'scale', '${scale}', '{4}')`;
const share = (
	owner: string,
	professional: string,
) => `insert into share (id, owner_id, topic, professional_id, valid_until)
	values ('@new', '${owner}', 'ladder', '${professional}', private.today() + 30)`;

const fine = (event: string, person: string) =>
	`insert into event_seen (event_id, person_id) values ('${event}', '${person}')`;
const offer = (municipality: string) =>
	`insert into offer (id, municipality_id, title, description, provider, provider_kind, place, contact)
		values ('@new', '${municipality}', 'Kor', 'Sang', 'Nordby Kor', 'association', 'Nordby', '70')`;
const organisation = (municipality: string) =>
	`insert into organisation (id, municipality_id, kind, name) values ('@new', '${municipality}', 'association', 'Ny')`;
const join = (family: string, professional: string, job: string) =>
	`insert into team_member (id, family_id, professional_id, job_id) values ('@new', '${family}', '${professional}', '${job}')`;

const trials: Trial[] = [
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
		sql: (name) => `select move_meeting('${name}', now(), now() + interval '1 hour', 'Her')`,
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
	{
		names: 'rating.scale_id',
		who: 'parent',
		others: ['scale of strangers', 'scale of the young person'],
		sql: (name) => rate('@me', name),
	},
	{
		names: 'rating.person_id',
		who: 'parent',
		others: ['stranger-parent', 'grandmother'],
		sql: (name) => rate(name, '@scale of the parent'),
	},
	{
		names: 'rating_draft.scale_id',
		who: 'parent',
		others: ['scale of strangers', 'scale of the young person'],
		sql: (name) => begin('@me', name),
	},
	{
		names: 'rating_draft.person_id',
		who: 'parent',
		others: ['stranger-parent', 'grandmother'],
		sql: (name) => begin(name, '@scale of the parent'),
	},
	{
		names: 'scale.person_id',
		who: 'parent',
		others: ['stranger-parent', 'grandmother'],
		sql: (name) => `insert into scale (id, person_id, kind, name, low_words, high_words)
			values ('@new', '${name}', 'mental', 'Ro', 'Lidt', 'Meget')`,
	},
	{
		names: 'share.owner_id',
		who: 'parent',
		others: ['stranger-parent', 'young-person'],
		sql: (name) => share(name, '@coordinator'),
	},
	{
		names: 'share.professional_id',
		who: 'parent',
		others: ['guest', 'former-mentor', 'stranger-coordinator', 'stranger-parent'],
		sql: (name) => share('@me', name),
	},
	{
		names: 'event_seen.event_id',
		who: 'parent',
		others: ['far joined', 'strangers joined'],
		sql: (name) => fine(name, '@me'),
	},
	{
		names: 'event_seen.event_id, by a stranger',
		who: 'guest',
		others: ['the teacher joined', 'far joined'],
		sql: (name) => fine(name, '@me'),
	},
	{
		names: 'event_seen.person_id',
		who: 'parent',
		others: ['young-person', 'far-parent'],
		sql: (name) => fine('@the teacher joined', name),
	},
	{
		names: 'offer.municipality_id',
		who: 'project-lead',
		others: ['other municipality'],
		sql: offer,
	},
	{
		names: 'offer.municipality_id, by somebody who leads nothing',
		who: 'teacher',
		others: ['municipality', 'other municipality'],
		sql: offer,
	},
	{
		names: 'organisation.municipality_id',
		who: 'project-lead',
		others: ['other municipality'],
		sql: organisation,
	},
	{
		names: 'organisation.municipality_id, by somebody who leads nothing',
		who: 'teacher',
		others: ['municipality', 'other municipality'],
		sql: organisation,
	},
	{
		names: 'team_member.family_id',
		who: 'project-lead',
		others: ['far family'],
		sql: (name) => join(name, '@guest', '@job of guest'),
	},
	{
		names: 'team_member.family_id, by a stranger',
		who: 'teacher',
		others: ['family', 'strangers', 'far family'],
		sql: (name) => join(name, '@guest', '@job of guest'),
	},
	{
		names: 'team_member.professional_id',
		who: 'project-lead',
		others: ['far-lead', 'stranger-parent', 'far-parent'],
		sql: (name) => join('@family', name, '@job of guest'),
	},
	{
		names: 'team_member.job_id',
		who: 'project-lead',
		others: ['job of far-lead', 'job of stranger-coordinator'],
		sql: (name) => join('@family', '@far-lead', name),
	},
	{
		names: 'goal.created_by',
		who: 'parent',
		others: ['grandmother', 'far-parent'],
		sql: (name) =>
			`insert into goal (id, family_id, title, created_by) values ('@new', '@family', 'Ord', '${name}')`,
	},
	{
		names: 'goal_progress.noted_by',
		who: 'parent',
		others: ['grandmother', 'far-parent'],
		sql: (name) => `insert into goal_progress (id, goal_id, family_id, note, noted_by)
			values ('@new', '@goal of the family', '@family', 'Godt', '${name}')`,
	},
	{
		names: 'family_offer.suggested_by',
		who: 'parent',
		others: ['grandmother', 'far-parent'],
		sql: (name) => `insert into family_offer (id, family_id, offer_id, state, suggested_by)
			values ('@new', '@family', '@second offer', 'interested', '${name}')`,
	},
	{
		names: 'plan_visit.person_id',
		who: 'parent',
		others: ['young-person', 'grandmother', 'far-parent'],
		sql: (name) => `insert into plan_visit (person_id, family_id) values ('${name}', '@family')`,
	},
];

/** What the database answers, with the id that was tried left out of it. */
async function answer(db: Database, who: Person, sql: string, name: string) {
	return takenBack(db, async () => {
		try {
			await actAs(db, actors[who]);
			await db.run(withIds(sql, who));
			return 'done';
		} catch (error) {
			const { code, message, detail } = error as { code: string; message: string; detail?: string };
			return `${code} ${message} ${detail ?? ''}`.replaceAll(idOf(name), '?');
		}
	});
}

for (const engine of engines) {
	test.each(trials)(`${engine}: $names: nobody learns whether it is there`, async ({ who, others, sql }) => {
		const db = await filled(engine);
		await rolledBack(db, async () => {
			const nowhere = await answer(db, who, sql('@nowhere'), 'nowhere');
			expect(nowhere).not.toBe('done');
			for (const name of others) expect(await answer(db, who, sql(`@${name}`), name), name).toBe(nowhere);
		});
	});
}

test('every foreign key that somebody may write is tried, here or with the plan', async () => {
	const db = await filled('pglite');
	const columns = await db.rows(
		`select distinct c.conrelid::regclass::text || '.' || attname as name
		from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
		where contype = 'f' and connamespace::regnamespace::text in ('public', 'private')
			and (has_column_privilege('authenticated', c.conrelid, attname, 'insert')
				or has_column_privilege('authenticated', c.conrelid, attname, 'update'))`,
	);
	const tried = new Set([...trials.map(({ names }) => names), ...Object.keys(references)]);
	expect(columns.map(({ name }) => name).filter((name) => !tried.has(name as string))).toEqual([]);
	expect(columns.length).toBeGreaterThan(30);
});
