-- To whom of the child's other home a meeting is shown that is held in a home. What ends the reason for it closes it: a
-- no (and the erasure of who said nothing), a meeting that is cancelled, another place (43_meetings_places.sql), and
-- leaving (44_meetings_answering.sql). Only a parent opens it anew.

create function private.sees_home_no_more() returns trigger
language plpgsql set search_path = ''
as $$
begin
	new.sees_home := false;
	return new;
end
$$;
comment on function private.sees_home_no_more() is
	'Who does not come need not know where: a yes later, or being asked again, opens nothing.';
-- By its name after keep_from_api: whoever says no does not write this.
create trigger sees_home_no_more before update on public.meeting_attendee
	for each row when (new.sees_home and (new.answer = 'not_coming' or new.person_id is null))
	execute function private.sees_home_no_more();

create function private.close_home() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.meeting_attendee a set sees_home = false where a.meeting_id = new.id and a.sees_home;
	return null;
end
$$;
comment on function private.close_home() is
	'To what is cancelled nobody goes; whoever holds it after all opens no address by that.';
create trigger close_home after update of cancelled_at on public.meeting
	for each row when (old.cancelled_at is null and new.cancelled_at is not null)
	execute function private.close_home();

create function private.my_shown_homes() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select a.meeting_id from private.still_asked a join public.meeting m on m.id = a.meeting_id
		where a.person_id = private.uid() and (
			not a.from_other_home or (a.sees_home and m.ends_at > now())
		)
	);
end
$$;
comment on function private.my_shown_homes() is
	'Meetings I am asked to, whose place I see though it is a home: from the child''s other home while a parent of the family shows it (sees_home), until it is over.';
grant execute on function private.my_shown_homes() to authenticated;

create function private.hold_shown(meeting uuid, out shown uuid[], out may_see uuid[])
language plpgsql volatile security definer set search_path = ''
as $$
begin
	shown := '{}';
	may_see := '{}';
	if not exists (
		select from public.meeting m where m.id = meeting and m.family_id = any ((select private.my_households())::uuid[])
	) then
		return;
	end if;
	-- Whoever is saying no or leaving at this moment is waited for.
	perform from public.meeting_attendee a where a.meeting_id = meeting and a.from_other_home
	order by a.person_id for no key update;
	select
		coalesce(array_agg(s.person_id order by s.person_id) filter (where s.sees_home), '{}'),
		coalesce(array_agg(s.person_id) filter (where s.answer is distinct from 'not_coming'), '{}')
	into shown, may_see
	from private.still_asked s where s.meeting_id = meeting and s.from_other_home;
end
$$;
comment on function private.hold_shown(uuid) is
	'To a parent of the family, who keeps them so until the end: who of those asked from the child''s other home is shown where a meeting is though that is a home, and who may be, for they are still asked and have not said no. To anybody else nobody.';
grant execute on function private.hold_shown(uuid) to authenticated;

create function private.show_home(meeting uuid, people uuid[]) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	may_see uuid[] := (private.hold_shown(meeting)).may_see;
begin
	if not exists (
		select from public.meeting m join public.meeting_place p on p.meeting_id = m.id
		where m.id = meeting and m.family_id = any ((select private.my_households())::uuid[])
			and p.is_home and m.cancelled_at is null and m.ends_at > now()
	) then
		return;
	end if;
	update public.meeting_attendee a set sees_home = not a.sees_home
	where a.meeting_id = meeting and a.from_other_home
		and a.sees_home <> coalesce(a.person_id = any (people) and a.person_id = any (may_see), false);
	if found then
		update public.meeting m set revision = m.revision + 1 where m.id = meeting;
	end if;
end
$$;
comment on function private.show_home(uuid, uuid[]) is
	'A parent of the family says which of those asked from the child''s other home see where a meeting is that is held in a home. Of anybody else it is not asked. It makes a page from before another one.';
grant execute on function private.show_home(uuid, uuid[]) to authenticated;
