-- What a page asks of the goals of a plan.

create function public.plan_goals(family uuid) returns setof public.goal
language sql stable set search_path = ''
as $$
	select g.* from public.goal g
	left join public.goal p on p.id = g.parent_id
	left join public.goal pp on pp.id = p.parent_id
	where g.family_id = plan_goals.family
		and g.removed_at is null and p.removed_at is null and pp.removed_at is null
	order by g.done_at desc nulls first, g.position, g.id
	limit 1000
$$;
comment on function public.plan_goals(uuid) is
	'The goals and steps that stand in the plan of a family, all of them (plan_at_most_600): what is on the way, then what was reached last. Asks as who asks: row security decides.';
grant execute on function public.plan_goals(uuid) to authenticated;

create function public.goal_branch(goal uuid) returns setof public.goal
language sql stable set search_path = ''
as $$
	with branch as (
		select g.id, 0 as below from public.goal g where g.id = goal_branch.goal
		union all
		select s.id, 1 from public.goal s where s.parent_id = goal_branch.goal
		union all
		select t.id, 2 from public.goal s join public.goal t on t.parent_id = s.id where s.parent_id = goal_branch.goal
	)
	select g.* from branch b
	join public.goal g using (id)
	left join public.goal p on p.id = g.parent_id
	left join public.goal pp on pp.id = p.parent_id
	where g.removed_at is null and p.removed_at is null and pp.removed_at is null
	order by b.below, g.done_at desc nulls first, g.position, g.id
	limit 1000
$$;
comment on function public.goal_branch(uuid) is
	'A goal and the steps under it, as far as they stand in the plan; nothing when it was taken off, or what it stands under was. The goal first, then its steps and then theirs, what is on the way before what was reached, all of them (plan_at_most_600). Asks as who asks: row security decides.';
grant execute on function public.goal_branch(uuid) to authenticated;

create function public.next_goals(families uuid[])
returns table (
	id uuid, family_id uuid, title text, life_area public.life_area, due_on date, step text, about_has_left boolean
)
language sql stable set search_path = ''
as $$
	select g.id, g.family_id, g.title, g.life_area, g.due_on, coalesce(small.title, step.title), about.has_left
	from public.goal g
	cross join lateral (
		select g.about_id is not null and not exists (
			select from public.member m
			where m.family_id = g.family_id and m.person_id = g.about_id and m.left_at is null
		)
	) about (has_left)
	left join lateral (
		select s.id, s.title from public.goal s
		where s.parent_id = g.id and s.removed_at is null and s.done_at is null
		order by s.position, s.id limit 1
	) step on true
	left join lateral (
		select s.title from public.goal s
		where s.parent_id = step.id and s.removed_at is null and s.done_at is null
		order by s.position, s.id limit 1
	) small on true
	where g.family_id = any (families) and g.level = 1 and g.removed_at is null and g.done_at is null
	order by about.has_left, g.due_on nulls last, g.position, g.id
	limit 3
$$;
comment on function public.next_goals(uuid[]) is
	'The three goals of these plans that can be acted on first: not reached yet, the earliest date first, also one that has gone by, then in the family''s own order, and after all others what is about somebody who has left. With the deepest step that is not done. Asks as who asks: row security decides.';
grant execute on function public.next_goals(uuid[]) to authenticated;

create function public.read_elsewhere(families uuid[]) returns table (family_id uuid, person_id uuid)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select m.family_id, m.person_id from public.member m
	where m.family_id = any (families) and m.family_id = any ((select private.my_families())::uuid[]) and m.left_at is null
		and exists (
			select from private.parents_of_children p
			where p.child_id = m.person_id and p.home_id <> m.family_id and not exists (
				select from public.member here
				where here.family_id = m.family_id and here.person_id = p.person_id and here.left_at is null
			)
		)
	order by m.family_id, m.person_id limit 1000;
end
$$;
comment on function public.read_elsewhere(uuid[]) is
	'Of whom in these families of mine the goals and steps are read in another home too, by a parent who is none of the family: said before somebody writes, not only after.';
grant execute on function public.read_elsewhere(uuid[]) to authenticated;

create function public.stays_in_this_home(goal uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return private.is_from_before(stays_in_this_home.goal) and exists (
		select from public.goal g
		where g.id = stays_in_this_home.goal and g.family_id = any ((select private.my_families())::uuid[])
	);
end
$$;
comment on function public.stays_in_this_home(uuid) is
	'To a family: whether a goal about a child that came back is from before, so that its other home does not read it until it is said in other words (read_elsewhere).';
grant execute on function public.stays_in_this_home(uuid) to authenticated;
