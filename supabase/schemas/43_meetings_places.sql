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
create trigger check_meeting_is_held after insert on public.meeting_place
	for each row execute function private.check_meeting_is_held();
create trigger stays_when_cancelled after update on public.meeting_place
	for each row when ((old.place, old.link) is distinct from (new.place, new.link) or (old.is_home and not new.is_home))
	execute function private.check_meeting_is_held();
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
