-- Occupied: what occupies whom when, in one place for everything that should not collide (M5). Rooms feed it by a select
-- of their own; what somebody may know of it is decided where it is shown.

create type public.occupation as enum ('meeting');
comment on type public.occupation is 'What can occupy somebody. Grows with the rooms that feed private.occupied.';

create function private.occupied(people uuid[], since timestamptz, until timestamptz)
returns table (
	person_id uuid, family_id uuid, starts_at timestamptz, ends_at timestamptz, source public.occupation, source_id uuid,
	at_work boolean
)
language plpgsql stable set search_path = ''
as $$
#variable_conflict use_column
begin
	if cardinality(people) > 100 or until > since + interval '62 days' then
		perform private.refuse('occupied_in_a_bounded_time', 'at most 100 people, and two months');
	end if;
	return query
		-- Meetings: who is still asked and has not said no. What ends when something else begins does not collide.
		select a.person_id, m.family_id, m.starts_at, m.ends_at, 'meeting'::public.occupation, m.id, exists (
			select from private.plan_access s
			where s.person_id = a.person_id and s.family_id = m.family_id and s.side = 'team'
		)
		from private.still_asked a join public.meeting m on m.id = a.meeting_id
		where a.person_id = any (people) and a.answer is distinct from 'not_coming' and m.cancelled_at is null
			and m.starts_at < until and m.ends_at > since
		-- Efforts, shifts and activities: union all, a select each.
		order by 3, 1, 6;
end
$$;
comment on function private.occupied(uuid[], timestamptz, timestamptz) is
	'What occupies these people between two moments, in order of time: everything that overlaps, as long as it lasts, and whether it is their work. For whole weeks of a household in one question. Granted to nobody: what is in it may be known, whoever asks decides by row security.';

create function private.clashing(meeting uuid)
returns table (person_id uuid, source public.occupation, source_id uuid, at_work boolean)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
declare
	planned public.meeting;
	people uuid[];
begin
	select * into planned from public.meeting m
	where m.id = clashing.meeting and m.cancelled_at is null and m.ends_at > now();
	people := array(
		select a.person_id from private.still_asked a
		where a.meeting_id = planned.id and a.answer is distinct from 'not_coming' and (
			a.person_id = private.uid()
			or (
				not a.from_other_home
				and planned.family_id = any ((select private.my_households() || private.my_coordinated_families())::uuid[])
			)
		)
	);
	return query
		select o.person_id, o.source, o.source_id, o.at_work from private.occupied(people, planned.starts_at, planned.ends_at) o
		where o.source_id <> planned.id;
end
$$;
comment on function private.clashing(uuid) is
	'What else occupies who is asked to a meeting ahead: to whoever calls and moves the family''s meetings everybody but the child''s other home, to others only themselves. Past row security; the API does not show it, clashes below does.';
grant execute on function private.clashing(uuid) to authenticated;

create function public.clashes(meeting uuid) returns table (
	person_id uuid, source public.occupation, source_id uuid, starts_at timestamptz, ends_at timestamptz
)
language sql stable set search_path = ''
as $$
	-- Row security decides what of it is told: where it hides the other meeting, of work no more than that there is
	-- something, and nothing of what somebody has at home.
	select distinct c.person_id, case when m.id is not null then c.source end, m.id, m.starts_at, m.ends_at
	from private.clashing(clashes.meeting) c left join public.meeting m on c.source = 'meeting' and m.id = c.source_id
	where m.id is not null or c.at_work
	order by 4, 1, 3 limit 200 + 1
$$;
comment on function public.clashes(uuid) is
	'For whom a meeting ahead collides with something else, and with what; nulls where the one who looks may not know and it is that person''s work: they are occupied. Only about a meeting that is written down, so that nobody''s days are looked through unseen. In order of time, at most 200 and one more where there are more.';
grant execute on function public.clashes(uuid) to authenticated;
