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
	limit 600 + 1
$$;
comment on function public.plan_as_agreed(uuid) is
	'The goals and steps of a version with the words they were agreed with: goals first, then steps, at most 600 and one more where there are more. Asks as who asks: row security decides.';
grant execute on function public.plan_as_agreed(uuid) to authenticated;

create type public.plan_difference as enum ('new', 'taken_off', 'changed', 'walked', 'not_walked');
comment on type public.plan_difference is
	'What is different about a goal or a step now: it came, went, is said or meant in another way, was reached, or was not after all.';

create function public.plan_differences(version uuid)
returns table (
	goal_id uuid, level smallint, about_id uuid, what public.plan_difference, since timestamptz,
	words_then text, sign_then text, due_then date, area_then public.life_area,
	words_now text, sign_now text, due_now date, area_now public.life_area, done_at timestamptz
)
language sql stable set search_path = ''
as $$
	with agreed as (
		select v.goal_id, w.words, v.sign, v.due_on, v.life_area, v.done_at
		from public.plan_version_goal v
		join public.goal_wording w on w.goal_id = v.goal_id and w.number = v.wording and w.family_id = v.family_id
		where v.version_id = plan_differences.version
	), plan as (
		select g.*, g.removed_at is null and p.removed_at is null and pp.removed_at is null as stands
		from public.plan_version v
		join public.goal g on g.family_id = v.family_id and g.plan_id = v.plan_id
		left join public.goal p on p.id = g.parent_id
		left join public.goal pp on pp.id = p.parent_id
		where v.id = plan_differences.version
	), different as (
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
	select d.id, d.level, d.about_id, d.what, d.changed_at, d.words, d.sign_then, d.due_then, d.area_then,
		d.title, d.sign, d.due_on, d.life_area, d.done_at
	from different d where d.what is not null
	order by d.what, d.level, d.position, d.id
	limit 600 + 1
$$;
comment on function public.plan_differences(uuid) is
	'What is different now from a version of the plan, at most 600 and one more where there is more: what came first, then what was taken off, then what is said or meant in another way, then what was reached. Another place among siblings is no difference. Asks as who asks: row security decides.';
grant execute on function public.plan_differences(uuid) to authenticated;

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
		from public.plan_differences(v.id)
	) d
	order by v.family_id
	limit 1000
$$;
comment on function public.plan_since_agreed(uuid[]) is
	'Of each of these families the version agreed last, and how much is different now: what was changed, and what was reached. Asks as who asks: row security decides.';
grant execute on function public.plan_since_agreed(uuid[]) to authenticated;
