-- The family's log: who came into the family or its team, who left, and who saw to it. Written by triggers, read by the
-- family, changed by nobody. What of it is new stands in 89_arrivals.sql.

create type public.family_event_kind as enum ('joined', 'left', 'joined_team', 'left_team', 'new_profession', 'birth_corrected', 'joined_elsewhere', 'left_elsewhere', 'parent_elsewhere', 'parent_left_elsewhere', 'renamed');
comment on type public.family_event_kind is 'joined, left: a member of the family; joined_team, left_team: a professional; new_profession: a professional of the team is something else now; joined_elsewhere, left_elsewhere: a child of the family has one more home, or has it no more; parent_elsewhere, parent_left_elsewhere: in another home of a child there is one more parent, or one less, who sees what is about it; renamed: somebody of the family or its team is called something else now.';

create type public.leaving_reason as enum ('asked_themselves', 'moved_out', 'came_by_mistake', 'decided');
comment on type public.leaving_reason is 'Why the municipality took somebody out of a family: they asked for it; they belong to it no more; they came in by mistake; an authority or a court has decided it.';

create table public.family_event (
	id uuid primary key default gen_random_uuid(),
	family_id uuid not null references public.family on delete cascade,
	kind public.family_event_kind not null,
	happened_at timestamptz not null default now(),
	person_id uuid references public.person on delete set null,
	person_name text,
	member_role public.member_role,
	profession text,
	place text,
	elsewhere text,
	by_id uuid references public.person on delete set null,
	by_name text,
	agreed_by uuid references public.person on delete set null,
	agreed_name text,
	was_first boolean not null default false,
	was_here_until timestamptz,
	is_parent_elsewhere boolean not null default false,
	was_called text,
	is_told_to_them boolean not null default false,
	reason public.leaving_reason,
	constraint member_or_professional check ((profession is null) = (place is null) and (profession is null or member_role is null))
);
comment on table public.family_event is 'Who came and left, and who saw to it (F4). Append-only.';
comment on column public.family_event.person_name is 'As it was then: who has left is seen no more. Empty when the person is erased; the same for the two names below.';
comment on column public.family_event.member_role is 'As what a member came or left, of a child elsewhere as what there; null for professionals.';
comment on column public.family_event.profession is 'Of a professional, as it was then; null for members.';
comment on column public.family_event.place is 'Of a professional, the name of the organisation as it was then; null for members.';
comment on column public.family_event.elsewhere is 'Of a child in another home: what that family was called then; of a member who left: what this one was, which they see no more.';
comment on column public.family_event.was_first is 'The first parent of the family: nobody was there to say yes.';
comment on column public.family_event.was_here_until is 'Of somebody who joined and had belonged to the family before: until when. Whom a code brought is not always whom it names.';
comment on column public.family_event.is_parent_elsewhere is 'Of somebody who joined: they are a parent in another home of a child of the family.';
comment on column public.family_event.was_called is 'Of somebody who is called something else now: the name before.';
comment on column public.family_event.is_told_to_them is 'Of a corrected date of birth: the person is 13 or older by the date before or after, and reads it too.';
comment on column public.family_event.reason is 'Of a member whom the municipality took out: why. Null: nobody of the municipality saw to it.';
comment on column public.family_event.by_id is 'Who saw to it: who invited, put into the team, or took out. Null: nobody who is known.';
comment on column public.family_event.by_name is 'As it was then.';
comment on column public.family_event.agreed_name is 'As it was then.';
comment on column public.family_event.agreed_by is 'Which parent said yes to somebody joining. Null: there was nobody to ask, or nobody needs to be.';
create index on public.family_event (family_id, happened_at desc);
create index on public.family_event (person_id);
create index on public.family_event (by_id);
create index on public.family_event (agreed_by);

create function private.note_family_event(
	family uuid, kind public.family_event_kind, at timestamptz, person uuid, role public.member_role, job uuid,
	by uuid, agreed uuid default null, elsewhere text default null, was_called text default null,
	is_told_to_them boolean default false
) returns void
language sql volatile security definer set search_path = ''
as $$
	insert into public.family_event
		(family_id, kind, happened_at, person_id, person_name, member_role, profession, place, by_id, by_name, agreed_by,
		agreed_name, elsewhere, was_called, is_told_to_them, was_here_until, is_parent_elsewhere, was_first)
	values (
		family, kind, at, person, (select p.name from public.person p where p.id = person), role,
		(select j.profession from public.job j where j.id = job),
		(select o.name from public.organisation o join public.job j on j.organisation_id = o.id where j.id = job),
		by, (select p.name from public.person p where p.id = by),
		agreed, (select p.name from public.person p where p.id = agreed), elsewhere, was_called, is_told_to_them,
		case when kind = 'joined' then (
			select max(m.left_at) from public.member m where m.family_id = family and m.person_id = person
		) end,
		kind = 'joined' and exists (
			select from private.parents_of_children p join public.member ours on ours.person_id = p.child_id
			where p.person_id = person and p.home_id <> family
				and ours.family_id = family and ours.role = 'child' and ours.left_at is null
		),
		kind = 'joined' and role = 'parent' and not exists (
			select from public.family_event earlier
			where earlier.family_id = family and earlier.kind = 'joined' and earlier.member_role = 'parent'
		)
	)
$$;
comment on function private.note_family_event(uuid, public.family_event_kind, timestamptz, uuid, public.member_role, uuid, uuid, uuid, text, text, boolean) is
	'Writes a line of the family''s log. Granted to nobody: the triggers below call it.';

