-- Answers begun and not yet given (S1). Readable by no one but the person.

create table public.rating_draft (
	person_id uuid not null references public.person on delete cascade,
	topic public.rating_topic not null,
	scale_id uuid,
	answers smallint[] not null,
	changed_at timestamptz not null default now(),
	constraint one_draft_of_each unique nulls not distinct (person_id, topic, scale_id),
	constraint draft_on_own_scale foreign key (scale_id, person_id)
		references public.scale (id, person_id) on delete cascade,
	constraint draft_answers_fit_topic check (
		array_ndims(answers) = 1
		and case topic
			when 'who5' then cardinality(answers) <= 5 and 0 <= all (answers) and 5 >= all (answers)
			when 'ladder' then cardinality(answers) <= 2 and 0 <= all (answers) and 10 >= all (answers)
			when 'scale' then cardinality(answers) <= 1 and 0 <= all (answers) and 10 >= all (answers)
			when 'smiley' then cardinality(answers) <= 1 and 1 <= all (answers) and 5 >= all (answers)
		end
	),
	constraint own_scale_only_for_topic_scale check ((topic = 'scale') = (scale_id is not null))
);
comment on table public.rating_draft is 'Answers not finished yet. Readable by no one but the person (S1).';
comment on column public.rating_draft.scale_id is 'Each own scale has a draft of its own, so that an answer never lands on another scale.';
comment on column public.rating_draft.answers is 'As in rating; null where nothing is answered yet.';
create index on public.rating_draft (scale_id, person_id);
create trigger stays before update on public.rating_draft
	for each row execute function private.stays('topic', 'scale_id');

create function private.stamp_draft() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	new.changed_at := now();
	return new;
end
$$;
comment on function private.stamp_draft() is 'When a draft was last changed is a fact.';
create trigger begins_now before insert on public.rating_draft
	for each row execute function private.begins_now('changed_at');
create trigger stamp_draft before update on public.rating_draft
	for each row execute function private.stamp_draft();
create function private.check_draft() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if not private.offered_at(new.topic, private.age_of(new.person_id)) then
		perform private.refuse('draft_for_this_age', 'not what somebody of this age is asked with');
	end if;
	return null;
end
$$;
comment on function private.check_draft() is 'Nobody begins to answer what their age is not asked.';
create trigger check_draft after insert on public.rating_draft for each row execute function private.check_draft();

-- Row security

alter table public.rating_draft enable row level security;
alter table public.rating_draft force row level security;
grant select, insert (person_id, topic, scale_id, answers), update (person_id, topic, scale_id, answers), delete
	on public.rating_draft to authenticated;
create policy select_own on public.rating_draft for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.rating_draft is 'My drafts are mine.';
create policy insert_own on public.rating_draft for insert to authenticated
	with check (person_id = (select private.uid()));
comment on policy insert_own on public.rating_draft is 'I begin an answer.';
create policy update_own on public.rating_draft for update to authenticated
	using (person_id = (select private.uid())) with check (person_id = (select private.uid()));
comment on policy update_own on public.rating_draft is 'I go on with it.';
create policy delete_own on public.rating_draft for delete to authenticated
	using (person_id = (select private.uid()));
comment on policy delete_own on public.rating_draft is 'I drop it, or it became an answer.';

create function public.keep_draft_answer(
	topic public.rating_topic, question integer, answer integer, scale uuid default null
) returns smallint[]
language plpgsql volatile security invoker set search_path = ''
as $$
#variable_conflict use_column
declare
	answers smallint[] := array_fill(null::smallint, array[
		case keep_draft_answer.topic when 'who5' then 5 when 'ladder' then 2 else 1 end
	]);
	-- A question there is not makes the draft too long (draft_answers_fit_topic).
	place constant integer := least(greatest(question, 0), 6);
begin
	answers[place] := answer;
	insert into public.rating_draft as d (person_id, topic, scale_id, answers)
	values (private.uid(), keep_draft_answer.topic, scale, answers)
	on conflict (person_id, topic, scale_id) do update set answers[place] = excluded.answers[place]
	returning d.answers into answers;
	return answers;
end
$$;
comment on function public.keep_draft_answer(public.rating_topic, integer, integer, uuid) is
	'Keeps one answer of my draft, null: leaves it out, and returns the draft as it is now. In one statement, so that quick fingers lose none: two answers on their way at once are both kept. Row security applies.';
grant execute on function public.keep_draft_answer(public.rating_topic, integer, integer, uuid) to authenticated;
