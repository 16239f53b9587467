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
		sql: `select id, parent_id, level, about_id, life_area, first_words, title, sign, due_on, position, done_at
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
];

export const questions = asked.map((question) => ({ ...question, sql: asJson(question.sql) }));
