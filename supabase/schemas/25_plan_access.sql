-- Who sees a plan: its family, and its team. Every look at a plan asks, so the answer is kept ready in a small table;
-- docs/decisions/003-row-security.md has the measurements.

create type private.side as enum ('family', 'team');
comment on type private.side is 'On which side of the table somebody sits. Nobody sits on both.';

create view private.plan_seer with (security_invoker = true) as
	select m.person_id, m.family_id, 'family'::private.side as side from public.member m where m.left_at is null
	union
	select t.professional_id, t.family_id, 'team'
	from public.team_member t join public.job j on j.id = t.job_id
	where t.left_at is null and j.left_at is null;
comment on view private.plan_seer is
	'Who sees whose plan, and from which side: who belongs to the family, and who is in its team and still works here. The definition of plan_access.';

-- No foreign keys: nothing but the triggers below writes here, and they follow rows that have them.
create table private.plan_access (
	person_id uuid not null,
	family_id uuid not null,
	side private.side not null,
	primary key (person_id, family_id)
);
comment on table private.plan_access is
	'The rows of plan_seer, kept in step with it by triggers, so that policies find them by one index. Its key says that nobody sits on both sides.';
comment on column private.plan_access.person_id is 'Who sees the plan.';
comment on column private.plan_access.family_id is 'Whose plan it is.';

alter table private.plan_access enable row level security;
alter table private.plan_access force row level security;
grant select on private.plan_access to authenticated;
create policy select_own on private.plan_access for select to authenticated using (person_id = (select private.uid()));
comment on policy select_own on private.plan_access is
	'I see which plans I see. The policies of the plan read this table as who asks, and rest on this.';
-- no insert, update, delete: keep_plan_access below

create function private.hold(people uuid[], homes uuid[] default '{}') returns uuid[]
language plpgsql volatile security definer set search_path = ''
as $$
declare
	families uuid[];
begin
	perform from public.person p where p.id = any (people) order by p.id for no key update;
	families := array(
		select m.family_id from public.member m where m.person_id = any (people)
		union
		select t.family_id from public.team_member t where t.professional_id = any (people)
		union
		select unnest(homes)
	);
	perform from public.family f where f.id = any (families) order by f.id for no key update;
	return families;
end
$$;
comment on function private.hold(uuid[], uuid[]) is
	'Waits for whoever is changing something about these people, or about a family that is or was theirs, and keeps others waiting until the end: two changes about one person, and two about one family, come one after the other. In the one order of locks (docs/decisions/016-locks.md). Answers with the families. Granted to nobody.';

create function private.keep_plan_access() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	people uuid[] := array[to_jsonb(old) ->> tg_argv[0], to_jsonb(new) ->> tg_argv[0]];
	-- The later of two changes sees what the earlier one left. A change about a child waits for one about its parents too,
	-- because they share a home.
	families uuid[] := private.hold(people);
begin
	delete from private.plan_access a
	where a.person_id = any (people) and not exists (
		select from private.plan_seer s
		where s.person_id = a.person_id and s.family_id = a.family_id and s.side = a.side
	);
	insert into private.plan_access (person_id, family_id, side)
	select s.person_id, s.family_id, s.side from private.plan_seer s where s.person_id = any (people)
	on conflict do nothing;
	-- In the family and in its team; or in the team and once of the family, or of another home of one of its children
	-- (a parent stays one where a child of theirs is grown): whoever has left knows the family from the other side, and
	-- it may have moved away from them.
	if exists (
		select from private.plan_seer s join private.plan_access a using (person_id, family_id)
		where s.person_id = any (people) and s.side <> a.side
	) or exists (
		select from private.plan_access a
		join public.member mine on mine.person_id = a.person_id
		left join public.member home on home.family_id = mine.family_id and home.role = 'child'
		left join public.member theirs on theirs.person_id = home.person_id and theirs.family_id = a.family_id
			and (mine.role = 'parent' or theirs.role = 'child')
		where a.side = 'team' and a.family_id = any (families)
			and (mine.family_id = a.family_id or theirs.id is not null)
	) then
		perform private.refuse('one_side_of_the_table', 'is or was of the family, or of another home of its children, and in its team');
	end if;
	return null;
end
$$;
comment on function private.keep_plan_access() is
	'Keeps plan_access in step with plan_seer, within the statement that changes who sees a plan, and refuses what would put somebody on both sides of the table. Its argument is the column that names the person.';
-- By its name PostgreSQL fires it before every other trigger of these tables: what else follows from a place that begins
-- or ends is found when whoever was before has gone on.
create trigger at_first_keep_plan_access after insert or delete or update of family_id, person_id, role, left_at on public.member
	for each row execute function private.keep_plan_access('person_id');
create trigger at_first_keep_plan_access after insert or delete or update of family_id, professional_id, job_id, left_at on public.team_member
	for each row execute function private.keep_plan_access('professional_id');

-- Leaving the job ends the places in teams, which come here too. This one is for the place somebody is given in the
-- same moment: the later of the two waits for the other, and the place counts for nothing.
create trigger at_first_keep_plan_access after update of left_at on public.job
	for each row execute function private.keep_plan_access('person_id');

create function private.my_plans() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(select a.family_id from private.plan_access a where a.person_id = private.uid());
end
$$;
comment on function private.my_plans() is
	'Families whose plan I see, for functions that are past row security. Policies read plan_access, which costs half.';

-- What a team sees of a date of birth, and the family with it: PostgREST gives it as a column of member.
create function public.stage(who public.member) returns public.life_stage
language plpgsql stable security definer set search_path = ''
as $$
begin
	-- Nothing of the row is believed but its id: anybody can write a row.
	return (
		select private.stage_of(m) from public.member m
		join private.plan_access a on a.family_id = m.family_id and a.person_id = private.uid()
		where m.id = who.id
	);
end
$$;
comment on function public.stage(public.member) is
	'The stage of life of a member, today, for whoever sees who belongs to the family: a child, a young person or an adult, and no date.';
grant execute on function public.stage(public.member) to authenticated;
