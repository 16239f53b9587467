-- Dates of birth, how old somebody is, and the stages of life that follow from it (F1).

create table public.birth (
	person_id uuid primary key references public.person on delete cascade,
	born_on date not null,
	constraint born_in_this_age check (born_on >= '1900-01-01'),
	constraint born_not_in_the_future check (born_on <= private.today())
);
comment on table public.birth is
	'Dates of birth, kept apart from person: the family sees them; professionals see the stage of life alone (public.stage).';

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

create function private.back_since(family uuid, person uuid) returns timestamptz
language plpgsql stable security definer set search_path = ''
as $$
begin
	return coalesce((
		select max(m.joined_at) from public.member m
		where m.family_id = back_since.family and m.person_id = back_since.person
		having count(*) > 1
	), '-infinity');
end
$$;
comment on function private.back_since(uuid, uuid) is
	'Since when somebody who had left a family belongs to it again; -infinity for who never left. What a home wrote of a child before it came back was written when nobody else could read it, and stays that home''s. Granted to nobody.';

create function private.speaks_alone(who public.member) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return coalesce(private.age_of(who.person_id) >= 15, who.role <> 'child');
end
$$;
comment on function private.speaks_alone(public.member) is
	'From 15 one says yes oneself, as one sees to one''s digital post; a child whose age nobody knows does not. Granted to nobody.';

create function private.answers_alone_from() returns integer
language sql immutable
return 13;
comment on function private.answers_alone_from() is
	'From this age one answers for oneself, as a parent and a relative do: answersAloneFrom in src/lib/family/age.ts.';
-- The rule of an invitation asks it as who stops one.
grant execute on function private.answers_alone_from() to authenticated;

-- Row security

alter table public.birth enable row level security;
alter table public.birth force row level security;
grant select on public.birth to authenticated;
create policy select_family on public.birth for select to authenticated
	using (person_id = any ((select private.my_relatives())::uuid[]));
comment on policy select_family on public.birth is 'Members of a family see each other''s birthdays; nobody else does.';
create policy select_own on public.birth for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.birth is
	'One''s own, in a family or out of it: how old one is decides whom one is told to call, and what one is asked.';
-- no insert, update, delete: comes with the invitation, and the municipality corrects it (correct_birth)
