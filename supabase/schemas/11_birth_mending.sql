-- A date of birth is corrected, and for some days mended by whoever it was written over (011).

create function private.mends_birth_until(person uuid, parent uuid) returns timestamptz
language plpgsql stable security definer set search_path = ''
as $$
begin
	return (
		select coalesce(s.shown_at, now()) + private.days_to_say_no()
		from public.family_event e
		join public.member me on me.family_id = e.family_id and me.person_id = parent and me.role = 'parent'
			and me.left_at is null and me.joined_at < e.happened_at
		join public.member c on c.family_id = e.family_id and c.person_id = e.person_id and c.role = 'child' and c.left_at is null
		left join public.arrival_shown s on s.event_id = e.id and s.person_id = parent
		where e.kind = 'birth_corrected' and e.person_id = mends_birth_until.person
			and e.by_id is distinct from parent and e.by_id is distinct from e.person_id
			and coalesce(s.shown_at > now() - private.days_to_say_no(), true)
			and not exists (
				select from public.family_event later
				where later.family_id = e.family_id and later.person_id = e.person_id and later.kind = e.kind
					and later.by_id is distinct from later.person_id and (later.happened_at, later.id) > (e.happened_at, e.id)
			)
		order by coalesce(s.shown_at, now()) desc limit 1
	);
end
$$;
comment on function private.mends_birth_until(uuid, uuid) is
	'Until when a parent may mend the date of birth that another parent of the child wrote last: 14 days from when they were first shown it, as with a newcomer (put_out). Null: nothing to mend, or their days are over. Granted to nobody.';

create function private.birth_is_open(person uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return exists (
		select from public.birth b where b.person_id = person and b.made_fifteen_on is not null
	) and private.age_of(person) < 18 and exists (
		select from private.parents_of_children p
		where p.child_id = person and private.mends_birth_until(person, p.person_id) is not null
	);
end
$$;
comment on function private.birth_is_open(uuid) is
	'Whether a child is 15 by the date of one parent alone, that another may still mend: it sees to its date and to where it belongs as before. Granted to nobody.';

create function public.births_to_mend() returns table (person_id uuid, my_until date, is_open boolean)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select distinct m.person_id, private.danish_day(private.mends_birth_until(m.person_id, private.uid())), private.birth_is_open(m.person_id)
	from public.member m
	where m.family_id = any ((select private.my_families())::uuid[]) and m.role = 'child' and m.left_at is null
		and exists (
			select from public.family_event e
			where e.family_id = m.family_id and e.person_id = m.person_id and e.kind = 'birth_corrected'
		)
	order by m.person_id limit 1000;
end
$$;
comment on function public.births_to_mend() is
	'Of the children of my families whose date of birth was written since they came: until when I, a parent, may mend it (mends_birth_until), and whether it is open (birth_is_open).';
grant execute on function public.births_to_mend() to authenticated;

create function public.correct_birth(person uuid, born_on date, drawn_from date default null) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	mine boolean := person = private.uid();
	today date := private.today();
	mend_until date := today + private.days_to_mend();
	standing public.birth;
	is_child boolean;
	parents_may boolean;
	had_a_say boolean;
begin
	select b.* into standing from public.birth b where b.person_id = person for no key update;
	is_child := exists (
		select from public.member m
		where m.person_id = correct_birth.person and m.role = 'child' and m.left_at is null
	);
	parents_may := coalesce(standing.parents_until >= today, false)
		or private.mends_birth_until(person, private.uid()) is not null;
	if not exists (
		select from public.member m
		where m.person_id = person and m.left_at is null and (
			-- For a child of no family nobody else could; of who is one, that decides, whatever they are elsewhere.
			(mine and (
				not is_child or (
					m.role = 'child' and (
						(private.speaks_alone(m) and not private.birth_is_open(person)) or standing.own_until >= today
					)
				)
			))
			or (
				m.role = 'child' and (parents_may or not private.speaks_alone(m))
				and m.family_id = any ((select private.my_households())::uuid[])
			)
		)
	) then
		raise exception 'not yours to correct' using errcode = '42501';
	end if;
	if not mine and private.age_on(born_on, today) >= 18 then
		perform private.refuse('parents_correct_a_child', 'the other home would lose sight of its child, and nobody could undo it');
	end if;
	-- Of who is a child somewhere it may be true.
	if not is_child and private.age_on(born_on, today) < private.answers_alone_from() then
		perform private.refuse('parent_or_relative_is_no_child', 'as young as that one answers for nobody');
	end if;
	perform private.refuse_changed_since(standing.born_on, drawn_from, correct_birth.born_on);
	-- By what stood before the parents' days: what they write in them, and take back, gives nobody a say.
	had_a_say := case
		when parents_may then standing.own_until is not null
		else coalesce(standing.own_until >= today or private.age_on(standing.born_on, mend_until) >= 15, false)
	end;
	insert into public.birth (person_id, born_on, made_adult_on, made_fifteen_on, parents_until, own_until)
	values (
		person, correct_birth.born_on,
		case when private.age_on(born_on, today) >= 18 then
			case when private.age_on(standing.born_on, today) < 18 then today else standing.made_adult_on end
		end,
		case when private.age_on(born_on, today) >= 15 then
			case
				when not mine and coalesce(private.age_on(standing.born_on, today) < 15, true) then today
				else standing.made_fifteen_on
			end
		end,
		case when mine or standing.parents_until >= today then standing.parents_until else mend_until end,
		-- Writing again does not begin the days anew. What a parent writes does begin those of whoever has a say, so that the
		-- parents' days are over before theirs.
		case when had_a_say then case when mine and standing.own_until >= today then standing.own_until else mend_until end end
	)
	on conflict (person_id) do update set
		born_on = excluded.born_on, made_adult_on = excluded.made_adult_on, made_fifteen_on = excluded.made_fifteen_on,
		parents_until = excluded.parents_until, own_until = excluded.own_until;
end
$$;
comment on function public.correct_birth(uuid, date, date) is
	'Corrects a date of birth, as it was when they looked (drawn_from): one''s own from 15 and as a child of no family, and a parent that of a child of the household until then. For 14 days from joining, and from writing it, they may mend what makes it another''s; whoever had a say and is written over by a parent has 14 days from then; another parent from when they were shown it. Parents write no adult''s, and who is a child of no family is no child by a date.';
grant execute on function public.correct_birth(uuid, date, date) to authenticated;
