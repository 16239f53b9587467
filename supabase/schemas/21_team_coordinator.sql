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

-- One verb for one decision; the family's answer to "who?" is never half done.
create function public.choose_coordinator(
	id uuid, family uuid, professional uuid, stop_current boolean default false, as_what text default null,
	drawn_coordinator uuid default null
) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	job uuid;
	what text;
	present uuid;
	is_over boolean;
begin
	-- Whoever is leaving at this moment is waited for, and then is not in the team; who leaves a moment later ends the
	-- question too.
	perform from public.person p where p.id in (private.uid(), professional) order by p.id for key share;
	perform from public.family f where f.id = family for no key update;
	if (family = any (private.my_households())) is not true then
		raise exception 'only a parent of the family chooses' using errcode = '42501';
	end if;
	perform private.check_an_adult_decides(family);
	select t.job_id, j.profession into job, what
	from public.team_member t join public.job j on j.id = t.job_id
	where t.family_id = family and t.professional_id = professional and t.left_at is null and j.left_at is null;
	if not found then
		raise exception 'not in the team' using errcode = '42501';
	end if;
	-- The same press delivered twice is one choice; the id of another one is refused by the insert.
	select c.ended_at is not null or c.answer is not distinct from 'declined' into is_over
	from public.coordinator_choice c
	where c.id = choose_coordinator.id and c.chosen_by = private.uid()
		and c.family_id = family and c.professional_id = professional;
	if is_over then
		perform private.refuse('over_since', 'taken back, declined or ended since');
	elsif found and not (
		stop_current and exists (
			select from public.coordinator_choice c
			where c.family_id = family and c.id <> choose_coordinator.id
				and c.answer = 'accepted' and c.ended_at is null
		)
	) then
		return;
	end if;
	select c.professional_id into present from public.coordinator_choice c
	where c.family_id = family and c.answer = 'accepted' and c.ended_at is null;
	-- Somebody who decides about us by now is another one to ask; and nobody is stopped whom the page did not name.
	if as_what is not null and (
		as_what <> what or (present is not null and present is distinct from drawn_coordinator)
	) then
		perform private.refuse('changed_since', 'the team was changed after the form was drawn from it');
	end if;
	insert into public.coordinator_choice (id, family_id, professional_id, job_id, chosen_by)
	values (choose_coordinator.id, family, professional, job, private.uid());
	if stop_current then
		update public.coordinator_choice c set ended_at = now()
		where c.family_id = family and c.answer = 'accepted' and c.ended_at is null;
	end if;
end
$$;
comment on function public.choose_coordinator(uuid, uuid, uuid, boolean, text, uuid) is
	'A parent asks someone from the team to be coordinator, as what they were shown (as_what), beside the coordinator they were shown (drawn_coordinator). That one goes on until the new one says yes, unless stop_current. Unique violation when a question is open already.';
grant execute on function public.choose_coordinator(uuid, uuid, uuid, boolean, text, uuid) to authenticated;

create function public.end_coordinator_choice(choice uuid, only_question boolean default false) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	-- What is being answered, or ended by somebody who leaves, is waited for.
	perform from public.family f
	where f.id = (select c.family_id from public.coordinator_choice c where c.id = choice) for no key update;
	perform private.check_an_adult_decides(c.family_id) from public.coordinator_choice c where c.id = choice;
	-- A yes that arrives while a parent takes the question back is not undone by it.
	update public.coordinator_choice c set ended_at = now()
	where c.id = choice and c.ended_at is null and c.answer is distinct from 'declined'
		and (c.answer is null or not only_question)
		and c.family_id = any ((select private.my_households())::uuid[]);
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
	perform from public.person p where p.id = private.uid() for key share;
	perform from public.family f
	where f.id = (select c.family_id from public.coordinator_choice c where c.id = choice) for no key update;
	select * into asked from public.coordinator_choice c
	where c.id = choice and c.professional_id = private.uid() and c.answer is null and c.ended_at is null
		and c.family_id = any ((select private.my_team_families())::uuid[])
	for update;
	if not found then
		-- The same answer delivered twice is one, as long as it stands.
		if exists (
			select from public.coordinator_choice c
			left join public.coordinator_message m on m.choice_id = c.id
			where c.id = choice and c.professional_id = private.uid() and c.ended_at is null
				and c.family_id = any ((select private.my_team_families())::uuid[])
				and c.answer = case when accept then 'accepted' else 'declined' end::public.choice_answer
				and m.words is not distinct from nullif(btrim(message), '')
		) then
			return;
		end if;
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
