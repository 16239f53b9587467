-- Team: the professionals around a family (F4). Its coordinator, and what a coordinator may do here, stands in
-- 21_team_coordinator.sql; who sees the plan by it in 25_plan_access.sql.

create table public.team_member (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	-- Asked at the end: the key of the job answers first, and alike about people who are there and who are not.
	professional_id uuid not null references public.person on delete cascade deferrable initially deferred,
	job_id uuid not null,
	joined_at timestamptz not null default now(),
	left_at timestamptz,
	profession text,
	place text,
	unwanted_at timestamptz,
	constraint team_member_by_a_job foreign key (job_id, professional_id) references public.job (id, person_id) on delete cascade,
	constraint team_member_leaves_after_joining check (left_at >= joined_at),
	constraint unwanted_has_left check (unwanted_at is null or left_at is not null),
	constraint who_has_left_was_something
		check ((left_at is null) = (profession is null) and (left_at is null) = (place is null))
);
comment on table public.team_member is 'The coordination team around a family.';
comment on column public.team_member.left_at is 'Null while in the team; afterwards the professional sees nothing of the family.';
comment on column public.team_member.profession is
	'As what they left, in plain words. Null while in the team: then the job says it. What they were before that, the family''s log knows.';
comment on column public.team_member.place is 'The name of the organisation when they left. Null while in the team.';
comment on column public.team_member.unwanted_at is
	'When the family said no to this professional; while it stands nobody puts them into the team again (89_arrivals_refusing.sql).';
create unique index team_member_once on public.team_member (professional_id, family_id) where left_at is null;
create index on public.team_member (family_id);
comment on column public.team_member.job_id is 'As what they are in the team.';
create index on public.team_member (professional_id);
create index on public.team_member (job_id, professional_id);

create trigger begins_now before insert on public.team_member
	for each row execute function private.begins_now('joined_at', 'left_at', 'profession', 'place', 'unwanted_at');

create trigger at_most after insert on public.team_member
	for each row execute function private.at_most('team_at_most_forty', '40', 'family_id', 'left_at is null');

create function private.my_team_families() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
declare
	me uuid := private.uid();
begin
	return array(
		select t.family_id from public.team_member t
		where t.professional_id = me and t.left_at is null
			and t.job_id in (select j.id from public.job j where j.person_id = me and j.left_at is null)
	);
end
$$;
comment on function private.my_team_families() is 'Families in whose team I, a professional, am now.';
grant execute on function private.my_team_families() to authenticated;

create function private.my_team_people() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct m.person_id from public.member m
		where m.family_id = any ((select private.my_team_families())::uuid[]) and m.left_at is null
	);
end
$$;
comment on function private.my_team_people() is 'The people of the families in whose team I am.';
grant execute on function private.my_team_people() to authenticated;

create function private.my_team_professionals() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		-- Each once: every name on a page is looked for in this list.
		select distinct t.professional_id from public.team_member t
		where t.family_id = any ((select private.my_plans())::uuid[])
	);
end
$$;
comment on function private.my_team_professionals() is
	'The professionals who are or were in the teams around my families, seen from inside the family or the team: history has names.';
grant execute on function private.my_team_professionals() to authenticated;

create function private.my_team_jobs() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct t.job_id from public.team_member t
		where t.family_id = any ((select private.my_plans())::uuid[])
	);
end
$$;
comment on function private.my_team_jobs() is
	'The jobs by which professionals are or were in the teams around my families: what else they work at is not the family''s business.';
grant execute on function private.my_team_jobs() to authenticated;

create function private.my_family_professionals() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select t.professional_id from public.team_member t
		where t.family_id = any ((select private.my_families())::uuid[]) and t.left_at is null
	);
end
$$;
comment on function private.my_family_professionals() is 'The professionals in the teams around my families, seen from inside the family only.';
grant execute on function private.my_family_professionals() to authenticated;

create function private.end_teams_on_leaving() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.team_member t set left_at = now() where t.job_id = new.id and t.left_at is null;
	return null;
