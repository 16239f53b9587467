-- Who reads the family's log (88_family_log.sql), and what its team is told of it.

-- How I left

create function private.my_leavings() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select e.id from public.family_event e
		where e.person_id = private.uid() and e.kind = 'left'
			and (e.reason is not null or e.by_id = private.uid())
			and coalesce(private.age_of(private.uid()) >= private.answers_alone_from(), true)
			-- Whoever came again and went again is out by the last time, also where nothing of that is told.
			and not exists (
				select from public.family_event later
				where later.person_id = e.person_id and later.family_id = e.family_id and later.kind = 'left'
					and (later.happened_at, later.id) > (e.happened_at, e.id)
			)
	);
end
$$;
comment on function private.my_leavings() is
	'The lines of the log that say how I left a family last, by myself or taken out by the municipality, once I am 13. Not that a parent put me out.';
grant execute on function private.my_leavings() to authenticated;

create function private.my_leavings_as_child() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select e.id from public.family_event e
		where e.person_id = private.uid() and e.kind = 'left'
			and private.age_of(private.uid()) < private.answers_alone_from()
			and not exists (
				select from public.family_event later
				where later.person_id = e.person_id and later.family_id = e.family_id and later.kind = 'left'
					and (later.happened_at, later.id) > (e.happened_at, e.id)
			)
	);
end
$$;
comment on function private.my_leavings_as_child() is
	'The lines of the log that say how I left a family last, as long as I am under 13: that I am out of it is told to me, whoever saw to it, and nothing else of the line (leavings).';
grant execute on function private.my_leavings_as_child() to authenticated;

-- Row security

alter table public.family_event enable row level security;
alter table public.family_event force row level security;
grant select on public.family_event to authenticated;
create policy select_family on public.family_event for select to authenticated
	using (
		family_id = any ((select private.my_families_from_13())::uuid[])
		or (
			(kind in ('joined', 'joined_team') or (is_told_to_them and person_id = (select private.uid())))
			and family_id = any ((select private.my_families())::uuid[])
		)
	);
comment on policy select_family on public.family_event is
	'The family sees who came, who left, and who saw to it; a child under 13 who came, and not who was sent away, but that a date made it one.';
create policy select_own_leaving on public.family_event for select to authenticated
	using (id = any ((select private.my_leavings())::uuid[]));
comment on policy select_own_leaving on public.family_event is
	'Whoever left a family by themselves, or was taken out by the municipality, reads when, by whom and why; a child under 13 hears it from people.';
-- no insert: triggers; no update, delete: append-only

create function public.gone_lately(family uuid) returns table (id uuid, name text, left_at timestamptz)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select e.id, e.person_name, e.happened_at
	from public.family_event e
	where e.family_id = gone_lately.family and e.kind = 'left' and e.person_name is not null
		and gone_lately.family = any ((select private.my_team_families())::uuid[])
		and e.happened_at > now() - interval '30 days'
		and not exists (
			select from public.member m where m.family_id = e.family_id and m.person_id = e.person_id and m.left_at is null
		)
		and not exists (
			select from public.family_event later
			where later.family_id = e.family_id and later.person_id = e.person_id and later.kind = 'left'
				and later.happened_at > e.happened_at
		)
		and exists (
			select from public.team_member t
			where t.family_id = e.family_id and t.professional_id = private.uid() and t.left_at is null
				and t.joined_at < e.happened_at
		)
	order by e.happened_at desc, e.id limit 1000;
end
$$;
comment on function public.gone_lately(uuid) is
	'Who of a family in whose team I am is with it no more, for 30 days: since when. Not how or why, and not before I came.';
grant execute on function public.gone_lately(uuid) to authenticated;
