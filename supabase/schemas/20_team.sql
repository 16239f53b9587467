-- Team: the professionals around a family (F4). Its coordinator, and what a coordinator may do here, stands in
-- 21_team_coordinator.sql; who sees the plan by it in 25_plan_access.sql.

create table public.team_member (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	professional_id uuid not null references public.professional on delete cascade,
	joined_at timestamptz not null default now(),
	left_at timestamptz,
	constraint team_member_leaves_after_joining check (left_at >= joined_at)
);
comment on table public.team_member is 'The coordination team around a family.';
comment on column public.team_member.left_at is 'Null while in the team; afterwards the professional sees nothing of the family.';
create unique index team_member_once on public.team_member (professional_id, family_id) where left_at is null;
create index on public.team_member (family_id);
create index on public.team_member (professional_id);

create function private.my_team_families() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
declare
	me uuid := private.uid();
begin
	-- Whether I still work here is asked once; the rest comes out of the index team_member_once alone.
	return array(
		select t.family_id from public.team_member t
		where t.professional_id = me and t.left_at is null
			and exists (select from public.professional p where p.person_id = me and p.left_at is null)
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
		where m.family_id = any (private.my_team_families()) and m.left_at is null
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
		where t.family_id = any (private.my_plans())
	);
end
$$;
comment on function private.my_team_professionals() is
	'The professionals who are or were in the teams around my families, seen from inside the family or the team: history has names.';
grant execute on function private.my_team_professionals() to authenticated;

create function private.my_family_professionals() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select t.professional_id from public.team_member t
		where t.family_id = any (private.my_families()) and t.left_at is null
	);
end
$$;
comment on function private.my_family_professionals() is 'The professionals in the teams around my families, seen from inside the family only.';
grant execute on function private.my_family_professionals() to authenticated;

create function private.end_teams_on_leaving() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.team_member t set left_at = now() where t.professional_id = new.person_id and t.left_at is null;
	return null;
end
$$;
comment on function private.end_teams_on_leaving() is
	'Who leaves the job leaves its teams; who comes back, perhaps elsewhere, comes back to none of them.';
create trigger end_teams_on_leaving after update of left_at on public.professional
	for each row when (old.left_at is distinct from new.left_at)
	execute function private.end_teams_on_leaving();

-- Row security: what the team sees of the family, and who sees the team.

create policy select_team on public.family for select to authenticated
	using (id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.family is 'Professionals see the families in whose team they are.';
create policy select_team on public.member for select to authenticated
	using (family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.member is 'The team knows who belongs to the family.';
create policy select_team_people on public.person for select to authenticated
	using (id = any ((select private.my_team_people())::uuid[]));
comment on policy select_team_people on public.person is 'The team knows the names of the family.';
create policy select_team_professionals on public.person for select to authenticated
	using (id = any ((select private.my_team_professionals())::uuid[]));
comment on policy select_team_professionals on public.person is 'The family and the team know who is or was in the team.';
create policy select_team on public.professional for select to authenticated
	using (person_id = any ((select private.my_team_professionals())::uuid[]));
comment on policy select_team on public.professional is 'The family and the team see the profiles of the team.';

alter table public.team_member enable row level security;
alter table public.team_member force row level security;
grant select, insert (id, family_id, professional_id), update (left_at) on public.team_member to authenticated;
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
		and professional_id = any ((select private.my_colleagues())::uuid[])
		and professional_id <> (select private.uid())
	);
comment on policy insert_lead on public.team_member is 'The project lead puts colleagues into a team, not themselves: a team sees the plan.';
create policy update_lead on public.team_member for update to authenticated
	using (family_id = any ((select private.my_led_families())::uuid[]) and left_at is null)
	with check (family_id = any ((select private.my_led_families())::uuid[]) and left_at is not null);
comment on policy update_lead on public.team_member is 'The project lead takes someone out of a team; nobody is put back by editing history.';
-- no delete: who was around the family stays in its history
