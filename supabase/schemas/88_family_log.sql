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
	made_as text,
	constraint event_made_as_a_fingerprint check (made_as ~ '^[0-9a-f]{64}$'),
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
comment on column public.family_event.made_as is 'Of a member whom the municipality took out: the SHA-256 of what that was done with, signed by whoever made it; the same form sent again is known by it.';
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