create function private.note_member() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	invited public.invitation;
begin
	if tg_op = 'INSERT' then
		select i.* into invited from public.invitation i where i.id = new.invitation_id;
		perform private.note_family_event(
			new.family_id, 'joined', new.joined_at, new.person_id, new.role, null, invited.invited_by, invited.agreed_by
		);
		-- The other home sees what is about its child from now on; who is under 15 is told of as whatever they join.
		perform private.note_family_event(
			here.family_id, 'joined_elsewhere', new.joined_at, new.person_id, new.role, null, invited.invited_by,
			coalesce(nullif(private.uid(), new.person_id), invited.agreed_by), f.name
		)
		from public.member here join public.family f on f.id = new.family_id
		where (new.role = 'child' or private.is_asked_for(new.person_id))
			and here.person_id = new.person_id and here.role = 'child' and here.left_at is null
			and here.family_id <> new.family_id;
	else
		perform private.note_family_event(
			new.family_id, 'left', now(), new.person_id, new.role, null, private.uid(), null, f.name
		)
		from public.family f where f.id = new.family_id;
		perform private.note_family_event(
			here.family_id, 'left_elsewhere', now(), new.person_id, new.role, null, private.uid(), null, f.name
		)
		from public.member here join public.family f on f.id = new.family_id
		where (new.role = 'child' or private.is_asked_for(new.person_id))
			and here.person_id = new.person_id and here.role = 'child' and here.left_at is null
			and here.family_id <> new.family_id;
	end if;
	-- Through a new parent what is about the children of the other homes is read by one more; who it is, is that home's.
	perform private.note_family_event(
		there.family_id,
		(case when tg_op = 'INSERT' then 'parent_elsewhere' else 'parent_left_elsewhere' end)::public.family_event_kind,
		case when tg_op = 'INSERT' then new.joined_at else now() end, child.person_id, 'child', null,
		case when tg_op = 'INSERT' then invited.invited_by else private.uid() end, invited.agreed_by, f.name
	)
	from public.member child
	join public.member there on there.person_id = child.person_id and there.family_id <> child.family_id
		and there.role = 'child' and there.left_at is null
	join public.family f on f.id = new.family_id
	where new.role = 'parent' and child.family_id = new.family_id and child.role = 'child' and child.left_at is null
		and private.stage_of(child) <> 'adult' and not exists (
			select from public.member too
			where too.family_id = there.family_id and too.person_id = new.person_id and too.role = 'parent'
				and too.left_at is null
		);
	return null;
end
$$;
comment on function private.note_member() is
	'Somebody came into the family or left it, or into or out of another home of a child of it: by whom, and who said yes to that.';
create trigger note_joining after insert on public.member
	for each row execute function private.note_member();
create trigger note_leaving after update of left_at on public.member
	for each row when (old.left_at is null and new.left_at is not null) execute function private.note_member();

create function private.note_team_member() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.note_family_event(
		new.family_id, (case when tg_op = 'INSERT' then 'joined_team' else 'left_team' end)::public.family_event_kind,
		case when tg_op = 'INSERT' then new.joined_at else now() end, new.professional_id, null, new.job_id, private.uid()
	);
	return null;
end
$$;
comment on function private.note_team_member() is 'Somebody came into the team or left it.';
create trigger note_joining after insert on public.team_member
	for each row execute function private.note_team_member();
create trigger note_leaving after update of left_at on public.team_member
	for each row when (old.left_at is null and new.left_at is not null) execute function private.note_team_member();

create function private.note_new_profession() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.note_family_event(
		t.family_id, 'new_profession', now(), new.person_id, null, new.id, private.uid()
	)
	from public.team_member t where t.job_id = new.id and t.left_at is null;
	return null;
end
$$;
comment on function private.note_new_profession() is
	'Somebody in the team is something else now: each family is told, and keeps what they were before in the lines above.';
create trigger note_new_profession after update of profession on public.job
	-- Other letters of the same word are no other profession.
	for each row when (
		lower(btrim(old.profession)) is distinct from lower(btrim(new.profession)) and new.left_at is null
	)
	execute function private.note_new_profession();

create function private.note_new_name() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.note_family_event(
		m.family_id, 'renamed', now(), new.id, m.role, null, private.uid(), was_called => old.name
	)
	from public.member m where m.person_id = new.id and m.left_at is null;
	perform private.note_family_event(
		t.family_id, 'renamed', now(), new.id, null, t.job_id, private.uid(), was_called => old.name
	)
	from public.team_member t where t.professional_id = new.id and t.left_at is null;
	return null;
end
$$;
comment on function private.note_new_name() is
	'Somebody of the family or its team is called something else now: who they were before stays known.';
create trigger note_new_name after update of name on public.person
	for each row when (btrim(old.name) is distinct from btrim(new.name)) execute function private.note_new_name();

create function private.note_birth() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.note_family_event(
		m.family_id, 'birth_corrected', now(), m.person_id, m.role, null, private.uid(),
		is_told_to_them => 'child' <> any (array[
			private.stage_on(m.role, old.born_on, private.today()), private.stage_of(m)
		])
	)
	from public.member m
	-- What comes with an invitation is part of joining.
	where m.person_id = new.person_id and m.left_at is null and m.joined_at < now() and private.uid() is not null;
	return null;
end
$$;
comment on function private.note_birth() is 'A date of birth was corrected, or said for the first time: who did it, and not the date.';
create trigger note_first after insert on public.birth
	for each row execute function private.note_birth();
create trigger note_correction after update of born_on on public.birth
	for each row when (old.born_on is distinct from new.born_on) execute function private.note_birth();

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
	using (
		kind = 'left' and person_id = (select private.uid()) and (reason is not null or by_id = (select private.uid()))
	);
comment on policy select_own_leaving on public.family_event is
	'Whoever left a family by themselves, or was taken out by the municipality, reads when, by whom and why.';
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
