/** What the app asks most, as PostgREST would send it: with the filter the client sends, and with row security or not. */
import { idOfNth } from '../../database/households.ts';

export interface Question {
	name: string;
	/** Who asks. */
	by: 'parent' | 'professional';
	/** The aim for the ratio of p50 with row security to p50 without. */
	aim: number;
	/** With the client's filter as its one parameter. */
	sql: string;
	/** The parameter. @param n the n-th asker; @param families of the n-th professional */
	filter(n: number, families: number[]): string | string[];
}

/** The statement as PostgREST sends it: the rows come back as one JSON text. */
const asJson = (sql: string) =>
	`with pgrst_source as (${sql}) select coalesce(json_agg(_postgrest_t), '[]')::text as body
	from (select * from pgrst_source) _postgrest_t`;

const oneFamily = { by: 'parent', aim: 1.12, filter: (n: number) => idOfNth('family', n) } as const;
const caseload = {
	by: 'professional',
	aim: 1.05,
	filter: (_: number, families: number[]) => families.map((n) => idOfNth('family', n)),
} as const;

/** What `meetings.list` in src/lib/meetings asks: PostgREST makes a lateral join of each table that comes along. */
const meetingsAndWhoComes = `
	select m.id, m.family_id, m.kind, m.purpose, m.starts_at, m.ends_at, m.cancelled_at, m.moved_from, m.revision,
		row_to_json(about.*)::jsonb as about, row_to_json(place.*)::jsonb as place, coalesce(attendees.rows, '[]') as attendees
	from public.meeting m
	left join lateral (select p.id, p.name from public.person p where p.id = m.about_id) about on true
	left join lateral (
		select w.place, w.link, w.is_home from public.meeting_place w
		where w.meeting_id = m.id and w.family_id = m.family_id
	) place on true
	left join lateral (
		select json_agg(one)::jsonb as rows from (
			select a.person_id, a.reason, a.answer, row_to_json(who.*)::jsonb as person
			from public.meeting_attendee a
			left join lateral (
				select p.name, coalesce(work.rows, '[]') as job
				from public.person p
				left join lateral (
					select json_agg(j)::jsonb as rows from (
						select w.profession, w.started_at, w.left_at from public.job w where w.person_id = p.id
					) j
				) work on true
				where p.id = a.person_id
			) who on true
			where a.meeting_id = m.id
		) one
	) attendees on true
	where m.family_id = any($1::uuid[]) order by m.starts_at desc limit 200`;

const asked: Question[] = [
	{
		...oneFamily,
		name: "one person's last 50 self-ratings",
		filter: (n) => idOfNth('parent', n),
		sql: `select id, topic, scale_id, answers, score, rated_at from public.rating
			where person_id = $1 order by rated_at desc limit 50`,
	},
	{
		...oneFamily,
		name: "one family's last 50 notes of progress",
		sql: `select id, goal_id, noted_by, noted_at, note, score from public.goal_progress
			where family_id = $1 order by noted_at desc limit 50`,
	},
	{
		...oneFamily,
		name: "one family's goals",
		sql: `select id, parent_id, level, about_id, life_area, title, sign, due_on, position, done_at
			from public.goal where family_id = $1 and removed_at is null order by position limit 50`,
	},
	{
		...caseload,
		name: 'a caseload: goals per family',
		sql: `select family_id, count(*), count(*) filter (where done_at is not null) as done, max(changed_at) as changed
			from public.goal where family_id = any($1::uuid[]) and removed_at is null group by family_id`,
	},
	{
		...caseload,
		name: 'a caseload: meetings per family',
		sql: `select family_id, count(*), max(starts_at) as last from public.meeting
			where family_id = any($1::uuid[]) and cancelled_at is null group by family_id`,
	},
	{
		...caseload,
		name: 'a caseload: changed since I looked',
		sql: `select id, family_id, changed_at from public.goal
			where family_id = any($1::uuid[]) and removed_at is null and changed_at > now() - interval '30 days'`,
	},
	{
		...caseload,
		name: 'a caseload: meetings and who comes',
		sql: meetingsAndWhoComes,
	},
];

export const questions = asked.map((question) => ({ ...question, sql: asJson(question.sql) }));
