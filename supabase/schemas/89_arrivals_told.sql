-- What is new, told to each of the family until they have seen it (89_arrivals.sql).

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
