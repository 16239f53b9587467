-- Meetings: upcoming and past, who comes and why, the family's own points first (M1).

create type public.meeting_kind as enum ('network', 'pre_meeting', 'follow_up', 'other');
comment on type public.meeting_kind is 'Network meeting, pre-meeting (formøde), follow-up, or something else.';

create table public.meeting (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	about_id uuid references public.person,
	kind public.meeting_kind not null default 'network',
	purpose text not null,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	place text,
	link text,
	proposed_by uuid not null references public.person,
	created_at timestamptz not null default now(),
	cancelled_at timestamptz,
	moved_from timestamptz,
	revision integer not null default 0,
	constraint meeting_ends_after_it_starts check (ends_at > starts_at),
	constraint meeting_within_a_day check (ends_at <= starts_at + interval '1 day'),
	constraint meeting_has_a_place_or_link check (length(btrim(coalesce(place, link, ''))) > 0),
	constraint meeting_purpose_has_words check (length(btrim(purpose)) between 1 and 500),
	constraint meeting_place_at_most_300 check (length(place) <= 300),
	constraint meeting_link_is_https check (link ~ '^https://' and length(link) <= 500)
);
comment on table public.meeting is 'A meeting of a family with those around it.';
comment on column public.meeting.about_id is 'The child it is about, so that both its homes see it; null: the whole family.';
comment on column public.meeting.purpose is 'Why we meet, in plain words.';
comment on column public.meeting.link is 'Where to meet on a screen, https; with or instead of a place.';
comment on column public.meeting.moved_from is
	'When it was to start before it was last moved; null: it never was. Set by the database.';
comment on column public.meeting.revision is
	'How often it was moved, cancelled or held after all, as calendars count (RFC 5545, SEQUENCE). Set by the database.';
create index on public.meeting (family_id, starts_at desc);
create index on public.meeting (about_id);
create index on public.meeting (proposed_by);

create type public.attendance_answer as enum ('coming', 'not_coming');
comment on type public.attendance_answer is 'What somebody invited to a meeting answers.';

create table public.meeting_attendee (
	meeting_id uuid not null references public.meeting on delete cascade,
	person_id uuid not null references public.person on delete cascade,
	family_id uuid not null references public.family on delete cascade,
	reason text,
	answer public.attendance_answer,
	answered_at timestamptz,
	primary key (meeting_id, person_id),
	constraint attendee_reason_at_most_200 check (length(reason) <= 200)
);
comment on table public.meeting_attendee is 'Who is asked to come, why, and what they answered.';
comment on column public.meeting_attendee.family_id is 'Copied from the meeting, so that row security needs no join.';
comment on column public.meeting_attendee.reason is 'Why this person comes, in plain words.';
create index on public.meeting_attendee (person_id);
create index on public.meeting_attendee (family_id);

create table public.agenda_point (
	id uuid primary key,
	meeting_id uuid not null references public.meeting on delete cascade,
	family_id uuid not null references public.family on delete cascade,
	author_id uuid not null references public.person,
	from_family boolean not null default false,
	wording text not null,
	created_at timestamptz not null default now(),
	removed_at timestamptz,
	constraint agenda_point_has_words check (length(btrim(wording)) between 1 and 500)
);
comment on table public.agenda_point is 'What somebody wants to talk about. The family''s points stand first.';
comment on column public.agenda_point.from_family is 'Set by the database: the author belongs to the family, or is the other home of the child it is about.';
create index on public.agenda_point (meeting_id, created_at);
create index on public.agenda_point (family_id);
create index on public.agenda_point (author_id);

create function private.my_guest_meetings() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select m.id from public.meeting m where m.about_id = any (private.my_children())
		union
		select a.meeting_id from public.meeting_attendee a
		where a.person_id = private.uid() and a.family_id <> all ((select private.my_left_families())::uuid[])
			and not exists (
				select from public.professional p where p.person_id = private.uid() and p.left_at is not null
			)
	);
