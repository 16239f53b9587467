-- Family: municipalities, people, families and who belongs to them (F1).
-- A person can belong to several families; a child of separated parents belongs to both.

create table public.municipality (
	id uuid primary key,
	name text not null check (length(name) between 1 and 100),
	duty_phone text check (length(duty_phone) <= 30),
	created_at timestamptz not null default now()
);
comment on table public.municipality is 'A municipality that invites families.';
comment on column public.municipality.duty_phone is 'The municipality''s own number for acute help, shown with the help lines (W5).';

create table public.person (
	id uuid primary key,
	name text not null check (length(btrim(name)) between 1 and 100),
	created_at timestamptz not null default now()
);
comment on table public.person is 'Everybody with a place in a plan, citizens and professionals alike.';
comment on column public.person.name is 'The name the person wants to be called by.';

create table public.birth (
	person_id uuid primary key references public.person on delete cascade,
	born_on date not null,
	constraint born_in_this_age check (born_on >= '1900-01-01'),
	constraint born_not_in_the_future check (born_on <= private.today())
);
comment on table public.birth is
	'Dates of birth, kept apart from person: the family sees them; professionals see the stage of life alone (public.stage).';

create table public.family (
	id uuid primary key,
	municipality_id uuid not null references public.municipality on delete restrict,
	name text not null check (length(btrim(name)) between 1 and 100),
	created_at timestamptz not null default now(),
	constraint family_of_a_municipality unique (id, municipality_id)
);
comment on table public.family is 'One household that makes one plan.';
create index on public.family (municipality_id);

create type public.member_role as enum ('parent', 'relative', 'child');
comment on type public.member_role is
	'What somebody is to the family. parent: decides for the household; relative: belongs to it; child: at any age. How old somebody is comes from the date of birth.';

create type public.life_stage as enum ('child', 'young_person', 'adult');
comment on type public.life_stage is 'child: under 13; young_person: 13-17; adult: 18 and older. 13 and 18 happen by themselves.';

create table public.member (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	person_id uuid not null references public.person on delete cascade,
	role public.member_role not null,
	joined_at timestamptz not null default now(),
	left_at timestamptz,
	constraint member_leaves_after_joining check (left_at >= joined_at)
);
comment on table public.member is 'Who belongs to which family, and as what.';
comment on column public.member.left_at is 'Null while the person belongs to the family.';
create unique index member_once_per_family on public.member (person_id, family_id) where left_at is null;
create index on public.member (family_id);
create index on public.member (person_id);

create trigger keep_from_api before insert or update on public.member
	for each row execute function private.keep_from_api('id', 'family_id', 'person_id', 'role', 'joined_at', 'left_at');

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

-- The helpers are plpgsql, stable, return arrays and are called as = any ((select f())::uuid[]): PostgreSQL then
-- asks once per query and uses the index. docs/decisions/003-row-security.md has the measurements.

create function private.my_families() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(select m.family_id from public.member m where m.person_id = private.uid() and m.left_at is null);
end
$$;
comment on function private.my_families() is 'Families I belong to, as anything.';
grant execute on function private.my_families() to authenticated;

create function private.my_households() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select m.family_id from public.member m
		where m.person_id = private.uid() and m.left_at is null and m.role = 'parent'
	);
end
$$;
comment on function private.my_households() is 'Families in which I am a parent and decide for the household.';
grant execute on function private.my_households() to authenticated;

create function private.my_children() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct c.person_id
		from public.member me
		join public.member c on c.family_id = me.family_id
		left join public.birth b on b.person_id = c.person_id
		where me.person_id = private.uid() and me.left_at is null and me.role = 'parent'
			and c.left_at is null and c.role = 'child'
			and private.stage_on(c.role, b.born_on, private.today()) <> 'adult'
	);
end
$$;
comment on function private.my_children() is
	'Children under 18 of the families in which I am a parent. What concerns a child is seen by both its homes (F1).';
grant execute on function private.my_children() to authenticated;

create function private.my_young_children() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct c.person_id
		from public.member me
		join public.member c on c.family_id = me.family_id
		left join public.birth b on b.person_id = c.person_id
		where me.person_id = private.uid() and me.left_at is null and me.role = 'parent'
			and c.left_at is null and c.role = 'child'
			and private.stage_on(c.role, b.born_on, private.today()) = 'child'
	);
