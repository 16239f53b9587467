-- A plan as it was agreed, and what is different in it now (P7).

create function public.plan_as_agreed(version uuid)
returns table (
	id uuid, family_id uuid, parent_id uuid, level smallint, about_id uuid, title text,
	life_area public.life_area, sign text, due_on date, "position" integer, done_at timestamptz
)
language sql stable set search_path = ''
as $$
	select v.goal_id, v.family_id, g.parent_id, g.level, g.about_id, w.words, v.life_area, v.sign, v.due_on, v.position,
		v.done_at
	from public.plan_version_goal v
	join public.goal_wording w on w.goal_id = v.goal_id and w.number = v.wording and w.family_id = v.family_id
	join public.goal g on g.id = v.goal_id and g.family_id = v.family_id
	where v.version_id = plan_as_agreed.version
	order by g.level, v.done_at desc nulls first, v.position, v.goal_id
	limit 1000
$$;
comment on function public.plan_as_agreed(uuid) is
	'The goals and steps of a version with the words they were agreed with: goals first, then steps, all of them (plan_at_most_600). Asks as who asks: row security decides.';
grant execute on function public.plan_as_agreed(uuid) to authenticated;

create type public.plan_difference as enum ('new', 'taken_off', 'changed', 'walked', 'not_walked');
comment on type public.plan_difference is
	'What is different about a goal or a step now: it came, went, is said or meant in another way, was reached, or was not after all.';

create function private.different(version uuid)
returns table (
	goal_id uuid, level smallint, about_id uuid, "position" integer, what public.plan_difference, since timestamptz,
	words_then text, sign_then text, due_then date, area_then public.life_area,
	words_now text, sign_now text, due_now date, area_now public.life_area, done_at timestamptz
)
language sql stable set search_path = ''
as $$
	with agreed as (
		select v.goal_id, w.words, v.sign, v.due_on, v.life_area, v.done_at
		from public.plan_version_goal v
		join public.goal_wording w on w.goal_id = v.goal_id and w.number = v.wording and w.family_id = v.family_id
		where v.version_id = different.version
	), plan as (
		select g.*, g.removed_at is null and p.removed_at is null and pp.removed_at is null as stands
		from public.plan_version v
		join public.goal g on g.family_id = v.family_id and g.plan_id = v.plan_id
		left join public.goal p on p.id = g.parent_id
		left join public.goal pp on pp.id = p.parent_id
		where v.id = different.version
	), compared as (
		select g.id, g.level, g.about_id, g.position,
			case
				when a.goal_id is null then 'new'
				when not g.stands then 'taken_off'
				when (a.words, a.sign, a.due_on, a.life_area) is distinct from (g.title, g.sign, g.due_on, g.life_area)
					then 'changed'
				when a.done_at is null and g.done_at is not null then 'walked'
				when a.done_at is not null and g.done_at is null then 'not_walked'
			end::public.plan_difference as what,
			g.changed_at, a.words, a.sign as sign_then, a.due_on as due_then, a.life_area as area_then,
			g.title, g.sign, g.due_on, g.life_area, g.done_at
		from plan g left join agreed a on a.goal_id = g.id
		where case
			-- What stands under something new, or was taken off with it, is told with it.
			when a.goal_id is null then g.stands and (g.parent_id is null or g.parent_id in (select b.goal_id from agreed b))
			when not g.stands then g.removed_at is not null
			else true
		end
	)
	select c.id, c.level, c.about_id, c.position, c.what, c.changed_at, c.words, c.sign_then, c.due_then, c.area_then,
		c.title, c.sign, c.due_on, c.life_area, c.done_at
	from compared c where c.what is not null
$$;
comment on function private.different(uuid) is
	'What is different now from a version of the plan. Another place among siblings is no difference. Asks as who asks: row security decides.';
grant execute on function private.different(uuid) to authenticated;

create function public.plan_differences(version uuid, skip integer, most integer)
returns table (
	goal_id uuid, level smallint, about_id uuid, what public.plan_difference, since timestamptz,
	words_then text, sign_then text, due_then date, area_then public.life_area,
	words_now text, sign_now text, due_now date, area_now public.life_area, done_at timestamptz, of_all integer
)
language sql stable set search_path = ''
as $$
	select d.goal_id, d.level, d.about_id, d.what, d.since, d.words_then, d.sign_then, d.due_then, d.area_then,
		d.words_now, d.sign_now, d.due_now, d.area_now, d.done_at, (count(*) over ())::integer
	from private.different(plan_differences.version) d
	order by d.what, d.level, d.position, d.goal_id
	limit least(greatest(most, 1), 200) offset greatest(skip, 0)
$$;
comment on function public.plan_differences(uuid, integer, integer) is
	'What is different now from a version of the plan, so much at a time and of how much: what came first, then what was taken off, then what is said or meant in another way, then what was reached. Asks as who asks: row security decides.';
grant execute on function public.plan_differences(uuid, integer, integer) to authenticated;

create function public.plan_since_agreed(families uuid[])
returns table (family_id uuid, version_id uuid, changed integer, walked integer)
language sql stable set search_path = ''
as $$
	select v.family_id, v.id, d.changed, d.walked
	from unnest(families) as f (id)
	cross join lateral (
		select n.family_id, n.id from public.plan_version n
		where n.family_id = f.id order by n.number desc limit 1
	) v
	cross join lateral (
		select count(*) filter (where what <> 'walked')::integer as changed,
			count(*) filter (where what = 'walked')::integer as walked
		from private.different(v.id)
	) d
	order by v.family_id
	limit 1000
$$;
comment on function public.plan_since_agreed(uuid[]) is
	'Of each of these families the version agreed last, and how much is different now: what was changed, and what was reached. Asks as who asks: row security decides.';
grant execute on function public.plan_since_agreed(uuid[]) to authenticated;
