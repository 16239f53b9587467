-- As what a professional comes to a meeting: kept in step with the job until the meeting is over, and then as it was.
-- The columns profession and place stand with who is asked (41_meetings_attendees.sql).

create function private.works_as(person uuid, family uuid, out profession text, out place text)
language sql stable security definer set search_path = ''
as $$
	select coalesce(t.profession, j.profession), coalesce(t.place, o.name)
	from public.team_member t
	join public.job j on j.id = t.job_id
	join public.organisation o on o.id = j.organisation_id
	where t.family_id = family and t.professional_id = person
	order by t.left_at desc nulls first limit 1
$$;
comment on function private.works_as(uuid, uuid) is
	'As what somebody is in the team of a family, or was when they left it; nothing of who never was. Granted to nobody.';

create function private.stamp_comes_as() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Whoever is becoming something else at this moment is waited for.
	perform from public.person p where p.id = new.person_id for share;
	select w.profession, w.place into new.profession, new.place
	from private.works_as(new.person_id, new.family_id) w;
	return new;
end
$$;
comment on function private.stamp_comes_as() is 'Writes down with the asking as what a professional comes.';
create trigger stamp_comes_as before insert on public.meeting_attendee
	for each row when (new.profession is null) execute function private.stamp_comes_as();

create function private.keep_comes_as(who uuid[]) returns void
language sql volatile security definer set search_path = ''
as $$
	update public.meeting_attendee a
	set (profession, place) = (select w.profession, w.place from private.works_as(a.person_id, a.family_id) w)
	from public.meeting m
	where m.id = a.meeting_id and m.ends_at > now() and a.person_id = any (who)
$$;
comment on function private.keep_comes_as(uuid[]) is
	'Somebody is something else now: so they come to what is ahead. Who came to what has been, came as what they were. Granted to nobody.';

create function private.comes_as_now() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	who uuid[] := case tg_table_name
		when 'organisation' then array(select j.person_id from public.job j where j.organisation_id = new.id)
		else array[(to_jsonb(new) ->> tg_argv[0])::uuid]
	end;
begin
	-- A profession and the name of a place, changed at the same moment, are both in what is written last; and whoever is
	-- being asked to come meanwhile is waited for.
	perform from public.person p where p.id = any (who) order by p.id for no key update;
	perform private.keep_comes_as(who);
	return null;
end
$$;
comment on function private.comes_as_now() is
	'Somebody has another profession, another job in a team, or a place another name. Its argument is the column that names the person; of a place it is whoever works there.';
create trigger comes_as_now after update of profession on public.job
	for each row when (old.profession <> new.profession) execute function private.comes_as_now('person_id');
create trigger comes_as_now after insert on public.team_member
	for each row execute function private.comes_as_now('professional_id');
create trigger comes_as_now after update of name on public.organisation
	for each row when (old.name <> new.name) execute function private.comes_as_now();

create trigger keep_from_api before update on public.meeting_attendee
	for each row execute function private.keep_from_api('profession', 'place', 'said_at', 'said_before_leaving', 'sees_home');
