-- The coordinator, whom the family itself picks from its team (F5).

create type public.choice_answer as enum ('accepted', 'declined');
comment on type public.choice_answer is 'What a professional answers a family that asks.';

create table public.coordinator_choice (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	professional_id uuid not null references public.person on delete cascade,
	job_id uuid not null,
	profession text not null,
	place text not null,
	chosen_by uuid references public.person on delete set null,
	chosen_at timestamptz not null default now(),
	answer public.choice_answer,
	answered_at timestamptz,
	ended_at timestamptz,
	constraint choice_of_a_job foreign key (job_id, professional_id) references public.job (id, person_id) on delete cascade,
	constraint choice_between_two unique (id, family_id, professional_id),
	constraint nobody_chooses_themselves check (chosen_by <> professional_id),
	constraint answer_has_its_time check ((answer is null) = (answered_at is null))
);
comment on table public.coordinator_choice is 'Whom the family asked to be its coordinator, the answer, and until when: the history too.';
comment on column public.coordinator_choice.job_id is 'As what they were in the team when they were asked.';
comment on column public.coordinator_choice.profession is 'The profession then, in plain words: whom the family chose.';
comment on column public.coordinator_choice.place is 'The name of the organisation then.';
comment on column public.coordinator_choice.ended_at is 'Taken back before the answer, or no longer coordinator. No reason is asked for.';
-- Never two coordinators at once, and never two open questions, also when two parents press at the same moment.
create unique index one_coordinator_per_family on public.coordinator_choice (family_id)
	where answer = 'accepted' and ended_at is null;
create unique index one_open_question_per_family on public.coordinator_choice (family_id)
	where answer is null and ended_at is null;
create index on public.coordinator_choice (family_id);
create index on public.coordinator_choice (professional_id);
create index on public.coordinator_choice (job_id, professional_id);
create index on public.coordinator_choice (chosen_by);

create table public.coordinator_message (
	choice_id uuid primary key references public.coordinator_choice on delete cascade,
	family_id uuid not null,
	professional_id uuid not null,
	words text not null,
	constraint message_belongs_to_its_choice foreign key (choice_id, family_id, professional_id)
		references public.coordinator_choice (id, family_id, professional_id) on delete cascade,
	constraint message_has_words check (length(btrim(words)) between 1 and 1000)
);
comment on table public.coordinator_message is
	'What the professional says to the family with a yes or a no. A table of its own: the team and the project lead see who is coordinator, not these words.';
comment on column public.coordinator_message.family_id is 'Copied from the choice, so that row security needs no join.';
comment on column public.coordinator_message.professional_id is 'Copied from the choice, so that row security needs no join.';
create index on public.coordinator_message (choice_id, family_id, professional_id);
create index on public.coordinator_message (family_id);
create index on public.coordinator_message (professional_id);

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

create trigger stamp_as_what before insert on public.coordinator_choice
	for each row execute function private.stamp_as_what();
create trigger stays before update on public.coordinator_choice for each row
	execute function private.stays(
		'id', 'family_id', 'professional_id', 'job_id', 'profession', 'place', 'chosen_by', 'chosen_at'
	);

create function public.coordinators(families uuid[]) returns table (family_id uuid, professional_id uuid, since timestamptz)
language sql stable set search_path = ''
as $$
	with recursive term as (
		select c.family_id, c.professional_id, c.answered_at as since from public.coordinator_choice c
		where c.family_id = any (families) and c.answer = 'accepted' and c.ended_at is null
		union
		-- Who says yes anew goes on from the moment the former yes ends: both are one transaction.
		select c.family_id, c.professional_id, c.answered_at from term t
		join public.coordinator_choice c on c.family_id = t.family_id and c.professional_id = t.professional_id
			and c.answer = 'accepted' and c.ended_at = t.since
	)
	select t.family_id, t.professional_id, min(t.since) from term t group by 1, 2 order by 1 limit 1000
$$;
comment on function public.coordinators(uuid[]) is
	'Who coordinates each of these families, one of each, and since when without a break. Asks as who asks: row security decides.';
grant execute on function public.coordinators(uuid[]) to authenticated;

-- Row security

create policy insert_coordinator on public.team_member for insert to authenticated
	with check (
		family_id = any ((select private.my_coordinated_families())::uuid[])
		and job_id = any ((select private.my_colleague_jobs())::uuid[])
		and private.works_where_it_lives(job_id, family_id)
	);
comment on policy insert_coordinator on public.team_member is 'The coordinator the family chose shapes the team with it, of colleagues in the family''s municipality.';

create function private.check_shapes_the_team() returns trigger
language plpgsql set search_path = ''
as $$
declare
	mine uuid[];
begin
	if current_user <> 'authenticated' then return null; end if;
	mine := private.my_led_families();
	if tg_op = 'INSERT' then mine := mine || private.my_coordinated_families(); end if;
	if (new.family_id = any (mine)) is not true then
		raise exception 'no team of yours to shape' using errcode = '42501';
	end if;
	return null;
end
$$;
comment on function private.check_shapes_the_team() is
	'What insert_lead, update_lead and insert_coordinator say, once more: keep_plan_access has waited in between for whoever was ending that right. Asks as whoever writes; what our functions and other changes bring about has been asked there.';
-- By its name after keep_plan_access.
create trigger shapes_the_team after insert or update on public.team_member
	for each row execute function private.check_shapes_the_team();

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
-- no insert, update, delete: choose_coordinator, end_coordinator_choice, answer_coordinator_choice (21_team_coordinator_choosing.sql)

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
