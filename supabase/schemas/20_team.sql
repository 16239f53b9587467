-- Team: the professionals around a family, and the coordinator the family itself picks (F4, F5).

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

create type public.choice_answer as enum ('accepted', 'declined');
comment on type public.choice_answer is 'What a professional answers a family that asks.';

create table public.coordinator_choice (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	professional_id uuid not null references public.professional on delete cascade,
	chosen_by uuid not null references public.person,
	chosen_at timestamptz not null default now(),
	answer public.choice_answer,
	answered_at timestamptz,
	ended_at timestamptz,
	constraint answer_has_its_time check ((answer is null) = (answered_at is null))
);
comment on table public.coordinator_choice is 'Whom the family asked to be its coordinator, the answer, and until when: the history too.';
comment on column public.coordinator_choice.ended_at is 'Taken back before the answer, or no longer coordinator. No reason is asked for.';
-- Never two coordinators at once, and never two open questions, also when two parents press at the same moment.
create unique index one_coordinator_per_family on public.coordinator_choice (family_id)
	where answer = 'accepted' and ended_at is null;
create unique index one_open_question_per_family on public.coordinator_choice (family_id)
	where answer is null and ended_at is null;
create index on public.coordinator_choice (family_id);
create index on public.coordinator_choice (professional_id);
create index on public.coordinator_choice (chosen_by);

create table public.coordinator_message (
	choice_id uuid primary key references public.coordinator_choice on delete cascade,
	family_id uuid not null references public.family on delete cascade,
	professional_id uuid not null references public.professional on delete cascade,
	words text not null,
	constraint message_has_words check (length(btrim(words)) between 1 and 1000)
);
comment on table public.coordinator_message is
	'What the professional says to the family with a yes or a no. A table of its own: the team and the project lead see who is coordinator, not these words.';
comment on column public.coordinator_message.family_id is 'Copied from the choice, so that row security needs no join.';
comment on column public.coordinator_message.professional_id is 'Copied from the choice, so that row security needs no join.';
create index on public.coordinator_message (family_id);
create index on public.coordinator_message (professional_id);

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

-- Who sees a plan: its family, and the team. Every look at a plan asks, so the answer is kept ready in a small table;
-- docs/decisions/003-row-security.md has the measurements.

create view private.plan_seer with (security_invoker = true) as
	select m.person_id, m.family_id from public.member m where m.left_at is null
	union
	select t.professional_id, t.family_id
	from public.team_member t join public.professional p on p.person_id = t.professional_id
	where t.left_at is null and p.left_at is null;
comment on view private.plan_seer is
	'Who sees whose plan: who belongs to the family, and who is in its team and still works here. The definition of plan_access.';

-- No foreign keys: nothing but the triggers below writes here, and they follow rows that have them.
create table private.plan_access (
	person_id uuid not null,
	family_id uuid not null,
	primary key (person_id, family_id)
);
comment on table private.plan_access is 'The rows of plan_seer, kept in step with it by triggers, so that policies find them by one index.';
comment on column private.plan_access.person_id is 'Who sees the plan.';
comment on column private.plan_access.family_id is 'Whose plan it is.';

alter table private.plan_access enable row level security;
alter table private.plan_access force row level security;
grant select on private.plan_access to authenticated;
create policy select_own on private.plan_access for select to authenticated using (person_id = (select private.uid()));
comment on policy select_own on private.plan_access is
	'I see which plans I see. The policies of the plan read this table as who asks, and rest on this.';
-- no insert, update, delete: keep_plan_access below

create function private.keep_plan_access() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	people uuid[] := array[to_jsonb(old) ->> tg_argv[0], to_jsonb(new) ->> tg_argv[0]];
begin
	-- Two changes about one person wait for each other here: the later one sees what the earlier one left.
	perform from public.person p where p.id = any (people) order by p.id for no key update;
	delete from private.plan_access a
	where a.person_id = any (people) and not exists (
		select from private.plan_seer s where s.person_id = a.person_id and s.family_id = a.family_id
	);
	insert into private.plan_access (person_id, family_id)
	select s.person_id, s.family_id from private.plan_seer s where s.person_id = any (people)
	on conflict do nothing;
	return null;
end
$$;
comment on function private.keep_plan_access() is
	'Keeps plan_access in step with plan_seer, within the statement that changes who sees a plan. Its argument is the column that names the person.';
create trigger keep_plan_access after insert or delete or update of family_id, person_id, left_at on public.member
	for each row execute function private.keep_plan_access('person_id');
create trigger keep_plan_access after insert or delete or update of family_id, professional_id, left_at on public.team_member
	for each row execute function private.keep_plan_access('professional_id');
