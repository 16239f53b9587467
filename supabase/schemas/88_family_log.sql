-- The family's log: who came into the family or its team, who left, and who saw to it. Written by triggers, read by the
-- family, changed by nobody. What of it is new, the family is told until it has said what it thinks of it.

create type public.family_event_kind as enum ('joined', 'left', 'joined_team', 'left_team', 'birth_corrected');
comment on type public.family_event_kind is 'joined, left: a member of the family; joined_team, left_team: a professional.';

create table public.family_event (
	id uuid primary key default gen_random_uuid(),
	family_id uuid not null references public.family on delete cascade,
	kind public.family_event_kind not null,
	happened_at timestamptz not null default now(),
	person_id uuid references public.person on delete set null,
	person_name text,
	member_role public.member_role,
	profession text,
	by_id uuid references public.person on delete set null,
	by_name text,
	agreed_by uuid references public.person on delete set null,
	agreed_name text,
	was_first boolean not null default false,
	constraint member_or_professional check (profession is null or member_role is null)
);
comment on table public.family_event is 'Who came and left, and who saw to it (F4). Append-only.';
comment on column public.family_event.person_name is 'As it was then: who has left is seen no more. Empty when the person is erased; the same for the two names below.';
comment on column public.family_event.member_role is 'As what a member came or left; null for professionals.';
comment on column public.family_event.profession is 'Of a professional, as it was then; null for members.';
comment on column public.family_event.was_first is 'The first parent of the family: nobody was there to say yes.';
comment on column public.family_event.by_id is 'Who saw to it: who invited, put into the team, or took out. Null: nobody who is known.';
comment on column public.family_event.by_name is 'As it was then.';
comment on column public.family_event.agreed_name is 'As it was then.';
comment on column public.family_event.agreed_by is 'Which parent said yes to somebody joining. Null: there was nobody to ask, or nobody needs to be.';
create index on public.family_event (family_id, happened_at desc);
create index on public.family_event (person_id);
create index on public.family_event (by_id);
create index on public.family_event (agreed_by);

create function private.note_family_event(
	family uuid, kind public.family_event_kind, at timestamptz, person uuid, role public.member_role, profession text,
	by uuid, agreed uuid default null
) returns void
language sql volatile security definer set search_path = ''
as $$
	insert into public.family_event
		(family_id, kind, happened_at, person_id, person_name, member_role, profession, by_id, by_name, agreed_by, agreed_name,
		was_first)
	values (
		family, kind, at, person, (select p.name from public.person p where p.id = person), role, profession,
		by, (select p.name from public.person p where p.id = by),
		agreed, (select p.name from public.person p where p.id = agreed),
		kind = 'joined' and role = 'parent' and not exists (
			select from public.family_event earlier
			where earlier.family_id = family and earlier.kind = 'joined' and earlier.member_role = 'parent'
		)
	)
$$;
comment on function private.note_family_event(uuid, public.family_event_kind, timestamptz, uuid, public.member_role, text, uuid, uuid) is
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
	else
		perform private.note_family_event(new.family_id, 'left', now(), new.person_id, new.role, null, private.uid());
	end if;
	return null;
end
$$;
comment on function private.note_member() is 'Somebody came into the family or left it.';
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
		case when tg_op = 'INSERT' then new.joined_at else now() end, new.professional_id, null,
		(select j.profession from public.job j where j.id = new.job_id), private.uid()
	);
	return null;
end
$$;
comment on function private.note_team_member() is 'Somebody came into the team or left it.';
create trigger note_joining after insert on public.team_member
	for each row execute function private.note_team_member();
create trigger note_leaving after update of left_at on public.team_member
	for each row when (old.left_at is null and new.left_at is not null) execute function private.note_team_member();

create function private.note_birth() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.note_family_event(m.family_id, 'birth_corrected', now(), m.person_id, m.role, null, private.uid())
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

create table public.event_seen (
	event_id uuid not null references public.family_event on delete cascade,
	person_id uuid not null references public.person on delete cascade,
	seen_at timestamptz not null default now(),
	constraint event_seen_pkey primary key (event_id, person_id)
);
comment on table public.event_seen is 'What I have been told of the family''s log and think is fine: it is not told again.';
create index on public.event_seen (person_id);

-- Saying no

create function private.new_people_since() returns timestamptz
language sql stable
return now() - interval '14 days';
comment on function private.new_people_since() is 'Who has come since then is new: told to the family, and can be sent away again.';
grant execute on function private.new_people_since() to authenticated;

