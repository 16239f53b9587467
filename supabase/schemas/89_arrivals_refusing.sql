-- Saying no to who has come (B4): a parent of the family, for some days from when they were first shown it (89_arrivals.sql).

create function private.days_to_say_no() returns interval
language sql immutable
return interval '14 days';
comment on function private.days_to_say_no() is 'How long a parent has to say no to who has come, from when they were first shown it.';
grant execute on function private.days_to_say_no() to authenticated;

create function private.i_may_say_no(family uuid, person uuid, kind public.family_event_kind, came_at timestamptz)
returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return exists (
		select from public.member me
		where me.family_id = family and me.person_id = private.uid() and me.role = 'parent' and me.left_at is null
			and me.joined_at < came_at
	) and not private.leaves_it_to_an_adult(family, came_at) and not exists (
		select from public.family_event e join public.arrival_shown s on s.event_id = e.id
		where e.family_id = i_may_say_no.family and e.person_id = i_may_say_no.person and e.kind = i_may_say_no.kind
			and e.happened_at = came_at and s.person_id = private.uid()
			and s.shown_at <= now() - private.days_to_say_no()
	);
end
$$;
comment on function private.i_may_say_no(uuid, uuid, public.family_event_kind, timestamptz) is
	'Whether I am a parent of the family who was there before somebody came (under 18 only where no adult parent was), and was not shown it more than 14 days ago. Granted to nobody.';

create function public.send_away(team_member uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	place public.team_member;
begin
	select t.* into place from public.team_member t
	where t.id = send_away.team_member and t.left_at is null for no key update;
	-- Whoever puts me out at this moment is waited for.
	perform private.hold(array[private.uid(), place.professional_id]);
	if place.id is null
		or not private.i_may_say_no(place.family_id, place.professional_id, 'joined_team', place.joined_at) then
		raise exception 'not yours to send away' using errcode = '42501';
	end if;
	update public.team_member t set left_at = now(), unwanted_at = now() where t.id = place.id;
end
$$;
comment on function public.send_away(uuid) is
	'A parent who was there before says no to a professional who was put into the team, until 14 days after they were first shown it. What the professional was shown ends with the place, as when they leave. The no stands until take_no_back.';
grant execute on function public.send_away(uuid) to authenticated;

create function public.take_no_back(team_member uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	perform private.check_an_adult_decides(t.family_id) from public.team_member t where t.id = take_no_back.team_member;
	update public.team_member t set unwanted_at = null
	where t.id = take_no_back.team_member and t.unwanted_at is not null
		and t.family_id = any ((select private.my_households())::uuid[]);
	if not found then
		raise exception 'no such no of yours' using errcode = '42501';
	end if;
end
$$;
comment on function public.take_no_back(uuid) is
	'A parent takes a no back: the professional is not in the team by that, and can be put into it again.';
grant execute on function public.take_no_back(uuid) to authenticated;

create function private.respect_no() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if exists (
		select from public.team_member t
		where t.family_id = new.family_id and t.professional_id = (to_jsonb(new) ->> tg_argv[0])::uuid
			and t.unwanted_at is not null
	) then
		perform private.refuse('family_said_no', 'the family has said no to this professional');
	end if;
	return null;
end
$$;
comment on function private.respect_no() is
	'Nobody to whom the family has said no as a professional comes back: not into the team, and not into the family by an invitation that was another''s. Whom it put out as a member is kept from the team by keep_plan_access. Asked after that, which waits for a no that is being said. Its argument is the column that names the person.';
create trigger respect_no after insert on public.team_member
	for each row execute function private.respect_no('professional_id');
create trigger respect_no after insert on public.member
	for each row execute function private.respect_no('person_id');
