-- Meetings: upcoming and past, when and why (M1). Who comes stands in 41_meetings_attendees.sql, what will be talked
-- about in 42_meetings_agenda.sql, where in 43_meetings_places.sql: not everybody who sees a meeting sees that.

create type public.meeting_kind as enum ('network', 'pre_meeting', 'follow_up', 'other');
comment on type public.meeting_kind is 'Network meeting, pre-meeting (formøde), follow-up, or something else.';

create table public.meeting (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	about_id uuid references public.person on delete cascade deferrable initially deferred,
	kind public.meeting_kind not null default 'network',
	purpose text not null,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	proposed_by uuid references public.person on delete set null,
	created_at timestamptz not null default now(),
	cancelled_at timestamptz,
	cancelled_by uuid references public.person on delete set null,
	moved_from timestamptz,
	place_moved_at timestamptz,
	revision integer not null default 0,
	held_again integer,
	made_as text,
	constraint meeting_is_of_one_family unique (id, family_id),
	constraint meeting_ends_after_it_starts check (ends_at > starts_at),
	constraint meeting_within_a_day check (ends_at <= starts_at + interval '1 day'),
	constraint meeting_of_our_time check (starts_at >= timestamptz '2020-01-01 00:00+01'),
	constraint meeting_is_called_before_it_ends check (ends_at > created_at),
	constraint meeting_within_three_years check (starts_at <= created_at + interval '3 years'),
	constraint meeting_purpose_has_words check (length(btrim(purpose)) between 1 and 500),
	constraint meeting_made_as_a_fingerprint check (made_as ~ '^[0-9a-f]{64}$')
);
comment on table public.meeting is 'A meeting of a family with those around it.';
comment on column public.meeting.about_id is 'The child it is about, so that both its homes see it; null: the whole family.';
comment on column public.meeting.purpose is 'Why we meet, in plain words.';
comment on column public.meeting.cancelled_at is 'Set by the database, when somebody says that it is cancelled.';
comment on column public.meeting.cancelled_by is
	'Who cancelled it; null: nobody by hand, it ended with the course, or they were erased. Set by the database.';
comment on column public.meeting.moved_from is
	'When it was to start before its time was last changed, which is when it starts now if only its end was; null: it never was. Set by the database.';
comment on column public.meeting.place_moved_at is
	'When its place or link, or whether it is a home, was last changed; null: it never was. Set by the database (43_meetings_places.sql).';
comment on column public.meeting.revision is
	'How often it was moved to another time or place, cancelled or held after all, as calendars count (RFC 5545, SEQUENCE); also when its place was said to be a home or none. Set by the database.';
comment on column public.meeting.held_again is
	'The revision with which it was last held after all, when somebody may count on its being cancelled; null: it never was. Set by the database (44_meetings_cancelled.sql).';
comment on column public.meeting.made_as is 'The SHA-256 of what it was called with: the same form sent again is known, whatever has been changed since.';
create index on public.meeting (family_id, starts_at desc);
create index on public.meeting (about_id);
create index on public.meeting (proposed_by);
create index on public.meeting (cancelled_by);

create function private.check_meeting_about() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if new.about_id is not null and not exists (
		select from public.member m
		where m.family_id = new.family_id and m.person_id = new.about_id and m.left_at is null
	) then
		perform private.refuse('meeting_is_about_a_member', 'a meeting is about a member of its family');
	end if;
	return new;
end
$$;
comment on function private.check_meeting_about() is
	'A meeting is about the whole family or one of its members. The foreign key is asked later, so that the answer is the same about people who are not here at all.';
create trigger check_meeting_about after insert on public.meeting
	for each row execute function private.check_meeting_about();

create function private.stamp_meeting() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.uid() is not null then new.revision := 0; end if;
	return new;
end
$$;
comment on function private.stamp_meeting() is
	'A meeting that is called was never moved. Only who fills a database (the owner) brings what was.';
create trigger begins_now before insert on public.meeting
	for each row execute function private.begins_now(
	'created_at', 'cancelled_at', 'cancelled_by', 'moved_from', 'place_moved_at', 'held_again'
);
create trigger stamp_meeting before insert on public.meeting
	for each row execute function private.stamp_meeting();

create function private.stamp_meeting_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if (new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at) then
		new.moved_from := old.starts_at;
	end if;
	if (new.starts_at, new.ends_at, new.cancelled_at is null, new.kind, new.purpose)
		is distinct from (old.starts_at, old.ends_at, old.cancelled_at is null, old.kind, old.purpose)
		and (old.ends_at <= now() or new.ends_at <= now())
	then
		perform private.refuse('meeting_is_not_over', 'what has been stays as it was, and nothing is moved there');
	end if;
	if old.cancelled_at is not null and new.cancelled_at is not null
		and (new.starts_at, new.ends_at, new.kind, new.purpose) is distinct from (old.starts_at, old.ends_at, old.kind, old.purpose)
	then
		perform private.refuse('over_since', 'cancelled since');
	end if;
	if (new.starts_at, new.ends_at, new.cancelled_at is null)
		is distinct from (old.starts_at, old.ends_at, old.cancelled_at is null)
	then
		new.revision := old.revision + 1;
	end if;
	if (new.cancelled_at is null) <> (old.cancelled_at is null) then
		-- What is cancelled with the course is cancelled by nobody.
		new.cancelled_by := case when new.cancelled_at is not null and pg_trigger_depth() = 1 then private.uid() end;
	end if;
	return new;
end
$$;
comment on function private.stamp_meeting_change() is 'That a meeting was moved is a fact that everybody can see, not a claim; and one that has been stays as it was.';
create trigger stamp_meeting_change before update on public.meeting
	for each row execute function private.stamp_meeting_change();
create trigger stamps before update on public.meeting
	for each row execute function private.stamps('cancelled_at');
create trigger keep_from_api before update on public.meeting
	for each row execute function private.keep_from_api('cancelled_by', 'moved_from', 'place_moved_at', 'revision', 'held_again');
create trigger stays before update on public.meeting
	for each row execute function private.stays('id', 'family_id', 'about_id', 'proposed_by', 'created_at', 'made_as');

create function private.check_meeting_is_not_over() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Who fills a database (the owner) brings meetings that have been, with all that belongs to them.
	if private.uid() is not null and exists (
		select from public.meeting m where m.id = new.meeting_id and m.ends_at <= now()
	) then
		perform private.refuse('meeting_is_not_over', 'what has been stays as it was');
	end if;
	return null;
end
$$;
comment on function private.check_meeting_is_not_over() is
	'What was to be talked about, where it was and who was asked is not rewritten when a meeting is over. Asked after row security and the foreign key.';

-- Row security

alter table public.meeting enable row level security;
alter table public.meeting force row level security;
grant select,
	insert (id, family_id, about_id, kind, purpose, starts_at, ends_at, proposed_by, made_as),
	update (kind, purpose, starts_at, ends_at, cancelled_at)
	on public.meeting to authenticated;
create policy select_plan on public.meeting for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.meeting is 'The family and its team see its meetings.';
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
