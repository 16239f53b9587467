-- Dates of birth, how old somebody is, and the stages of life that follow from it (F1).

create table public.birth (
	person_id uuid primary key references public.person on delete cascade,
	born_on date not null,
	parents_until date,
	own_until date,
	made_adult_on date,
	made_fifteen_on date,
	constraint born_in_this_age check (born_on >= '1900-01-01'),
	constraint born_not_in_the_future check (born_on <= private.today())
);
comment on table public.birth is
	'Dates of birth, kept apart from person: the family sees them; professionals see the stage of life alone (public.stage).';

comment on column public.birth.parents_until is
	'Until this day the parents may correct it, whatever age it gives and whoever wrote it: 14 days from joining as a child, or from when one of them wrote it. A slip of the finger must not be out of reach at once.';
comment on column public.birth.own_until is
	'Until this day the person may correct it, whatever age it gives: 14 days from joining, from writing it, and anew from each day on which a parent wrote it. Null for whoever had no say in it when the parents'' days began.';

comment on column public.birth.made_adult_on is
	'The day on which somebody was made an adult by another date than stood before; null: they never were, or are none. Until they may mend it no more, they do not count as one for who decides (is_grown).';

comment on column public.birth.made_fifteen_on is
	'The day on which a parent''s date made a child 15 or older that was younger before; null: none did, or it is younger. Until the other parents have had their days, it is asked no more than before (birth_is_open).';

create type public.life_stage as enum ('child', 'young_person', 'adult');
comment on type public.life_stage is 'child: under 13; young_person: 13-17; adult: 18 and older. 13 and 18 happen by themselves.';

-- Age. The same rule as src/lib/family/age.ts: born on 29 February, one is a year older on 1 March.

create function private.age_on(born_on date, day date) returns integer
language sql immutable
return (
	extract(year from day) - extract(year from born_on) - case
		when (extract(month from day), extract(day from day)) < (extract(month from born_on), extract(day from born_on)) then 1
		else 0
	end
)::integer;
comment on function private.age_on(date, date) is 'Whole years on a day; null when the date of birth is not known.';

create function private.stage_on(role public.member_role, born_on date, day date) returns public.life_stage
language sql immutable
return case
	when born_on is null then case when role = 'child' then 'young_person' else 'adult' end
	when private.age_on(born_on, day) < 13 then 'child'
	when private.age_on(born_on, day) < 18 then 'young_person'
	else 'adult'
end::public.life_stage;
comment on function private.stage_on(public.member_role, date, date) is
	'The stage of life on a day. A child whose date of birth is not known counts as 13-17: nobody answers for it, and it is still its parents'' child.';

create function private.age_of(person uuid) returns integer
language plpgsql stable security definer set search_path = ''
as $$
begin
	return (select private.age_on(b.born_on, private.today()) from public.birth b where b.person_id = person);
end
$$;
comment on function private.age_of(uuid) is 'Whole years today in Denmark; null when the date of birth is not known. Granted to nobody: it tells what birth does not.';

create function private.stage_of(who public.member) returns public.life_stage
language plpgsql stable security definer set search_path = ''
as $$
begin
	return private.stage_on(
		who.role, (select b.born_on from public.birth b where b.person_id = who.person_id), private.today()
	);
end
$$;
comment on function private.stage_of(public.member) is 'The stage of life of a member today in Denmark. Granted to nobody: public.stage asks first who wants to know.';

create view private.parents_of_children with (security_invoker = true) as
	select c.person_id as child_id, c.family_id as home_id, p.person_id
	from public.member c join public.member p on p.family_id = c.family_id
	where c.role = 'child' and c.left_at is null and p.role = 'parent' and p.left_at is null
		and private.stage_of(c) <> 'adult';
comment on view private.parents_of_children is
	'Who is a parent of which child under 18 in which home: private.my_children of everybody. What concerns a child is seen by its parents in both its homes (F1).';

create function private.speaks_alone(who public.member) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return coalesce(private.age_of(who.person_id) >= 15, who.role <> 'child');
end
$$;
comment on function private.speaks_alone(public.member) is
	'From 15 one sees to one''s own date of birth, as to one''s digital post, and says yes oneself; a child whose age nobody knows does not. Granted to nobody.';

create function private.answers_alone_from() returns integer
language sql immutable
return 13;
comment on function private.answers_alone_from() is
	'From this age one answers for oneself, as a parent and a relative do: answersAloneFrom in src/lib/family/age.ts.';
-- The rule of an invitation asks it as who stops one.
grant execute on function private.answers_alone_from() to authenticated;

create function private.days_to_mend() returns integer
language sql immutable
return 14;
comment on function private.days_to_mend() is 'How many days whoever has written a date of birth may correct it, whatever age it gives.';

create function private.is_grown(person uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return coalesce(private.age_of(person) >= 18, true) and not exists (
		select from public.birth b
		where b.person_id = person and b.made_adult_on > private.today() - private.days_to_mend()
	);
end
$$;
comment on function private.is_grown(uuid) is
	'Whether somebody decides as an adult: by a date that made them one lately they do not, for it can still be taken back. Who nobody knows the age of does. Granted to nobody.';

create function private.leaves_it_to_an_adult(family uuid, before timestamptz default 'infinity') returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return not private.is_grown(private.uid()) and exists (
		select from public.member me join public.member m on m.family_id = me.family_id
		where me.family_id = family and me.person_id = private.uid() and me.role = 'parent' and me.left_at is null
			and m.role = 'parent' and m.left_at is null and m.joined_at < before and private.is_grown(m.person_id)
	);
end
$$;
comment on function private.leaves_it_to_an_adult(uuid, timestamptz) is
	'Whether I am a parent under 18 of this family in which a parent is an adult, who says who comes, who goes and who coordinates; of somebody who came at a moment, one who was there before.';
grant execute on function private.leaves_it_to_an_adult(uuid, timestamptz) to authenticated;

create function private.check_an_adult_decides(family uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
	if private.leaves_it_to_an_adult(family) then
		perform private.refuse('adult_parent_decides', 'a parent under 18 beside one who is an adult');
	end if;
end
$$;
comment on function private.check_an_adult_decides(uuid) is 'Says why, where a page cannot know it. Granted to nobody.';

create function private.decides_as_parent(family uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return exists (
		select from public.member me
		where me.family_id = family and me.person_id = private.uid() and me.role = 'parent' and me.left_at is null
	) and not private.leaves_it_to_an_adult(family);
end
$$;
comment on function private.decides_as_parent(uuid) is
	'Whether I say for this family who comes and where its children belong: a parent; one under 18 only where no parent of the household is an adult, for somebody must be able to. Granted to nobody.';

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

-- Row security

alter table public.birth enable row level security;
alter table public.birth force row level security;
grant select on public.birth to authenticated;
create policy select_family on public.birth for select to authenticated
	using (person_id = any ((select private.my_relatives())::uuid[]));
comment on policy select_family on public.birth is 'Members of a family see each other''s birthdays; nobody else does.';
-- no insert, update, delete: comes with the invitation, and correct_birth corrects it
