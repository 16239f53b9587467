-- What will be talked about at a meeting: the family's own points first (M1).

create table public.agenda_point (
	id uuid primary key,
	meeting_id uuid not null,
	family_id uuid not null,
	author_id uuid references public.person on delete set null,
	from_family boolean not null default false,
	wording text not null,
	created_at timestamptz not null default now(),
	removed_at timestamptz,
	constraint point_belongs_to_its_meeting foreign key (meeting_id, family_id)
		references public.meeting (id, family_id) on delete cascade,
	constraint agenda_point_has_words check (length(btrim(wording)) between 1 and 500)
);
comment on table public.agenda_point is 'What somebody wants to talk about. The family''s points stand first.';
comment on column public.agenda_point.from_family is 'Set by the database: the author belongs to the family, or is the other home of the child it is about.';
comment on column public.agenda_point.removed_at is 'Set by the database, when its author takes it off.';
create index on public.agenda_point (meeting_id, family_id, created_at);
create index on public.agenda_point (family_id);
create index on public.agenda_point (author_id);

create trigger check_meeting_is_held after insert on public.agenda_point
	for each row execute function private.check_meeting_is_held();
create trigger check_meeting_is_not_over after insert on public.agenda_point
	for each row execute function private.check_meeting_is_not_over();
create trigger stays_when_over after update on public.agenda_point
	for each row when ((old.wording, old.removed_at) is distinct from (new.wording, new.removed_at))
	execute function private.check_meeting_is_not_over();
create trigger stays_when_cancelled after update on public.agenda_point
	for each row when (old.wording <> new.wording or (old.removed_at is not null and new.removed_at is null))
	execute function private.check_meeting_is_held();
create trigger begins_now before insert on public.agenda_point
	for each row execute function private.begins_now('created_at', 'removed_at');
create trigger stamps before update on public.agenda_point
	for each row execute function private.stamps('removed_at');
create trigger stays before update on public.agenda_point
	for each row execute function private.stays('id', 'meeting_id', 'family_id', 'author_id', 'from_family', 'created_at');

create function private.stamp_agenda_point() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	new.from_family := exists (
		select from public.member m
		where m.family_id = new.family_id and m.person_id = new.author_id and m.left_at is null
	) or exists (
		select from public.meeting t join private.parents_of_children p on p.child_id = t.about_id
		where t.id = new.meeting_id and p.person_id = new.author_id
	);
	return new;
end
$$;
comment on function private.stamp_agenda_point() is 'Whether a point comes from the family is a fact, not a claim.';
create trigger stamp_agenda_point before insert on public.agenda_point
	for each row execute function private.stamp_agenda_point();

-- Row security

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
