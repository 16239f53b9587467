-- Staff: organisations, and the jobs people have in them, over time and at once; some of them lead the project. What a
-- professional sees of a family comes with its team (20_team.sql).

create type public.organisation_kind as enum ('municipality', 'association', 'business');
comment on type public.organisation_kind is 'Whose it is: the municipality''s own, an association, or a firm.';

create table public.organisation (
	id uuid primary key,
	municipality_id uuid not null references public.municipality on delete restrict,
	kind public.organisation_kind not null,
	name text not null,
	revision integer not null default 0,
	constraint organisation_has_a_name check (length(btrim(name)) between 1 and 100),
	constraint organisation_of_a_municipality unique (id, municipality_id)
);
comment on table public.organisation is 'Where people work with families: the municipality and its schools, associations, firms.';
comment on column public.organisation.revision is 'How often what a form edits was changed, so that a form says what it was drawn from. Set by the database (private.counts_changes).';
create index on public.organisation (municipality_id);
create trigger counts_changes before insert or update on public.organisation for each row
	execute function private.counts_changes('name');

create table public.job (
	id uuid primary key,
	person_id uuid not null references public.person on delete cascade,
	organisation_id uuid not null references public.organisation on delete restrict,
	municipality_id uuid not null references public.municipality on delete restrict,
	profession text not null,
	helps_with text not null default '',
	is_project_lead boolean not null default false,
	started_at timestamptz not null default now(),
	left_at timestamptz,
	revision integer not null default 0,
	constraint job_of_a_person unique (id, person_id),
	constraint job_is_where_its_organisation_is foreign key (organisation_id, municipality_id)
		references public.organisation (id, municipality_id) on delete restrict,
	constraint job_has_a_profession check (length(btrim(profession)) between 1 and 60),
	constraint helps_with_at_most_400 check (length(helps_with) <= 400),
	constraint job_ends_after_it_starts check (left_at >= started_at)
);
comment on table public.job is
	'A person''s work in an organisation, with the short profile families choose by. Teams, choices and logs name the job, so that they stay true when the person goes on to another.';
comment on column public.job.revision is 'How often what a form edits was changed, so that a form says what it was drawn from. Set by the database (private.counts_changes).';
comment on column public.job.municipality_id is 'The organisation''s, so that row security needs no join.';
comment on column public.job.profession is 'In plain words, as the family would say it. As it is now: what has been keeps its own words (private.stamp_as_what).';
comment on column public.job.helps_with is 'What the person can help with in this job, in own words.';
comment on column public.job.is_project_lead is 'Invites families and staff, keeps the offers fresh; sees no plan.';
comment on column public.job.left_at is 'Null while the person works here; afterwards nothing opens any more. Who comes back has a new job.';
create unique index job_once_at_a_time on public.job (person_id, organisation_id) where left_at is null;
create index on public.job (person_id);
create index on public.job (organisation_id, municipality_id);
create index on public.job (municipality_id);

create trigger stays before update on public.job
	for each row execute function private.stays('id', 'person_id', 'organisation_id', 'municipality_id', 'started_at');
create trigger keep_from_api before insert or update on public.job
	for each row execute function private.keep_from_api('is_project_lead', 'left_at');

create trigger at_most after insert on public.job
	for each row execute function private.at_most('jobs_at_most_twenty', '20', 'person_id', 'left_at is null');
create trigger counts_changes before insert or update on public.job for each row
	execute function private.counts_changes('profession', 'helps_with');
create function private.end_job_once() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.refuse('job_ends_once', 'who comes back has a new job, and is in no old team');
	return null;
end
$$;
comment on function private.end_job_once() is 'A job that has ended is not taken up again: its teams and logs would come back with it.';
create trigger end_job_once before update of left_at on public.job
	for each row when (old.left_at is not null and new.left_at is distinct from old.left_at)
	execute function private.end_job_once();

create function private.stamp_as_what() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	new.profession := coalesce(new.profession, (select j.profession from public.job j where j.id = new.job_id));
	new.place := coalesce(new.place, (
		select o.name from public.job j join public.organisation o on o.id = j.organisation_id where j.id = new.job_id
	));
	return new;
end
$$;
comment on function private.stamp_as_what() is
	'Writes into a row about the past as what and from where somebody did it. A profession is changed, an organisation gets another name: the row stays as it was then.';

create function private.my_workplaces() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct j.municipality_id from public.job j where j.person_id = private.uid() and j.left_at is null
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
		select distinct j.person_id from public.job j
		where j.municipality_id = any ((select private.my_workplaces())::uuid[]) and j.left_at is null
	);
end
$$;
comment on function private.my_colleagues() is 'Professionals of the municipalities I work in.';
grant execute on function private.my_colleagues() to authenticated;

create function private.my_colleague_jobs() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select j.id from public.job j where j.municipality_id = any ((select private.my_workplaces())::uuid[]) and j.left_at is null
	);
end
$$;
comment on function private.my_colleague_jobs() is 'What is worked at now in the municipalities I work in, my own jobs among them.';
grant execute on function private.my_colleague_jobs() to authenticated;

-- Row security: what colleagues see. What project leads see stands in 16_project_lead.sql.

create policy select_workplace on public.municipality for select to authenticated
	using (id = any ((select private.my_workplaces())::uuid[]));
comment on policy select_workplace on public.municipality is 'Professionals see where they work.';
create policy select_colleagues on public.person for select to authenticated
	using (id = any ((select private.my_colleagues())::uuid[]));
comment on policy select_colleagues on public.person is 'Professionals of a municipality know each other''s names.';

alter table public.organisation enable row level security;
alter table public.organisation force row level security;
grant select on public.organisation to authenticated;
create policy select_workplace on public.organisation for select to authenticated
	using (municipality_id = any ((select private.my_workplaces())::uuid[]));
comment on policy select_workplace on public.organisation is 'Professionals see who else works with families where they work.';
create policy select_home on public.organisation for select to authenticated
	using (municipality_id = any ((select private.my_home_municipalities())::uuid[]));
comment on policy select_home on public.organisation is 'Families see where those around them work.';
-- no delete: by the operator; insert, update: by the project lead (72_staff_jobs.sql)

alter table public.job enable row level security;
alter table public.job force row level security;
grant select, update (profession, helps_with, revision) on public.job to authenticated;
create policy select_own on public.job for select to authenticated using (person_id = (select private.uid()));
comment on policy select_own on public.job is 'I see my jobs, those I have left too.';
create policy select_colleagues on public.job for select to authenticated
	using (municipality_id = any ((select private.my_workplaces())::uuid[]));
comment on policy select_colleagues on public.job is 'Colleagues see each other''s profiles.';
create policy update_own on public.job for update to authenticated
	using (person_id = (select private.uid()) and left_at is null)
	with check (person_id = (select private.uid()) and left_at is null);
comment on policy update_own on public.job is 'I write my own profile while I work here.';
-- no insert: by accepting an invitation, or give_job; no delete: end_job sets left_at (72_staff_jobs.sql)