end
$$;
comment on function private.end_teams_on_leaving() is
	'Who leaves the job leaves its teams; who comes back, perhaps elsewhere, comes back to none of them.';
create trigger end_teams_on_leaving after update of left_at on public.job
	for each row when (old.left_at is null and new.left_at is not null)
	execute function private.end_teams_on_leaving();

create trigger keep_from_api before update on public.team_member
	for each row execute function private.keep_from_api('unwanted_at', 'profession', 'place');
create trigger stamps before update on public.team_member
	for each row execute function private.stamps('left_at');
create trigger stamp_as_what before insert or update of left_at on public.team_member
	for each row when (new.left_at is not null) execute function private.stamp_as_what();
create trigger stays before update on public.team_member
	for each row execute function private.stays('id', 'family_id', 'professional_id', 'job_id', 'joined_at');

create function private.works_where_it_lives(job uuid, family uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return exists (
		select from public.job j join public.family f on f.municipality_id = j.municipality_id
		where j.id = works_where_it_lives.job and f.id = works_where_it_lives.family
	);
end
$$;
comment on function private.works_where_it_lives(uuid, uuid) is
	'Whether a job is in the municipality that invited the family: what is written of it is that municipality''s to answer for. For insert policies only: never in a scan.';
grant execute on function private.works_where_it_lives(uuid, uuid) to authenticated;

-- Row security: what the team sees of the family, and who sees the team.

create policy select_team on public.family for select to authenticated
	using (id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.family is 'Professionals see the families in whose team they are.';
create policy select_team on public.enrolment for select to authenticated
	using (family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.enrolment is 'The team sees since when the family takes part.';
create policy select_team on public.enrolment_tier for select to authenticated
	using (family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.enrolment_tier is 'The team sees how far the family has come.';
create policy select_team on public.member for select to authenticated
	using (family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.member is 'The team knows who belongs to the family.';
create policy select_team_people on public.person for select to authenticated
	using (id = any ((select private.my_team_people())::uuid[]));
comment on policy select_team_people on public.person is 'The team knows the names of the family.';
create policy select_team_professionals on public.person for select to authenticated
	using (id = any ((select private.my_team_professionals())::uuid[]));
comment on policy select_team_professionals on public.person is 'The family and the team know who is or was in the team.';
create policy select_team on public.job for select to authenticated
	using (id = any ((select private.my_team_jobs())::uuid[]));
comment on policy select_team on public.job is 'The family and the team see as what each is in the team.';

alter table public.team_member enable row level security;
alter table public.team_member force row level security;
grant select, insert (id, family_id, professional_id, job_id), update (left_at) on public.team_member to authenticated;
create policy select_family on public.team_member for select to authenticated
	using (family_id = any ((select private.my_families())::uuid[]));
comment on policy select_family on public.team_member is 'The family sees everybody who is or was around it.';
create policy select_team on public.team_member for select to authenticated
	using (family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.team_member is 'The team sees itself.';
create policy select_lead on public.team_member for select to authenticated
	using (family_id = any ((select private.my_led_families())::uuid[]));
comment on policy select_lead on public.team_member is 'The project lead sees the teams of the municipality.';
create policy insert_lead on public.team_member for insert to authenticated
	with check (
		family_id = any ((select private.my_led_families())::uuid[])
		and job_id = any ((select private.my_colleague_jobs())::uuid[])
		and private.works_where_it_lives(job_id, family_id)
		and professional_id <> (select private.uid())
	);
comment on policy insert_lead on public.team_member is 'The project lead puts colleagues of the family''s municipality into a team, not themselves: a team sees the plan.';
create policy update_lead on public.team_member for update to authenticated
	using (family_id = any ((select private.my_led_families())::uuid[]) and left_at is null)
	with check (family_id = any ((select private.my_led_families())::uuid[]) and left_at is not null);
comment on policy update_lead on public.team_member is 'The project lead takes someone out of a team; nobody is put back by editing history.';
-- no delete: who was around the family stays in its history