end
$$;
comment on function private.my_young_children() is
	'Children under 13 of the families in which I am a parent: for them parents answer; a young person answers alone.';
grant execute on function private.my_young_children() to authenticated;

create function private.my_relatives() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct m.person_id from public.member m
		where m.family_id = any (private.my_families()) and m.left_at is null
	);
end
$$;
comment on function private.my_relatives() is 'Everybody in my families, myself included.';
grant execute on function private.my_relatives() to authenticated;

create function private.my_home_municipalities() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(select f.municipality_id from public.family f where f.id = any (private.my_families()));
end
$$;
comment on function private.my_home_municipalities() is 'Municipalities that invited my families.';
grant execute on function private.my_home_municipalities() to authenticated;

create function public.correct_birth(person uuid, born_on date) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	if not exists (
		select from public.member m
		where m.person_id = person and m.left_at is null and (
			-- From 15 one sees to it oneself, as one does with one's digital post.
			(person = private.uid() and coalesce(private.age_of(person) >= 15, m.role <> 'child'))
			or (m.role = 'child' and coalesce(private.age_of(person) < 15, true) and m.family_id = any (private.my_households()))
		)
	) then
		raise exception 'not yours to correct' using errcode = '42501';
	end if;
	insert into public.birth (person_id, born_on) values (person, correct_birth.born_on)
	on conflict (person_id) do update set born_on = excluded.born_on;
end
$$;
comment on function public.correct_birth(uuid, date) is
	'Corrects a date of birth: one''s own from 15 (an adult whose date is not known may give it), and a parent that of a child of the household until then: what a young person is left alone with must not hang on what somebody else writes.';
grant execute on function public.correct_birth(uuid, date) to authenticated;

-- Row security: what the family itself sees. What project leads see stands in 15_staff.sql, what teams see in
-- 20_team.sql, what meeting guests see in 41_meetings_attendees.sql.

alter table public.municipality enable row level security;
alter table public.municipality force row level security;
grant select on public.municipality to authenticated;
create policy select_home on public.municipality for select to authenticated
	using (id = any ((select private.my_home_municipalities())::uuid[]));
comment on policy select_home on public.municipality is 'Families see the municipality that invited them.';
-- no insert, update, delete: set up by the operator

alter table public.person enable row level security;
alter table public.person force row level security;
grant select, update (name) on public.person to authenticated;
create policy select_own on public.person for select to authenticated
	using (id = (select private.uid()));
comment on policy select_own on public.person is 'I see myself.';
create policy select_family on public.person for select to authenticated
	using (id = any ((select private.my_relatives())::uuid[]));
comment on policy select_family on public.person is 'Members of a family see each other.';
create policy update_own on public.person for update to authenticated
	using (id = (select private.uid())) with check (id = (select private.uid()));
comment on policy update_own on public.person is 'I decide what I am called.';
-- no insert: people arrive by accepting an invitation; no delete: erasure is a verb of its own (S4)

alter table public.birth enable row level security;
alter table public.birth force row level security;
grant select on public.birth to authenticated;
create policy select_family on public.birth for select to authenticated
	using (person_id = any ((select private.my_relatives())::uuid[]));
comment on policy select_family on public.birth is 'Members of a family see each other''s birthdays; nobody else does.';
-- no insert, update, delete: comes with the invitation, and correct_birth corrects it

alter table public.family enable row level security;
alter table public.family force row level security;
grant select, update (name) on public.family to authenticated;
create policy select_own on public.family for select to authenticated
	using (id = any ((select private.my_families())::uuid[]));
comment on policy select_own on public.family is 'Members see their family.';
create policy update_household on public.family for update to authenticated
	using (id = any ((select private.my_households())::uuid[]))
	with check (id = any ((select private.my_households())::uuid[]));
comment on policy update_household on public.family is 'Parents decide what the family is called here.';
-- no insert: families are enrolled by enrol_family (15_staff.sql); no delete

alter table public.member enable row level security;
alter table public.member force row level security;
grant select on public.member to authenticated;
create policy select_own on public.member for select to authenticated
	using (family_id = any ((select private.my_families())::uuid[]));
comment on policy select_own on public.member is 'Members of a family see who belongs to it.';
-- no insert: by accepting an invitation; no update, delete yet: leaving a family comes with enrolment (F2)
