-- What is new in the family and its team: told to each of the family until they say that it is fine. To who has come a
-- parent can say no, for 14 days from when it was first shown to them.

create table public.event_seen (
	event_id uuid not null references public.family_event on delete cascade,
	person_id uuid not null references public.person on delete cascade,
	seen_at timestamptz not null default now(),
	constraint event_seen_pkey primary key (event_id, person_id)
);
comment on table public.event_seen is 'What I have been told of the family''s log and think is fine: it is not told again.';
create index on public.event_seen (person_id);

create trigger begins_now before insert on public.event_seen
	for each row execute function private.begins_now('seen_at');

alter table public.event_seen enable row level security;
alter table public.event_seen force row level security;
grant select, insert (event_id, person_id), delete on public.event_seen to authenticated;
create policy select_own on public.event_seen for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.event_seen is 'I see what I have said is fine.';
create policy insert_own on public.event_seen for insert to authenticated
	with check (
		person_id = (select private.uid())
		and (
			event_id in (select e.id from public.family_event e)
			or event_id = any ((select private.my_leavings_as_child())::uuid[])
		)
	);
comment on policy insert_own on public.event_seen is
	'I say of what I see in the log that it is fine; a child under 13 that it has seen where it takes part no more.';
create policy delete_own on public.event_seen for delete to authenticated using (person_id = (select private.uid()));
comment on policy delete_own on public.event_seen is 'I want to be told again: a slip takes nobody''s days to say no.';
-- no update: there is nothing in it to change

create table public.arrival_shown (
	event_id uuid not null references public.family_event on delete cascade,
	person_id uuid not null references public.person on delete cascade,
	shown_at timestamptz not null default now(),
	constraint arrival_shown_pkey primary key (event_id, person_id)
);
comment on table public.arrival_shown is
	'When I was first shown somebody who has come and to whom I may say no: from then on I have 14 days. Mine alone.';
create index on public.arrival_shown (person_id);

create trigger begins_now before insert on public.arrival_shown
	for each row execute function private.begins_now('shown_at');

alter table public.arrival_shown enable row level security;
alter table public.arrival_shown force row level security;
grant select, insert (event_id, person_id) on public.arrival_shown to authenticated;
create policy select_own on public.arrival_shown for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.arrival_shown is 'I see what I have been shown.';
create policy insert_own on public.arrival_shown for insert to authenticated
	with check (
		person_id = (select private.uid())
		and event_id in (select e.id from public.family_event e)
	);
comment on policy insert_own on public.arrival_shown is 'A page notes that it has shown me what I see in the log.';
-- no update, delete: the first time is the first time

-- Saying no

create function private.days_to_say_no() returns interval
language sql immutable
return interval '14 days';
comment on function private.days_to_say_no() is 'How long a parent has to say no to who has come, from when they were first shown it.';
grant execute on function private.days_to_say_no() to authenticated;

create function private.i_may_say_no(family uuid, person uuid, kind public.family_event_kind, came_at timestamptz)
returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return exists (
		select from public.member me
		where me.family_id = family and me.person_id = private.uid() and me.role = 'parent' and me.left_at is null
			and me.joined_at < came_at
	) and not private.leaves_it_to_an_adult(family, came_at) and not exists (
		select from public.family_event e join public.arrival_shown s on s.event_id = e.id
		where e.family_id = i_may_say_no.family and e.person_id = i_may_say_no.person and e.kind = i_may_say_no.kind
			and e.happened_at = came_at and s.person_id = private.uid()
			and s.shown_at <= now() - private.days_to_say_no()
	);
end
$$;
comment on function private.i_may_say_no(uuid, uuid, public.family_event_kind, timestamptz) is
	'Whether I am a parent of the family who was there before somebody came (under 18 only where no adult parent was), and was not shown it more than 14 days ago. Granted to nobody.';

