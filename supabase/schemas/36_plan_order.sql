-- The order of goals among their siblings (P1).

create function public.move_goal(goal uuid, up boolean, past uuid default null) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	moved public.goal;
	neighbour uuid;
	line uuid[];
	spot integer;
begin
	select * into moved from public.goal g
	where g.id = move_goal.goal and g.removed_at is null and (
		(
			g.family_id = any ((select private.my_households())::uuid[]) and (
				-- The goals stand in one line, which is the household's; the steps under a goal are whose the goal is.
				g.parent_id is null or g.about_id is null or g.about_id = any ((select private.my_children())::uuid[])
				or g.id = any ((select private.my_goals_left_behind())::uuid[])
			)
		)
		or (g.about_id = private.uid() and g.parent_id is not null and g.family_id = any ((select private.my_families())::uuid[]))
	);
	if not found then
		raise exception 'not yours to move' using errcode = '42501';
	end if;
	-- Two who move at the same moment wait here for each other; the second starts from what the first left.
	perform from public.family f where f.id = moved.family_id for no key update;
	select * into moved from public.goal g where g.id = moved.id;
	line := array(
		select g.id from public.goal g
		where g.family_id = moved.family_id and g.parent_id is not distinct from moved.parent_id
		order by g.position, g.id
	);
	if past is not null then
		if past = moved.id or array_position(line, past) is null then
			raise exception 'not among its siblings' using errcode = '42501';
		end if;
		-- The same press delivered twice is one move.
		if (array_position(line, moved.id) < array_position(line, past)) = up then return; end if;
	end if;
	-- The one that was shown beside it, wherever that stands by now: one that is taken off the plan or reached since too,
	-- or the goal would go further than to where it was seen to go. What else was taken off keeps its place in the line,
	-- but nobody sees it, so it is no neighbour. Nor is a goal that is reached: the plan shows those by themselves. Steps
	-- stay where they are, walked or not.
	neighbour := coalesce(past, (
		select g.id from public.goal g
		where g.id = any (line) and g.removed_at is null
			and (moved.parent_id is not null or (g.done_at is null) = (moved.done_at is null)) and case
			when up then (g.position, g.id) < (moved.position, moved.id)
			else (g.position, g.id) > (moved.position, moved.id)
		end
		order by abs(array_position(line, g.id) - array_position(line, moved.id)) limit 1
	));
	if neighbour is null then
		perform private.refuse('goal_is_at_the_end', 'there is nothing to change places with');
	end if;
	line := array_remove(line, moved.id);
	spot := array_position(line, neighbour) - case when up then 1 else 0 end;
	line := line[:spot] || moved.id || line[spot + 1:];
	update public.goal g set position = array_position(line, g.id)
	where g.id = any (line) and g.position <> array_position(line, g.id);
end
$$;
comment on function public.move_goal(uuid, boolean, uuid) is
	'Moves a goal one place among its siblings, past the one it was shown beside, also when that is taken off or reached since, if it is not past it already; they are numbered anew: a parent the goals of the household and the steps under what is not another grown-up''s own, everybody the steps of their own goals. Refused at the end of the line.';
grant execute on function public.move_goal(uuid, boolean, uuid) to authenticated;
