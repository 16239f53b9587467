-- Where a meeting is (M1). A table of its own: a place that is a home is not for everybody who sees the meeting. The
-- other home of the child it is about sees when and why, and where only when asked to come (S5).

create table public.meeting_place (
	meeting_id uuid not null,
	family_id uuid not null,
	place text,
	link text,
	is_home boolean not null default false,
	primary key (meeting_id, family_id),
	constraint place_belongs_to_its_meeting foreign key (meeting_id, family_id)
		references public.meeting (id, family_id) on delete cascade,
	constraint meeting_has_a_place_or_link check (length(btrim(coalesce(place, link, ''))) > 0),
	constraint meeting_place_at_most_300 check (length(place) <= 300),
	constraint meeting_link_is_https check (link ~ '^https://' and length(link) <= 500)
);
comment on table public.meeting_place is 'Where to meet: one for each meeting.';
comment on column public.meeting_place.family_id is 'The family of the meeting, so that row security needs no join.';
comment on column public.meeting_place.link is 'Where to meet on a screen, https; with or instead of a place.';
comment on column public.meeting_place.is_home is 'The place is a home: the child''s other home does not see it, unless asked to come, and then for as long as they may have to. Taken off by a parent of the family alone.';
create index on public.meeting_place (family_id);
create trigger check_meeting_is_not_over after insert on public.meeting_place
	for each row execute function private.check_meeting_is_not_over();
-- That it is a home can be said afterwards too: an address is protected from then on, and nothing is rewritten.
create trigger stays_when_over after update on public.meeting_place
	for each row when ((old.place, old.link) is distinct from (new.place, new.link) or (old.is_home and not new.is_home))
	execute function private.check_meeting_is_not_over();
create trigger stays before update on public.meeting_place
	for each row execute function private.stays('meeting_id', 'family_id');

create function private.stamp_place_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.meeting m set revision = m.revision + 1, place_moved_at = now() where m.id = new.meeting_id;
	update public.meeting_attendee a set sees_home = false where a.meeting_id = new.meeting_id and a.sees_home;
	return null;
end
$$;
comment on function private.stamp_place_change() is
	'A meeting that is somewhere else is another one to who looked at it before: its revision says so, and everybody can see that its place is new, and that others may see where it is. Answers stay, they were given to its time. To whom a home is shown, is said anew with each other place.';
create trigger stamp_place_change after update on public.meeting_place
	for each row when ((old.place, old.link, old.is_home) is distinct from (new.place, new.link, new.is_home))
	execute function private.stamp_place_change();

create function private.check_who_unmarks_a_home() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Who fills a database (the owner) brings what was.
	if private.uid() is not null and (new.family_id = any (private.my_households())) is not true then
		perform private.refuse('family_says_what_is_a_home', 'who does not live there opens no address');
	end if;
	return new;
end
$$;
comment on function private.check_who_unmarks_a_home() is
	'That a place is no home after all, a parent of the family says: of another place too, for an address can be written in many ways.';
create trigger check_who_unmarks_a_home before update on public.meeting_place
	for each row when (old.is_home and not new.is_home) execute function private.check_who_unmarks_a_home();

-- A home that was shown is closed by what ends the reason for it: a no (and the erasure of who said nothing), a meeting
-- that is cancelled, another place (above), and leaving (44_meetings_answering.sql). Only a parent opens it anew.
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
			and p.is_home and m.cancelled_at is null
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

create function private.hold_asked(people uuid[]) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	perform from public.person p where p.id = any (people) order by p.id for share;
end
$$;
comment on function private.hold_asked(uuid[]) is
	'Whoever is asked to a meeting, and the child it is about, in one order before any of them is waited for alone (stamp_comes_as, stamp_from_other_home).';
grant execute on function private.hold_asked(uuid[]) to authenticated;

-- Calling a meeting: the meeting, where it is and who is asked, all or nothing. Invoker: row security decides about every row.
create function public.propose_meeting(
	id uuid, family uuid, kind public.meeting_kind, purpose text, starts_at timestamptz, ends_at timestamptz,
	people uuid[], reasons text[], about uuid default null, place text default null, link text default null,
	is_home boolean default false, made_as text default null
) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
#variable_conflict use_variable
declare
	is_over boolean;
begin
	-- The same command delivered twice is one meeting; the id of another one is refused by the insert (meeting_pkey).
	select m.cancelled_at is not null into is_over from public.meeting m
	where m.id = id and m.proposed_by = private.uid() and m.made_as = made_as;
	if is_over then
		perform private.refuse('over_since', 'cancelled since');
	elsif found then
		return;
	end if;
	insert into public.meeting (id, family_id, about_id, kind, purpose, starts_at, ends_at, proposed_by, made_as)
	values (id, family, about, kind, purpose, starts_at, ends_at, private.uid(), made_as);
	perform private.hold_asked(people || about);
	insert into public.meeting_place (meeting_id, family_id, place, link, is_home)
	values (id, family, place, link, is_home);
	if exists (
		select from public.askable_elsewhere(family) e where e.person_id = any (people)
		group by e.person_id having bool_and(e.child_id is distinct from about)
	) then
		perform private.refuse('other_home_is_asked_about_its_child', 'the other home comes to what is about its child');
	end if;
	insert into public.meeting_attendee (meeting_id, person_id, family_id, reason)
	select id, asked.person, family, nullif(asked.reason, '') from unnest(people, reasons) as asked (person, reason);
	-- Who calls a meeting comes to it.
	update public.meeting_attendee a set answer = 'coming'
	where a.meeting_id = id and a.person_id = private.uid();