end
$$;
comment on function private.my_guest_meetings() is
	'Meetings about my children in their other home, and meetings I am asked to come to. Who left the family, its team or the job is no guest.';
grant execute on function private.my_guest_meetings() to authenticated;

create function private.my_meeting_people() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		with met as (
			select m.id, m.proposed_by from public.meeting m
			where m.id = any (private.my_guest_meetings())
				or m.family_id = any (private.my_plans())
		)
		select a.person_id from public.meeting_attendee a where a.meeting_id in (select met.id from met)
		union
		select p.author_id from public.agenda_point p where p.meeting_id in (select met.id from met)
		union
		select met.proposed_by from met
	);
end
$$;
comment on function private.my_meeting_people() is
	'Who is asked to come, proposed, or brought a point: to the meetings of my families and teams, and those I am a guest of.';
grant execute on function private.my_meeting_people() to authenticated;

create function private.i_may_ask(family uuid, person uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return family = any (private.my_households() || private.my_coordinated_families()) and (
		exists (
			select from public.member m where m.family_id = family and m.person_id = person and m.left_at is null
		)
		or exists (
			select from public.team_member t join public.professional p on p.person_id = t.professional_id
			where t.family_id = family and t.professional_id = person and t.left_at is null and p.left_at is null
		)
	);
end
$$;
comment on function private.i_may_ask(uuid, uuid) is
	'Whether I may ask this person to a meeting of this family: somebody of that family or its team, not of another of mine. For insert policies only: never in a scan.';
grant execute on function private.i_may_ask(uuid, uuid) to authenticated;

create function private.check_meeting_part() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if not exists (
		select from public.meeting m
		where m.id = new.meeting_id and m.family_id = new.family_id and m.cancelled_at is null
	) then
		raise exception 'check constraint "part_belongs_to_its_meeting": it belongs to a meeting of the same family' using errcode = '23514';
	end if;
	return new;
end
$$;
comment on function private.check_meeting_part() is
	'Attendees and points carry the family of their meeting. Asked after row security, as all checks that read other rows.';
create trigger check_meeting_part after insert on public.meeting_attendee
	for each row execute function private.check_meeting_part();
create trigger check_meeting_part after insert on public.agenda_point
	for each row execute function private.check_meeting_part();

create function private.stamp_agenda_point() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	new.from_family := exists (
		select from public.member m
		where m.family_id = new.family_id and m.person_id = new.author_id and m.left_at is null
	) or exists (
		select from public.meeting t
		join public.member c on c.person_id = t.about_id and c.left_at is null
		join public.member p on p.family_id = c.family_id and p.left_at is null
		where t.id = new.meeting_id and c.role in ('young_person', 'child')
			and p.person_id = new.author_id and p.role = 'parent'
	);
	return new;
end
$$;
comment on function private.stamp_agenda_point() is 'Whether a point comes from the family is a fact, not a claim.';
create trigger stamp_agenda_point before insert on public.agenda_point
	for each row execute function private.stamp_agenda_point();

create function private.check_meeting_about() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if new.about_id is not null and not exists (
		select from public.member m
		where m.family_id = new.family_id and m.person_id = new.about_id and m.left_at is null
	) then
		raise exception 'check constraint "meeting_is_about_a_member": a meeting is about a member of its family' using errcode = '23514';
	end if;
	return new;
end
$$;
comment on function private.check_meeting_about() is 'A meeting is about the whole family or one of its members.';
create trigger check_meeting_about after insert on public.meeting
	for each row execute function private.check_meeting_about();

create function private.stamp_meeting_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if new.starts_at <> old.starts_at then
		new.moved_from := old.starts_at;
	end if;
	if (new.starts_at, new.ends_at, new.cancelled_at) is distinct from (old.starts_at, old.ends_at, old.cancelled_at) then
		new.revision := old.revision + 1;
	end if;
	return new;
end
$$;
comment on function private.stamp_meeting_change() is 'That a meeting was moved is a fact that everybody can see, not a claim.';
create trigger stamp_meeting_change before update on public.meeting
	for each row execute function private.stamp_meeting_change();

create function private.ask_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.meeting_attendee a set answer = null, answered_at = null
	where a.meeting_id = new.id and a.person_id is distinct from private.uid();
	return new;
end
$$;
comment on function private.ask_again() is
	'Who answered, answered for another time: after a move everybody is asked again, except the one who moved it.';
create trigger ask_again after update of starts_at on public.meeting
	for each row when (new.starts_at <> old.starts_at) execute function private.ask_again();

-- Calling a meeting: the meeting and who is asked, both or neither. Invoker: the policies below decide about every row.
create function public.propose_meeting(
	id uuid, family uuid, kind public.meeting_kind, purpose text, starts_at timestamptz, ends_at timestamptz,
	people uuid[], reasons text[], about uuid default null, place text default null, link text default null
) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
#variable_conflict use_variable
begin
	-- The same command delivered twice is one meeting.
	if exists (select from public.meeting m where m.id = id and m.proposed_by = private.uid()) then
		return;
	end if;
	insert into public.meeting (id, family_id, about_id, kind, purpose, starts_at, ends_at, place, link, proposed_by)
	values (id, family, about, kind, purpose, starts_at, ends_at, place, link, private.uid());
	insert into public.meeting_attendee (meeting_id, person_id, family_id, reason)
	select id, asked.person, family, nullif(asked.reason, '') from unnest(people, reasons) as asked (person, reason);
	-- Who calls a meeting comes to it.
	update public.meeting_attendee a set answer = 'coming', answered_at = now()
	where a.meeting_id = id and a.person_id = private.uid();
end
$$;
comment on function public.propose_meeting(
	uuid, uuid, public.meeting_kind, text, timestamptz, timestamptz, uuid[], text[], uuid, text, text
) is 'A parent or the coordinator calls a meeting and asks people to come; people and reasons stand in the same order.';
grant execute on function public.propose_meeting(
	uuid, uuid, public.meeting_kind, text, timestamptz, timestamptz, uuid[], text[], uuid, text, text
) to authenticated;

-- Row security

alter table public.meeting enable row level security;
alter table public.meeting force row level security;
grant select,
	insert (id, family_id, about_id, kind, purpose, starts_at, ends_at, place, link, proposed_by),
	update (kind, purpose, starts_at, ends_at, place, link, cancelled_at)
	on public.meeting to authenticated;
create policy select_plan on public.meeting for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.meeting is 'The family and its team see its meetings.';
create policy select_guest on public.meeting for select to authenticated
	using (id = any ((select private.my_guest_meetings())::uuid[]));
comment on policy select_guest on public.meeting is 'Who is asked to come sees the meeting; so do both homes of the child it is about.';
create policy insert_household on public.meeting for insert to authenticated
	with check (family_id = any ((select private.my_households())::uuid[]) and proposed_by = (select private.uid()));
comment on policy insert_household on public.meeting is 'Parents call a meeting.';
create policy insert_coordinator on public.meeting for insert to authenticated
	with check (
		family_id = any ((select private.my_coordinated_families())::uuid[]) and proposed_by = (select private.uid())
	);
comment on policy insert_coordinator on public.meeting is 'The coordinator proposes a meeting.';
create policy update_household on public.meeting for update to authenticated
	using (family_id = any ((select private.my_households())::uuid[]))
	with check (family_id = any ((select private.my_households())::uuid[]));
comment on policy update_household on public.meeting is 'Parents move or cancel a meeting.';
create policy update_coordinator on public.meeting for update to authenticated
	using (family_id = any ((select private.my_coordinated_families())::uuid[]))
	with check (family_id = any ((select private.my_coordinated_families())::uuid[]));
comment on policy update_coordinator on public.meeting is 'The coordinator moves or cancels a meeting.';
-- no delete: cancelled_at cancels it, and it says so

alter table public.meeting_attendee enable row level security;
alter table public.meeting_attendee force row level security;
grant select, insert (meeting_id, person_id, family_id, reason), update (answer, answered_at)
	on public.meeting_attendee to authenticated;
create policy select_plan on public.meeting_attendee for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.meeting_attendee is 'The family and its team see who comes.';
create policy select_guest on public.meeting_attendee for select to authenticated
	using (meeting_id = any ((select private.my_guest_meetings())::uuid[]));
comment on policy select_guest on public.meeting_attendee is 'Guests see who else comes.';
create policy insert_household on public.meeting_attendee for insert to authenticated
	with check (
		family_id = any ((select private.my_households())::uuid[]) and private.i_may_ask(family_id, person_id)
	);
comment on policy insert_household on public.meeting_attendee is 'Parents ask the family and its team to come.';
create policy insert_coordinator on public.meeting_attendee for insert to authenticated
	with check (
		family_id = any ((select private.my_coordinated_families())::uuid[])
		and private.i_may_ask(family_id, person_id)
	);
comment on policy insert_coordinator on public.meeting_attendee is 'The coordinator asks the family and its team to come.';
create policy update_own on public.meeting_attendee for update to authenticated
	using (person_id = (select private.uid()) and meeting_id = any ((select private.my_guest_meetings())::uuid[]))
	with check (person_id = (select private.uid()));
comment on policy update_own on public.meeting_attendee is 'I say whether I come, as long as I am asked.';
create policy update_for_child on public.meeting_attendee for update to authenticated
	using (
		family_id = any ((select private.my_households())::uuid[])
		and person_id = any ((select private.my_young_children())::uuid[])
	)
	with check (
		family_id = any ((select private.my_households())::uuid[])
		and person_id = any ((select private.my_young_children())::uuid[])
	);
comment on policy update_for_child on public.meeting_attendee is 'Parents answer together with a child under 13; a young person answers alone.';
-- no delete yet: declining an attendee comes with M2

alter table public.agenda_point enable row level security;
alter table public.agenda_point force row level security;
grant select, insert (id, meeting_id, family_id, author_id, wording), update (wording, removed_at)
	on public.agenda_point to authenticated;
create policy select_plan on public.agenda_point for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.agenda_point is 'The family and its team see what will be talked about.';
create policy select_guest on public.agenda_point for select to authenticated
	using (meeting_id = any ((select private.my_guest_meetings())::uuid[]));
comment on policy select_guest on public.agenda_point is 'Guests see what will be talked about.';
create policy insert_family on public.agenda_point for insert to authenticated
	with check (family_id = any ((select private.my_families())::uuid[]) and author_id = (select private.uid()));
comment on policy insert_family on public.agenda_point is 'Every member of the family brings points.';
create policy insert_coordinator on public.agenda_point for insert to authenticated
	with check (
		family_id = any ((select private.my_coordinated_families())::uuid[]) and author_id = (select private.uid())
	);
comment on policy insert_coordinator on public.agenda_point is 'The coordinator brings points.';
create policy insert_guest on public.agenda_point for insert to authenticated
	with check (meeting_id = any ((select private.my_guest_meetings())::uuid[]) and author_id = (select private.uid()));
comment on policy insert_guest on public.agenda_point is 'Who is asked to come may bring a point.';
create policy update_own on public.agenda_point for update to authenticated
	using (
		author_id = (select private.uid()) and (
			family_id = any (array(select a.family_id from private.plan_access a))
			or meeting_id = any ((select private.my_guest_meetings())::uuid[])
		)
	)
	with check (author_id = (select private.uid()));
comment on policy update_own on public.agenda_point is 'I change or take back my own point, until I leave the family or its team.';
-- no delete: removed_at takes a point off and can be undone

create policy select_meeting_people on public.person for select to authenticated
	using (id = any ((select private.my_meeting_people())::uuid[]));
comment on policy select_meeting_people on public.person is 'Who meets knows each other''s names.';
create policy select_meeting_people on public.professional for select to authenticated
	using (person_id = any ((select private.my_meeting_people())::uuid[]));
comment on policy select_meeting_people on public.professional is 'Who meets knows what the others work with.';