-- Leaving the job ends the places in teams, which come here too. This one is for the place somebody is given in the
-- same moment: it waits for the leaving and then counts for nothing.
create trigger keep_plan_access after update of left_at on public.professional
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

create function private.my_coordinated_families() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select c.family_id from public.coordinator_choice c
		where c.professional_id = private.uid() and c.answer = 'accepted' and c.ended_at is null
			and c.family_id = any ((select private.my_team_families())::uuid[])
	);
end
$$;
comment on function private.my_coordinated_families() is 'Families whose chosen coordinator I am now.';
grant execute on function private.my_coordinated_families() to authenticated;

create function private.my_left_families() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select m.family_id from public.member m where m.person_id = private.uid() and m.left_at is not null
		union
		select t.family_id from public.team_member t join public.professional p on p.person_id = t.professional_id
		where t.professional_id = private.uid() and (t.left_at is not null or p.left_at is not null)
		except
		select unnest(private.my_plans())
	);
end
$$;
comment on function private.my_left_families() is 'Families I belonged to, or worked with, and no longer do.';
grant execute on function private.my_left_families() to authenticated;

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

-- Choosing. One verb for one decision; the family's answer to "who?" is never half done.
create function public.choose_coordinator(id uuid, family uuid, professional uuid, stop_current boolean default false)
returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	if not (family = any (private.my_households())) then
		raise exception 'only a parent of the family chooses' using errcode = '42501';
	end if;
	if not exists (
		select from public.team_member t join public.professional p on p.person_id = t.professional_id
		where t.family_id = family and t.professional_id = professional and t.left_at is null and p.left_at is null
	) then
		raise exception 'not in the team' using errcode = '42501';
	end if;
	-- The same press delivered twice is one choice.
	if exists (
		select from public.coordinator_choice c where c.id = choose_coordinator.id and c.chosen_by = private.uid()
	) then
		return;
	end if;
	insert into public.coordinator_choice (id, family_id, professional_id, chosen_by)
	values (choose_coordinator.id, family, professional, private.uid());
	if stop_current then
		update public.coordinator_choice c set ended_at = now()
		where c.family_id = family and c.answer = 'accepted' and c.ended_at is null;
	end if;
end
$$;
comment on function public.choose_coordinator(uuid, uuid, uuid, boolean) is
	'A parent asks someone from the team to be coordinator. The present one goes on until the new one says yes, unless stop_current. Unique violation when a question is open already.';
grant execute on function public.choose_coordinator(uuid, uuid, uuid, boolean) to authenticated;

create function public.end_coordinator_choice(choice uuid, only_question boolean default false) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	-- A yes that arrives while a parent takes the question back is not undone by it.
	update public.coordinator_choice c set ended_at = now()
	where c.id = choice and c.ended_at is null and c.answer is distinct from 'declined'
		and (c.answer is null or not only_question)
		and c.family_id = any (private.my_households());
	if not found then
		raise exception 'not yours to end' using errcode = '42501';
	end if;
end
$$;
comment on function public.end_coordinator_choice(uuid, boolean) is
	'A parent takes a question back (only_question: unless it is answered), or ends the coordinator''s role. No reason is asked for.';
grant execute on function public.end_coordinator_choice(uuid, boolean) to authenticated;

create function public.answer_coordinator_choice(choice uuid, accept boolean, message text default null) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	asked public.coordinator_choice;
begin
	select * into asked from public.coordinator_choice c
	where c.id = choice and c.professional_id = private.uid() and c.answer is null and c.ended_at is null
		and c.family_id = any (private.my_team_families())
	for update;
	if not found then
		raise exception 'no open question to you' using errcode = '42501';
	end if;
	if accept then
		update public.coordinator_choice c set ended_at = now()
		where c.family_id = asked.family_id and c.answer = 'accepted' and c.ended_at is null;
	end if;
	update public.coordinator_choice c
	set answer = case when accept then 'accepted' else 'declined' end::public.choice_answer,
		answered_at = now()
	where c.id = choice;
	if length(btrim(message)) > 0 then
		insert into public.coordinator_message (choice_id, family_id, professional_id, words)
		values (choice, asked.family_id, asked.professional_id, btrim(message));
	end if;
end
$$;
comment on function public.answer_coordinator_choice(uuid, boolean, text) is
	'The professional says yes or no, with a message. A yes ends the former coordinator in the same transaction.';
grant execute on function public.answer_coordinator_choice(uuid, boolean, text) to authenticated;

create function private.end_choice_on_leaving() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.coordinator_choice c set ended_at = now()
	where c.family_id = new.family_id and c.professional_id = new.professional_id
		and c.ended_at is null and c.answer is distinct from 'declined';
	return null;
end
$$;
comment on function private.end_choice_on_leaving() is
	'Who leaves the team is no longer coordinator, and no longer asked: the family is free to ask somebody else.';