create function public.send_away(team_member uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	place public.team_member;
begin
	select t.* into place from public.team_member t
	where t.id = send_away.team_member and t.left_at is null for no key update;
	-- Whoever puts me out at this moment is waited for.
	perform private.hold(array[private.uid(), place.professional_id]);
	if place.id is null
		or not private.i_may_say_no(place.family_id, place.professional_id, 'joined_team', place.joined_at) then
		raise exception 'not yours to send away' using errcode = '42501';
	end if;
	update public.team_member t set left_at = now(), unwanted_at = now() where t.id = place.id;
end
$$;
comment on function public.send_away(uuid) is
	'A parent who was there before says no to a professional who was put into the team, until 14 days after they were first shown it. What the professional was shown ends with the place, as when they leave. The no stands until take_no_back.';
grant execute on function public.send_away(uuid) to authenticated;

create function public.take_no_back(team_member uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	perform private.check_an_adult_decides(t.family_id) from public.team_member t where t.id = take_no_back.team_member;
	update public.team_member t set unwanted_at = null
	where t.id = take_no_back.team_member and t.unwanted_at is not null
		and t.family_id = any ((select private.my_households())::uuid[]);
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
	if exists (
		select from public.team_member t
		where t.family_id = new.family_id and t.professional_id = (to_jsonb(new) ->> tg_argv[0])::uuid
			and t.unwanted_at is not null
	) then
		perform private.refuse('family_said_no', 'the family has said no to this professional');
	end if;
	return null;
end
$$;
comment on function private.respect_no() is
	'Nobody to whom the family has said no as a professional comes back: not into the team, and not into the family by an invitation that was another''s. Whom it put out as a member is kept from the team by keep_plan_access. Asked after that, which waits for a no that is being said. Its argument is the column that names the person.';
create trigger respect_no after insert on public.team_member
	for each row execute function private.respect_no('professional_id');
create trigger respect_no after insert on public.member
	for each row execute function private.respect_no('person_id');

create function private.is_still_so_elsewhere(event uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return exists (
		select from public.family_event e
		join public.member place on place.joined_at = e.happened_at and place.left_at is null and place.family_id <> e.family_id
		join public.member child on child.family_id = place.family_id and child.person_id = e.person_id
			and child.left_at is null
		where e.id = event and e.family_id = any ((select private.my_families())::uuid[])
			and case e.kind
				when 'joined_elsewhere' then place.id = child.id
				when 'parent_elsewhere' then place.role = 'parent' and child.role = 'child'
				else false
			end
	) or exists (
		select from public.family_event e
		join public.member place on place.left_at = e.happened_at and place.family_id <> e.family_id
		where e.id = event and e.family_id = any ((select private.my_families())::uuid[])
			and case e.kind
				when 'left_elsewhere' then place.person_id = e.person_id
				-- Of a home that the child has left too nothing more is told.
				when 'parent_left_elsewhere' then place.role = 'parent' and exists (
					select from public.member child
					where child.family_id = place.family_id and child.person_id = e.person_id and child.role = 'child'
						and child.left_at is null
				)
				else false
			end
			and not exists (
				select from public.member again
				where again.family_id = place.family_id and again.person_id = place.person_id and again.left_at is null
			)
	);
end
$$;
comment on function private.is_still_so_elsewhere(uuid) is
	'Whether the child has still the home, or the home still the parent, that a line of my family''s log tells of; of one that says that it has them no more, whether it is without them still.';
grant execute on function private.is_still_so_elsewhere(uuid) to authenticated;

create function public.arrivals() returns table (
	event_id uuid, kind public.family_event_kind, family_id uuid, place_id uuid, name text,
	member_role public.member_role, profession text, by_name text, agreed_name text, happened_at timestamptz,
	was_first boolean, may_refuse boolean, shown_at timestamptz, refuse_until timestamptz, by_themselves boolean,
	elsewhere text, was_here_until timestamptz, is_parent_elsewhere boolean, name_now text, is_me boolean,
	reason public.leaving_reason, i_agreed boolean
)
language sql stable set search_path = ''
as $$
	select e.id, e.kind, e.family_id, coalesce(m.id, t.id), e.person_name, e.member_role, e.profession,
		e.by_name, e.agreed_name, e.happened_at, me.joined_at > e.happened_at,
		me.role = 'parent' and me.joined_at < e.happened_at and e.kind in ('joined', 'joined_team')
			and coalesce(shown.shown_at > now() - private.days_to_say_no(), true)
			and not private.leaves_it_to_an_adult(e.family_id, e.happened_at),
		shown.shown_at, coalesce(shown.shown_at, now()) + private.days_to_say_no(),
		e.by_id is not distinct from e.person_id, case when e.kind <> 'left' then e.elsewhere end, e.was_here_until,
		e.is_parent_elsewhere, nullif(btrim(now_called.name), btrim(e.person_name)),
		e.person_id = private.uid(), e.reason,
		e.agreed_by is not distinct from private.uid()
	from public.family_event e
	join public.member me on me.family_id = e.family_id and me.person_id = private.uid() and me.left_at is null
		and (
			-- Who came in the same moment came with me.
			me.joined_at < e.happened_at
			-- Who was there when I came is no news to me, but for the one to whom nobody could say yes: whether that is
			-- somebody of the family, only the next parent can tell.
			or (me.role = 'parent' and me.joined_at > e.happened_at and e.was_first)
		)
	-- Who has gone and come again is told as what they are now, once.
	left join public.member m on e.kind in (
			'joined', 'left', 'joined_elsewhere', 'left_elsewhere', 'parent_elsewhere', 'parent_left_elsewhere',
			'birth_corrected'
		)
		and m.family_id = e.family_id and m.person_id = e.person_id
		and (e.kind <> 'joined' or m.joined_at = e.happened_at) and m.left_at is null
	left join public.team_member t on e.kind in ('joined_team', 'new_profession', 'left_team')
		and t.family_id = e.family_id and t.professional_id = e.person_id and t.left_at is null
		and (e.kind <> 'joined_team' or t.joined_at = e.happened_at)
	left join public.person now_called on now_called.id = e.person_id and e.kind in ('joined', 'joined_team')
	left join public.arrival_shown shown on shown.event_id = e.id and shown.person_id = private.uid()
	where (e.person_id <> private.uid() or e.is_told_to_them)
		and case e.kind
			when 'joined' then m.id is not null
			when 'joined_team' then t.id is not null
			when 'new_profession' then t.id is not null and t.joined_at <= e.happened_at
			-- Whoever saw to it knows.
			when 'joined_elsewhere' then m.id is not null and e.agreed_by is distinct from private.uid()
				and private.is_still_so_elsewhere(e.id)
			when 'parent_elsewhere' then m.id is not null and e.agreed_by is distinct from private.uid()
				and private.is_still_so_elsewhere(e.id)
			when 'left_elsewhere' then m.id is not null and e.by_id is distinct from private.uid()
				and private.is_still_so_elsewhere(e.id)
			when 'parent_left_elsewhere' then m.id is not null and e.by_id is distinct from private.uid()
				and private.is_still_so_elsewhere(e.id)
			when 'birth_corrected' then m.id is not null and (me.role = 'parent' or e.person_id = private.uid())
			-- Whoever left because the course ended, did not leave: the end is told.
			when 'left_team' then t.id is null and e.by_id is distinct from private.uid() and not exists (
				select from public.enrolment over where over.family_id = e.family_id and over.ended_at = e.happened_at
			)
			when 'left' then m.id is null and e.by_id is distinct from private.uid()
			else false
		end
		-- What somebody became last, and left last; and what was written last.
		and not (e.kind in ('new_profession', 'left_team', 'left', 'birth_corrected') and exists (
			select from public.family_event later
			where later.family_id = e.family_id and later.person_id = e.person_id and later.kind = e.kind
				and (later.happened_at, later.id) > (e.happened_at, e.id)
		))
		-- One who has left another home twice has left it.
		and not (e.kind = 'left_elsewhere' and exists (
			select from public.family_event later
			where later.family_id = e.family_id and later.person_id = e.person_id and later.kind = e.kind
				and later.elsewhere is not distinct from e.elsewhere and (later.happened_at, later.id) > (e.happened_at, e.id)
		))
		and not exists (
			select from public.event_seen s where s.event_id = e.id and s.person_id = private.uid()
		)
	-- To who has left nobody says no: of very many those give way.
	order by e.kind in ('left_team', 'left', 'left_elsewhere', 'parent_left_elsewhere'), e.happened_at desc, e.id desc limit 200 + 1
$$;
comment on function public.arrivals() is
	'What is new in my families and their teams since I came, until I say that it is fine: who has come and is still there, which child has one more home or one home less, or one more parent in another or one less, as long as that is so, whose date of birth was corrected (to parents, and to whom it is about), who in the team is something else now, who left the team while the family took part, or the family; to a new parent also who was the first of the family; with each whether it was I who said yes. Newest first, who has left after all others; at most 200, and one more where there are more. Asks as whoever looks.';
grant execute on function public.arrivals() to authenticated;