end
$$;
comment on function public.propose_meeting(
	uuid, uuid, public.meeting_kind, text, timestamptz, timestamptz, uuid[], text[], uuid, text, text, boolean, text
) is 'A parent or the coordinator calls a meeting and asks people to come; people and reasons stand in the same order. made_as is a fingerprint of all that was given, signed by whoever made it.';
grant execute on function public.propose_meeting(
	uuid, uuid, public.meeting_kind, text, timestamptz, timestamptz, uuid[], text[], uuid, text, text, boolean, text
) to authenticated;

create type public.meeting_change as enum ('time', 'place', 'link', 'home', 'already', 'nothing');
comment on type public.meeting_change is
	'What is another than it was when a meeting has been moved: its time, and whatever else; else its place, else its link; only whether its place is a home; already: what was said before was said again; nothing.';

create function public.move_meeting(
	id uuid, starts_at timestamptz, ends_at timestamptz, drawn_from integer,
	place text default null, link text default null, is_home boolean default false, shows uuid[] default '{}',
	drawn_shows uuid[] default '{}'
) returns public.meeting_change
language plpgsql volatile security invoker set search_path = ''
as $$
#variable_conflict use_variable
declare
	stands public.meeting;
	was public.meeting_place;
	shown uuid[];
	may_see uuid[];
begin
	select m.* into stands from public.meeting m
	where m.id = id and m.cancelled_at is null and m.ends_at > now() for no key update;
	if not found then
		raise exception 'no meeting ahead that you decide about' using errcode = 'insufficient_privilege';
	end if;
	-- Asked while the meeting is held. Who says again how it is held by now, changes nothing.
	select h.shown, h.may_see into shown, may_see from private.hold_shown(id) h;
	shows := array(select distinct one from unnest(shows) one where is_home and one = any (may_see) order by 1);
	select p.* into was from public.meeting_place p where p.meeting_id = id;
	if (stands.starts_at, stands.ends_at) = (starts_at, ends_at) and found
		and (was.place, was.link, was.is_home) is not distinct from (place, link, is_home) and shown = shows
	then
		return case when drawn_from = stands.revision then 'nothing' else 'already' end;
	end if;
	-- An answer makes no new revision of the meeting, and a no closes a home.
	if drawn_from is distinct from stands.revision
		or shown is distinct from array(select distinct one from unnest(drawn_shows) one order by 1)
	then
		perform private.refuse('changed_since', 'the meeting was changed after the form was drawn from it');
	end if;
	update public.meeting m set starts_at = starts_at, ends_at = ends_at where m.id = id;
	insert into public.meeting_place as p (meeting_id, family_id, place, link, is_home)
	values (id, stands.family_id, place, link, is_home)
	on conflict (meeting_id, family_id) do update
		set place = excluded.place, link = excluded.link, is_home = excluded.is_home;
	-- After all that takes it away.
	perform private.show_home(id, shows);
	return case
		when (stands.starts_at, stands.ends_at) <> (starts_at, ends_at) then 'time'
		when was.place is distinct from place then 'place'
		when was.link is distinct from link then 'link'
		else 'home'
	end;
end
$$;
comment on function public.move_meeting(uuid, timestamptz, timestamptz, integer, text, text, boolean, uuid[], uuid[]) is
	'A parent or the coordinator holds a meeting, as it was when they looked (its revision), at another time or place: both or neither. A parent says too who of the child''s other home sees it when it is a home (shows), by who saw it when they looked (drawn_shows); nobody is shown it who has said no. Returns what is another: when it is the time, everybody is asked again. Invoker, as propose_meeting.';
grant execute on function public.move_meeting(uuid, timestamptz, timestamptz, integer, text, text, boolean, uuid[], uuid[]) to authenticated;

-- Row security

alter table public.meeting_place enable row level security;
alter table public.meeting_place force row level security;
grant select, insert (meeting_id, family_id, place, link, is_home), update (place, link, is_home)
	on public.meeting_place to authenticated;
create policy select_plan on public.meeting_place for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.meeting_place is 'The family and its team see where its meetings are.';
create policy select_asked on public.meeting_place for select to authenticated
	using (meeting_id = any ((select private.my_shown_homes())::uuid[]));
comment on policy select_asked on public.meeting_place is 'Who is asked to come knows where to go, also when it is a home.';
create policy select_other_home on public.meeting_place for select to authenticated
	using (not is_home and meeting_id = any ((select private.my_guest_meetings())::uuid[]));
comment on policy select_other_home on public.meeting_place is
	'The other home of the child it is about sees where, but for a home: a protected address stays protected.';
create policy insert_household on public.meeting_place for insert to authenticated
	with check (family_id = any ((select private.my_households())::uuid[]));
comment on policy insert_household on public.meeting_place is 'Parents say where.';
create policy insert_coordinator on public.meeting_place for insert to authenticated
	with check (family_id = any ((select private.my_coordinated_families())::uuid[]));
comment on policy insert_coordinator on public.meeting_place is 'The coordinator says where.';
create policy update_household on public.meeting_place for update to authenticated
	using (family_id = any ((select private.my_households())::uuid[]))
	with check (family_id = any ((select private.my_households())::uuid[]));
comment on policy update_household on public.meeting_place is 'Parents say where else.';
create policy update_coordinator on public.meeting_place for update to authenticated
	using (family_id = any ((select private.my_coordinated_families())::uuid[]))
	with check (family_id = any ((select private.my_coordinated_families())::uuid[]));
comment on policy update_coordinator on public.meeting_place is 'The coordinator says where else.';
-- no delete: it goes with its meeting
