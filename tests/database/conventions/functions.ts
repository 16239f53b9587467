/** Functions: what they answer with, how they refuse, and who may call them. */
import { ours, type Convention } from './convention.ts';

/** Functions that answer with many and need no limit of their own: why what they answer is bounded. */
const bounded: Record<string, string> = {
	'public.keep_draft_answer': 'one draft, which has five answers at most',
	'private.asked_words': 'the words of a search, and first_words lets sixteen of them through',
	'private.words_of': 'the words of one offer, whose texts have their limits',
	'private.words_answering': 'words of a vocabulary for one; never handed out, and found_offers has a limit',
	'private.shares_in_force': 'one for each member of a family and topic; never handed out',
	'private.occupied': 'refuses to be asked for more than 100 people or two months; granted to nobody',
	'private.different': 'handed out by plan_differences, which has a limit, and counted by plan_since_agreed',
	'private.clashing': 'what overlaps one meeting; handed out by clashes, which has a limit',
	'public.shares_ending_with_job': 'asks shares_only_by',
	'public.shares_ending_with_place': 'asks shares_only_by',
	'public.preview_share': 'asks shared_ratings for the newest 200',
	'public.read_shared_ratings': 'asks shared_ratings for 200 of each choice, and of many choices for fewer',
};

/** Functions that cut in another way: how the page knows that there is more. */
const cut: Record<string, string> = {
	'private.shared_ratings': 'says of each row its place, and of how many',
	'public.invitations_that_wait': 'says of each row of how many',
	'public.plan_differences': 'says of each row of how many',
	'public.plan_news': 'says of each row of how many',
	'public.next_goals': 'chooses what comes first; the page beside it leads to all of it',
};

/** Functions that answer with all there is: why that is less than the API hands out, where rows() would refuse it. */
const whole: Record<string, string> = {
	'private.askable_elsewhere': 'the parents of the other homes of the children of one family',
	'public.askable_elsewhere': 'asks the same',
	'public.asked_no_more': 'one of each of the meetings of a page, at most 800',
	'public.coordinators': 'one of each of the families of a page, at most 200',
	'public.ended_for_me': 'the families of one professional whose course ended within 30 days',
	'public.gone_lately': 'who left one family within 30 days',
	'public.goal_branch': 'stands in one plan (plan_at_most_600)',
	'public.invitations_open': 'of the invitations of a page, at most 200',
	'public.last_enrolments': 'one of each of the families of a page, at most 200',
	'public.latest_ratings': 'nine of each instrument (scales_at_most_a_hundred)',
	'public.leavings': 'one of each family to which one person has belonged',
	'public.meetings_without': 'one of each place in one team (team_at_most_forty)',
	'public.plan_as_agreed': 'stood in one plan (plan_at_most_600)',
	'public.plan_goals': 'plan_at_most_600',
	'public.read_elsewhere': 'who is in my families (families_at_most_six, family_at_most_150)',
	'public.said_before_leaving': 'the family and its team of one meeting (team_at_most_forty)',
	'public.taken_out': 'one of each place that ended in one family (family_at_most_150)',
	'public.video_links': 'one of each of the meetings of a page, at most 800',
	'public.plan_since_agreed': 'one of each of my families (families_at_most_six)',
};

