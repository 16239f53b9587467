-- Family: municipalities, people, families and who belongs to them (F1).
-- A person can belong to several families; a child of separated parents belongs to both.

create table public.municipality (
	id uuid primary key,
	name text not null check (length(name) between 1 and 100),
	duty_phone text check (length(duty_phone) <= 30),
	phone text check (phone ~ '^\+?[0-9][0-9 ]{6,28}$'),
	phone_hours text check (
		length(phone_hours) <= 200 and phone_hours ~ '^(Mo|Tu|We|Th|Fr|Sa|Su)(-(Mo|Tu|We|Th|Fr|Sa|Su))? ([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9](; (Mo|Tu|We|Th|Fr|Sa|Su)(-(Mo|Tu|We|Th|Fr|Sa|Su))? ([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9])*$'
	),
	created_at timestamptz not null default now()
);
comment on table public.municipality is 'A municipality that invites families.';
comment on column public.municipality.duty_phone is 'The municipality''s own number for acute help, shown with the help lines (W5).';
comment on column public.municipality.phone is 'Whom families call about taking part, wherever they are told to; null: it has not said so, and they are told that.';
comment on column public.municipality.phone_hours is 'When it is answered, as OpenStreetMap writes opening hours, so that every language says it in its own words: "Mo-Th 09:00-15:00; Fr 09:00-12:00".';

create table public.person (
	id uuid primary key,
	name text not null check (length(btrim(name)) between 1 and 100),
	created_at timestamptz not null default now()
);
comment on table public.person is 'Everybody with a place in a plan, citizens and professionals alike.';
comment on column public.person.name is 'The name the person wants to be called by.';

create table public.family (
	id uuid primary key,
	municipality_id uuid not null references public.municipality on delete restrict,
	name text not null check (length(btrim(name)) between 1 and 100),
	created_at timestamptz not null default now(),
	sorts_as text collate "C" generated always as (private.by_alphabet(name)) stored,
	constraint family_of_a_municipality unique (id, municipality_id)
);
comment on table public.family is 'One household that makes one plan.';
comment on column public.family.sorts_as is 'Its place in a list by name, as Danes look names up.';
create index on public.family (municipality_id);

create trigger stays before update on public.person for each row
	execute function private.stays('id', 'created_at');
create trigger stays before update on public.family for each row
	execute function private.stays('id', 'municipality_id', 'created_at');

create type public.member_role as enum ('parent', 'relative', 'child');
comment on type public.member_role is
	'What somebody is to the family. parent: decides for the household; relative: belongs to it; child: at any age. How old somebody is comes from the date of birth.';

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
-- Who has left counts too: offers stay with them.
create trigger at_most_of_a_family after insert on public.member
	for each row execute function private.at_most('family_at_most_150', '150', 'family_id');
create trigger at_most_of_a_person after insert on public.member
	for each row execute function private.at_most('families_at_most_six', '6', 'person_id', 'left_at is null');

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

create function private.my_families_from_13() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select me.family_id
		from public.member me
		left join public.birth b on b.person_id = me.person_id
		where me.person_id = private.uid() and me.left_at is null
			and private.stage_on(me.role, b.born_on, private.today()) <> 'child'
	);
end
$$;
comment on function private.my_families_from_13() is
	'Families I belong to, once I am 13: what a child need not carry is seen by the others.';
grant execute on function private.my_families_from_13() to authenticated;

create function private.my_relatives() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct m.person_id from public.member m
		where m.family_id = any ((select private.my_families())::uuid[]) and m.left_at is null
	);
end
$$;
comment on function private.my_relatives() is 'Everybody in my families, myself included.';
grant execute on function private.my_relatives() to authenticated;

create function private.my_home_municipalities() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(select f.municipality_id from public.family f where f.id = any ((select private.my_families())::uuid[]));
end
$$;
comment on function private.my_home_municipalities() is 'Municipalities that invited my families.';
grant execute on function private.my_home_municipalities() to authenticated;

create function private.my_former_municipalities() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct f.municipality_id from public.member m join public.family f on f.id = m.family_id
		where m.person_id = private.uid() and m.left_at is not null
	);
end
$$;
comment on function private.my_former_municipalities() is 'Municipalities that invited families I was in.';
grant execute on function private.my_former_municipalities() to authenticated;

-- Row security: what the family itself sees. What project leads see stands in 16_project_lead.sql, what teams see in
-- 20_team.sql, what meeting guests see in 41_meetings_attendees.sql.

alter table public.municipality enable row level security;
alter table public.municipality force row level security;
grant select on public.municipality to authenticated;
create policy select_home on public.municipality for select to authenticated
	using (id = any ((select private.my_home_municipalities())::uuid[]));
comment on policy select_home on public.municipality is 'Families see the municipality that invited them.';
create policy select_former on public.municipality for select to authenticated
	using (id = any ((select private.my_former_municipalities())::uuid[]));
comment on policy select_former on public.municipality is 'Who is out of a family sees whom to call about it.';
-- no insert, update, delete: set up by the operator

alter table public.person enable row level security;
alter table public.person force row level security;
-- When they came is asked by the database alone.
grant select (id, name), update (name) on public.person to authenticated;
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
-- no insert: families are enrolled by enrol_family (17_enrolment_verbs.sql); no delete

alter table public.member enable row level security;
alter table public.member force row level security;
grant select on public.member to authenticated;
create policy select_own on public.member for select to authenticated
	using (family_id = any ((select private.my_families())::uuid[]));
comment on policy select_own on public.member is 'Members of a family see who belongs to it.';
-- no insert: by accepting an invitation; no update: put_out, leave_family, take_out (89_leaving.sql); no delete