create trigger end_choice_on_leaving after update of left_at on public.team_member
	for each row when (old.left_at is null and new.left_at is not null)
	execute function private.end_choice_on_leaving();

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

-- Row security: what teams, colleagues and project leads see of families and people.

create policy select_workplace on public.municipality for select to authenticated
	using (id = any ((select private.my_workplaces())::uuid[]));
comment on policy select_workplace on public.municipality is 'Professionals see where they work.';

create policy select_team on public.family for select to authenticated
	using (id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.family is 'Professionals see the families in whose team they are.';
create policy select_lead on public.family for select to authenticated
	using (municipality_id = any ((select private.my_led_municipalities())::uuid[]));
comment on policy select_lead on public.family is 'The project lead sees which families take part, not who they are.';

create policy select_team on public.member for select to authenticated
	using (family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.member is 'The team knows who belongs to the family.';

create policy select_team_people on public.person for select to authenticated
	using (id = any ((select private.my_team_people())::uuid[]));
comment on policy select_team_people on public.person is 'The team knows the names of the family.';
create policy select_team_professionals on public.person for select to authenticated
	using (id = any ((select private.my_team_professionals())::uuid[]));
comment on policy select_team_professionals on public.person is 'The family and the team know who is or was in the team.';
create policy select_colleagues on public.person for select to authenticated
	using (id = any ((select private.my_colleagues())::uuid[]));
comment on policy select_colleagues on public.person is 'Professionals of a municipality know each other''s names.';

alter table public.professional enable row level security;
alter table public.professional force row level security;
grant select, update (profession, helps_with) on public.professional to authenticated;
create policy select_team on public.professional for select to authenticated
	using (person_id = any ((select private.my_team_professionals())::uuid[]));
comment on policy select_team on public.professional is 'The family and the team see the profiles of the team.';
create policy select_colleagues on public.professional for select to authenticated
	using (municipality_id = any ((select private.my_workplaces())::uuid[]));
comment on policy select_colleagues on public.professional is 'Colleagues see each other''s profiles.';
create policy update_own on public.professional for update to authenticated
	using (person_id = (select private.uid()) and left_at is null)
	with check (person_id = (select private.uid()) and left_at is null);
comment on policy update_own on public.professional is 'I write my own profile while I work here.';
-- no insert: by accepting an invitation; no delete: left_at ends it

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
create policy insert_coordinator on public.team_member for insert to authenticated
	with check (
		family_id = any ((select private.my_coordinated_families())::uuid[])
		and professional_id = any ((select private.my_colleagues())::uuid[])
	);
comment on policy insert_coordinator on public.team_member is 'The coordinator the family chose shapes the team with it.';
create policy update_lead on public.team_member for update to authenticated
	using (family_id = any ((select private.my_led_families())::uuid[]) and left_at is null)
	with check (family_id = any ((select private.my_led_families())::uuid[]) and left_at is not null);
comment on policy update_lead on public.team_member is 'The project lead takes someone out of a team; nobody is put back by editing history.';
-- no delete: who was around the family stays in its history

alter table public.coordinator_choice enable row level security;
alter table public.coordinator_choice force row level security;
grant select on public.coordinator_choice to authenticated;
create policy select_family on public.coordinator_choice for select to authenticated
	using (family_id = any ((select private.my_families())::uuid[]));
comment on policy select_family on public.coordinator_choice is 'The family sees whom it asked, the answers and the history.';
create policy select_asked on public.coordinator_choice for select to authenticated
	using (professional_id = (select private.uid()) and family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_asked on public.coordinator_choice is 'Who is asked sees the question, while in the team.';
create policy select_team on public.coordinator_choice for select to authenticated
	using (answer = 'accepted' and family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.coordinator_choice is 'The team sees who is coordinator; a no stays between the family and who said it.';
create policy select_lead on public.coordinator_choice for select to authenticated
	using (answer = 'accepted' and family_id = any ((select private.my_led_families())::uuid[]));
comment on policy select_lead on public.coordinator_choice is 'The project lead sees who is coordinator.';
-- no insert, update, delete: choose_coordinator, end_coordinator_choice, answer_coordinator_choice above

alter table public.coordinator_message enable row level security;
alter table public.coordinator_message force row level security;
grant select on public.coordinator_message to authenticated;
create policy select_family on public.coordinator_message for select to authenticated
	using (family_id = any ((select private.my_families())::uuid[]));
comment on policy select_family on public.coordinator_message is 'The words are for the family.';
create policy select_own on public.coordinator_message for select to authenticated
	using (professional_id = (select private.uid()) and family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_own on public.coordinator_message is 'Who wrote them sees them, while in the team.';
-- no insert, update, delete: written by answer_coordinator_choice