create function public.put_out(member uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	newcomer public.member;
begin
	select m.* into newcomer from public.member m where m.id = put_out.member;
	-- In the order in which joining and erasing take them.
	perform from public.person p where p.id = newcomer.person_id for update;
	perform from public.family f where f.id = newcomer.family_id for update;
	update public.member m set left_at = now()
	where m.id = put_out.member and m.left_at is null and m.joined_at > private.new_people_since() and exists (
		select from public.member me
		where me.family_id = m.family_id and me.person_id = private.uid() and me.role = 'parent' and me.left_at is null
			and me.joined_at < m.joined_at
	);
	if not found then
		raise exception 'not yours to put out' using errcode = '42501';
	end if;
end
$$;
comment on function public.put_out(uuid) is
	'No to a newcomer: a parent who was there before ends the place of somebody who came into the family in the last 14 days. Who came first decides, so that two parents in conflict cannot put each other out.';
grant execute on function public.put_out(uuid) to authenticated;

create function public.send_away(team_member uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	-- The person first, as leaving a job and erasing do.
	perform from public.person p
	where p.id = (select t.professional_id from public.team_member t where t.id = send_away.team_member)
	for update;
	update public.team_member t set left_at = now(), unwanted_at = now()
	where t.id = send_away.team_member and t.left_at is null and t.joined_at > private.new_people_since()
		and t.family_id = any (private.my_households());
	if not found then
		raise exception 'not yours to send away' using errcode = '42501';
	end if;
end
$$;
comment on function public.send_away(uuid) is
	'A parent says no to a professional who was put into the team in the last 14 days. What the professional was shown ends with the place, as when they leave. The no stands until take_no_back.';
grant execute on function public.send_away(uuid) to authenticated;

create function public.take_no_back(team_member uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	update public.team_member t set unwanted_at = null
	where t.id = take_no_back.team_member and t.unwanted_at is not null and t.family_id = any (private.my_households());
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
	-- A no that is being said about this person is waited for.
	perform from public.person p where p.id = new.professional_id for update;
	if exists (
		select from public.team_member t
		where t.family_id = new.family_id and t.professional_id = new.professional_id and t.unwanted_at is not null
	) then
		perform private.refuse('family_said_no', 'the family has said no to this professional');
	end if;
	return null;
end
$$;
comment on function private.respect_no() is 'Nobody puts a professional into the team to whom the family has said no.';
create trigger respect_no after insert on public.team_member
	for each row execute function private.respect_no();
create function public.arrivals() returns table (
	event_id uuid, family_id uuid, place_id uuid, name text, member_role public.member_role, profession text,
	by_name text, agreed_name text, joined_at timestamptz, was_first boolean, may_refuse boolean
)
language sql stable set search_path = ''
as $$
	select e.id, e.family_id, coalesce(m.id, t.id), e.person_name, e.member_role, e.profession,
		e.by_name, e.agreed_name, e.happened_at, me.joined_at > e.happened_at,
		me.role = 'parent' and (t.id is not null or me.joined_at < e.happened_at)
	from public.family_event e
	join public.member me on me.family_id = e.family_id and me.person_id = private.uid() and me.left_at is null
		and (
			(me.joined_at <= e.happened_at and e.happened_at > private.new_people_since())
			-- Who was there when I came is no news to me, but for the one to whom nobody could say yes: whether that is
			-- somebody of the family, only the next parent can tell.
			or (me.role = 'parent' and me.joined_at > private.new_people_since() and e.was_first)
		)
	-- Who has gone and come again is told as what they are now, once.
	left join public.member m on e.kind = 'joined' and m.family_id = e.family_id and m.person_id = e.person_id
		and m.joined_at = e.happened_at and m.left_at is null
	left join public.team_member t on e.kind = 'joined_team' and t.family_id = e.family_id
		and t.professional_id = e.person_id and t.joined_at = e.happened_at and t.left_at is null
	where e.person_id <> private.uid()
		and coalesce(m.id, t.id) is not null
		and not exists (
			select from public.event_seen s where s.event_id = e.id and s.person_id = private.uid()
		)
	order by e.happened_at desc, e.id desc limit 50
$$;
comment on function public.arrivals() is
	'Who has come into my families and their teams in the last 14 days, is still there, and whom I have not said is fine; to a new parent also who was the first of the family. Newest first, at most 50. Asks as whoever looks.';
grant execute on function public.arrivals() to authenticated;

-- Row security

alter table public.family_event enable row level security;
alter table public.family_event force row level security;
grant select on public.family_event to authenticated;
create policy select_family on public.family_event for select to authenticated
	using (
		family_id = any ((select private.my_families_from_13())::uuid[])
		or (kind in ('joined', 'joined_team') and family_id = any ((select private.my_families())::uuid[]))
	);
comment on policy select_family on public.family_event is
	'The family sees who came, who left, and who saw to it; a child under 13 who came, and not who was sent away.';
-- no insert: triggers; no update, delete: append-only

alter table public.event_seen enable row level security;
alter table public.event_seen force row level security;
grant select, insert (event_id, person_id) on public.event_seen to authenticated;
create policy select_own on public.event_seen for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.event_seen is 'I see what I have said is fine.';
create policy insert_own on public.event_seen for insert to authenticated
	with check (
		person_id = (select private.uid())
		and event_id in (select e.id from public.family_event e)
	);
comment on policy insert_own on public.event_seen is 'I say of what I see in the log that it is fine.';
-- no update, delete: said is said
