-- Choosing a coordinator, ending that and answering: one verb for one decision; the family's answer to "who?" is never half done.

create function public.choose_coordinator(
	id uuid, family uuid, professional uuid, stop_current boolean default false, as_what text default null,
	drawn_coordinator uuid default null, drawn_place uuid default null
) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	job uuid;
	what text;
	place uuid;
	present uuid;
	is_over boolean;
	asked_at timestamptz;
begin
	-- Whoever is leaving at this moment is waited for, and then is not in the team; who leaves a moment later ends the
	-- question too.
	perform from public.person p where p.id in (private.uid(), professional) order by p.id for key share;
	perform from public.family f where f.id = family for no key update;
	if (family = any (private.my_households())) is not true then
		raise exception 'only a parent of the family chooses' using errcode = '42501';
	end if;
	perform private.check_an_adult_decides(family);
	select t.job_id, j.profession, t.id into job, what, place
	from public.team_member t join public.job j on j.id = t.job_id
	where t.family_id = family and t.professional_id = professional and t.left_at is null and j.left_at is null;
	if not found then
		raise exception 'not in the team' using errcode = '42501';
	end if;
	-- The same press delivered twice is one choice; the id of another one is refused by the insert.
	select c.ended_at is not null or c.answer is not distinct from 'declined', c.chosen_at into is_over, asked_at
	from public.coordinator_choice c
	where c.id = choose_coordinator.id and c.chosen_by = private.uid()
		and c.family_id = family and c.professional_id = professional;
	if is_over then
		perform private.refuse('over_since', 'taken back, declined or ended since');
	elsif found and not exists (
		select from public.coordinator_choice c
		where c.family_id = family and c.id <> choose_coordinator.id and c.answer = 'accepted' and case
			when stop_current then c.ended_at is null
			-- Stopped by this press, when it was another.
			else c.ended_at = asked_at
		end
	) then
		return;
	end if;
	select c.professional_id into present from public.coordinator_choice c
	where c.family_id = family and c.answer = 'accepted' and c.ended_at is null;
	-- Somebody who decides about us by now is another one to ask, and so is who is in the team by another job, called the
	-- same; and nobody is stopped whom the page did not name.
	if drawn_place is not null and (
		place <> drawn_place or what is distinct from as_what or present is distinct from drawn_coordinator
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
comment on function public.choose_coordinator(uuid, uuid, uuid, boolean, text, uuid, uuid) is
	'A parent asks someone from the team to be coordinator, as what they were shown (as_what, by the place in the team drawn_place), beside the coordinator they were shown (drawn_coordinator). That one goes on until the new one says yes, unless stop_current. Unique violation when a question is open already.';
grant execute on function public.choose_coordinator(uuid, uuid, uuid, boolean, text, uuid, uuid) to authenticated;

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