export const functions: Convention[] = [
	{
		// The API cuts a long answer off without a word, so a function says how much of what it found it answers with,
		// and which. An exception that is none any more is found too.
		says: 'a function that answers with many has an order and a limit, or a reason to have none',
		query: `
			with many (what, is_bounded) as (
				select pronamespace::regnamespace || '.' || proname,
					regexp_replace(concat(prosrc, pg_get_function_sqlbody(oid)), '--[^\\n]*', '', 'g')
						~* '\\morder by\\M.*\\mlimit\\M'
				from pg_proc
				where pronamespace::regnamespace::text in ${ours}
					and (proretset or (pronamespace = 'public'::regnamespace and prorettype::regtype::text like '%[]'))
			)
			select what from many where not is_bounded and what <> all ('{${Object.keys(bounded).join()}}')
			union all
			select what from unnest('{${Object.keys(bounded).join()}}'::text[]) what
			where what not in (select m.what from many m where not m.is_bounded)`,
		brokenBy: `create function public.all_goals() returns setof public.goal language sql
			return (select g from public.goal g where true)`,
	},
	{
		// All of it, where that stays less than the API hands out; the first of it and one more, which says that there
		// are more; or one.
		says: 'a function that answers with many cuts off nothing without a word',
		query: `
			select what from (
				select pronamespace::regnamespace || '.' || proname as what, limited[1] as most
				from pg_proc, regexp_matches(
					concat(prosrc, pg_get_function_sqlbody(oid)), '\\mlimit\\M\\s+([^;\\n]*)', 'gi'
				) limited
				where pronamespace::regnamespace::text in ${ours}
					and (proretset or (pronamespace = 'public'::regnamespace and prorettype::regtype::text like '%[]'))
			) limits
			where not (
				most ~ '^1\\M|\\+ 1\\M' or what = any ('{${Object.keys(cut).join()}}')
				or (most ~ '^1000\\M' and what = any ('{${Object.keys(whole).join()}}'))
			)`,
		brokenBy: `create function public.some_goals() returns setof public.goal language sql set search_path = ''
			as $$ select g from public.goal g order by g.id limit 20 $$;
			revoke execute on function public.some_goals() from public`,
	},
	{
		// Whoever has no right is told so and nothing else. A reason has a name, by which the app finds its words.
		says: 'a function that says why it refuses says it by private.refuse',
		query: `
			select oid::regprocedure::text as what from pg_proc, regexp_matches(prosrc, 'raise exception[^;]*;', 'g') raised
			where pronamespace::regnamespace::text in ${ours} and oid <> 'private.refuse'::regproc
				and (raised[1] !~ 'errcode = ''(42501|insufficient_privilege)''' or raised[1] ~ '(rule|constraint) "')`,
		brokenBy: `create function public.knock() returns void language plpgsql set search_path = '' as
			$$ begin raise exception 'constraint "door_is_open": shut' using errcode = '42501'; end $$;
			revoke execute on function public.knock() from public`,
	},
	{
		// In a question PostgreSQL asks a function for every row it looks at, unless it is a question of its own: with
		// 300 meetings behind a family everybody's name took 400 ms. A condition of plpgsql is asked once.
		says: 'what is mine is asked once in a question, not for every row',
		query: `
			select distinct oid::regprocedure::text as what
			from pg_proc, regexp_split_to_table(concat(prosrc, pg_get_function_sqlbody(oid)), '\\n') line
			where pronamespace::regnamespace::text in ${ours}
				and line ~* 'any \\(private\\.my_' and line !~ '^\\s*(if|return \\w+ =) '`,
		brokenBy: `create function private.my_goals() returns uuid[] language plpgsql set search_path = '' as $$
			begin
				return array(select g.id from public.goal g
					where g.family_id = any (private.my_families()));
			end $$;
			revoke execute on function private.my_goals() from public`,
	},
	{
		// Of an id that is not given nobody knows whether it is among mine, and 'not unknown' lets everybody pass.
		says: 'who has a right is asked so that an id that is missing gives none',
		query: `
			select distinct oid::regprocedure::text as what from pg_proc
			where pronamespace::regnamespace::text in ${ours}
				and regexp_replace(concat(prosrc, pg_get_function_sqlbody(oid)), '--[^\\n]*', '', 'g')
					~* '(\\mnot \\(*[a-z_.]+ = any \\(|<> all \\(\\(?(select )?private\\.my_)'`,
		brokenBy: `create function public.knock(family uuid) returns void language plpgsql set search_path = '' as $$
			begin
				if not (family = any (private.my_families())) then
					raise exception 'not yours' using errcode = '42501';
				end if;
			end $$;
			revoke execute on function public.knock(uuid) from public`,
	},
	{
		says: 'nobody may execute a function just because nobody thought of it',
		query: `
			select oid::regprocedure::text as what from pg_proc
			where pronamespace::regnamespace::text in ('public', 'private', 'extensions')
				and (has_function_privilege('anon', oid, 'execute')
					or exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0))`,
		brokenBy: 'grant execute on function public.preview_share to public',
	},
	{
		// A body that PostgreSQL parsed when the function was made looks up no names later.
		says: 'a function has a fixed search path, and it is empty',
		query: `
			select oid::regprocedure::text as what from pg_proc
			where pronamespace::regnamespace::text in ${ours}
				and not coalesce('search_path=""' = any (proconfig), false)
				and (prosqlbody is null or prosecdef)`,
		brokenBy: 'alter function private.my_families() reset search_path',
	},
];
