-- The families a professional works with, by what needs them: whom one meets soon, and what is new in their plans.

create function public.plan_news(by_name boolean, part text, skip integer, most integer)
returns table (family_id uuid, visited_at timestamptz, goals integer, latest timestamptz, is_empty boolean, of_all integer)
language sql stable set search_path = ''
as $$
	with mine as (
		select f.id, f.sorts_as, v.visited_at from public.family f
		left join public.plan_visit v on v.family_id = f.id and v.person_id = (select private.uid())
		where f.id = any ((select private.my_team_families())::uuid[]) and (
			f.name ilike part
			or exists (
				select from public.member m join public.person p on p.id = m.person_id
				where m.family_id = f.id and m.left_at is null and p.name ilike part
			)
		)
	),
	standing as (
		select g.id, g.family_id, g.changed_at, mine.visited_at from mine
		join public.goal g on g.family_id = mine.id
		left join public.goal p on p.id = g.parent_id
		left join public.goal pp on pp.id = p.parent_id
		where g.removed_at is null and p.removed_at is null and pp.removed_at is null
	),
	written as (
		select s.family_id, max(s.changed_at) as at from standing s group by 1
	),
	touched as (
		select s.family_id, s.id as goal_id, s.changed_at as at from standing s where s.changed_at > s.visited_at
		union all
		select s.family_id, s.id, n.noted_at from standing s
		join public.goal_progress n on n.goal_id = s.id and n.family_id = s.family_id and n.noted_at > s.visited_at
	),
	counted as (
		select t.family_id, count(distinct t.goal_id)::integer as goals, max(t.at) as latest from touched t group by 1
	),
	soon as (
		select m.family_id, min(m.starts_at) as at from mine
		join public.meeting m on m.family_id = mine.id
		where m.cancelled_at is null and m.ends_at > now() and m.starts_at < now() + interval '7 days'
		group by 1
	)
	select mine.id, mine.visited_at, coalesce(c.goals, 0), c.latest, w.at is null, (count(*) over ())::integer
	from mine left join counted c on c.family_id = mine.id left join written w on w.family_id = mine.id
		left join soon on soon.family_id = mine.id
	order by
		case when not by_name then soon.at end nulls last,
		case when not by_name then coalesce(c.latest, case when mine.visited_at is null then w.at end) end desc nulls last,
		mine.sorts_as, mine.id
	limit least(greatest(most, 1), 200) offset greatest(skip, 0)
$$;
comment on function public.plan_news(boolean, text, integer, integer) is
	'The families in whose team I am that have this pattern in their name or in that of one of them, so many at a time and of how many, with what is new in each plan since I looked, without the words: how many goals and steps were made or changed or had something noted about them, when the last of it was, and whether nothing stands there. Whom one meets within a week first, then the latest news, all of a plan that I have never looked at among them, then by name; or all by name. What was taken off the plan, and the steps under it, are no news. Asks as who asks: row security decides.';
grant execute on function public.plan_news(boolean, text, integer, integer) to authenticated;
