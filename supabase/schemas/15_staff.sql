-- Staff: the professionals of a municipality, and among them those who lead the project. What a professional sees of a
-- family comes with its team (20_team.sql).

create table public.professional (
	person_id uuid primary key references public.person on delete cascade,
	municipality_id uuid not null references public.municipality,
	profession text not null check (length(btrim(profession)) between 1 and 60),
	helps_with text not null default '' check (length(helps_with) <= 400),
	is_project_lead boolean not null default false,
	left_at timestamptz
);
comment on table public.professional is 'People who work with families, with the short profile families choose by.';
comment on column public.professional.profession is 'In plain words, as the family would say it.';
comment on column public.professional.helps_with is 'What the person can help with, in own words.';
comment on column public.professional.is_project_lead is 'Invites families and staff, keeps the offers fresh; sees no plan.';
comment on column public.professional.left_at is 'Null while the person works here; afterwards nothing opens any more.';
create index on public.professional (municipality_id);

create function private.my_workplaces() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select p.municipality_id from public.professional p where p.person_id = private.uid() and p.left_at is null
	);
end
$$;
comment on function private.my_workplaces() is 'Municipalities I work in.';
grant execute on function private.my_workplaces() to authenticated;

create function private.my_colleagues() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select p.person_id from public.professional p
		where p.municipality_id = any (private.my_workplaces()) and p.left_at is null
	);
end
$$;
comment on function private.my_colleagues() is 'Professionals of the municipalities I work in.';
grant execute on function private.my_colleagues() to authenticated;

create function private.my_led_municipalities() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select p.municipality_id from public.professional p
		where p.person_id = private.uid() and p.is_project_lead and p.left_at is null
	);
end
$$;
comment on function private.my_led_municipalities() is 'Municipalities whose project lead I am.';
grant execute on function private.my_led_municipalities() to authenticated;

create function private.my_led_families() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select f.id from public.family f where f.municipality_id = any (private.my_led_municipalities())
	);
end
$$;
comment on function private.my_led_families() is 'Families of the municipality I lead the project in: their names and teams, not their people.';
grant execute on function private.my_led_families() to authenticated;

create function public.enrol_family(id uuid, municipality uuid, name text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	if not (municipality = any (private.my_led_municipalities())) then
		raise exception 'only the project lead enrols families' using errcode = '42501';
	end if;
	-- The same press delivered twice is one family; the id of another one is refused by the insert (family_pkey).
	if exists (
		select from public.family f
		where f.id = enrol_family.id and f.municipality_id = municipality and f.name = btrim(enrol_family.name)
	) then
		return;
	end if;
	insert into public.family (id, municipality_id, name) values (enrol_family.id, municipality, btrim(enrol_family.name));
end
$$;
comment on function public.enrol_family(uuid, uuid, text) is 'The project lead enrols a family; today becomes its baseline (F2).';
grant execute on function public.enrol_family(uuid, uuid, text) to authenticated;

-- Row security: what colleagues and project leads see.

create policy select_workplace on public.municipality for select to authenticated
	using (id = any ((select private.my_workplaces())::uuid[]));
comment on policy select_workplace on public.municipality is 'Professionals see where they work.';
create policy select_colleagues on public.person for select to authenticated
	using (id = any ((select private.my_colleagues())::uuid[]));
comment on policy select_colleagues on public.person is 'Professionals of a municipality know each other''s names.';
create policy select_lead on public.family for select to authenticated
	using (municipality_id = any ((select private.my_led_municipalities())::uuid[]));
comment on policy select_lead on public.family is 'The project lead sees which families take part, not who they are.';

alter table public.professional enable row level security;
alter table public.professional force row level security;
grant select, update (profession, helps_with) on public.professional to authenticated;
create policy select_colleagues on public.professional for select to authenticated
	using (municipality_id = any ((select private.my_workplaces())::uuid[]));
comment on policy select_colleagues on public.professional is 'Colleagues see each other''s profiles.';
create policy update_own on public.professional for update to authenticated
	using (person_id = (select private.uid()) and left_at is null)
	with check (person_id = (select private.uid()) and left_at is null);
comment on policy update_own on public.professional is 'I write my own profile while I work here.';
-- no insert: by accepting an invitation; no delete: left_at ends it
