-- Answers begun and not yet given (S1). Readable by no one but the person.

create table public.rating_draft (
	person_id uuid not null references public.person on delete cascade,
	topic public.rating_topic not null,
	scale_id uuid,
	answers smallint[] not null,
	changed_at timestamptz not null default now(),
	answered_at timestamptz[] not null default '{}',
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
comment on column public.rating_draft.answered_at is
	'When each of them was answered by the page it was answered on; null where that is not known. What arrives late takes the place of nothing newer.';
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

-- What was on its way while its draft came to an end begins no new one.
create table private.rating_draft_end (
	person_id uuid not null references public.person on delete cascade,
	topic public.rating_topic not null,
	scale_id uuid,
	ended_at timestamptz not null,
	constraint one_end_of_each unique nulls not distinct (person_id, topic, scale_id),
	constraint end_on_own_scale foreign key (scale_id, person_id)
		references public.scale (id, person_id) on delete cascade
);
comment on table private.rating_draft_end is
	'When the last draft of each instrument became an answer, or was thrown away. Read by the triggers of rating_draft alone.';
comment on column private.rating_draft_end.scale_id is 'As in rating_draft.';
create index on private.rating_draft_end (scale_id, person_id);

create function private.hold_drafts(person uuid) returns void
language sql set search_path = ''
begin atomic
	select pg_advisory_xact_lock(hashtextextended('rating_draft' || person, 0));
end;
comment on function private.hold_drafts(uuid) is
	'One after the other: an answer that arrives in the moment its draft ends waits to see that end. Taken before the draft.';

create function private.date_answers() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if tg_op = 'INSERT' then
		perform private.hold_drafts(new.person_id);
		if (select max(answered_at) from unnest(new.answered_at) answered_at) <= (
			select e.ended_at from private.rating_draft_end e
			where e.person_id = new.person_id and e.topic = new.topic and e.scale_id is not distinct from new.scale_id
		) then
			return null;
		end if;
	end if;
	-- A clock may run ahead.
	new.answered_at := array(
		select case when new.answered_at[place] is not null then least(new.answered_at[place], clock_timestamp()) end
		from generate_subscripts(new.answers, 1) place order by place
	);
	return new;
end
$$;
comment on function private.date_answers() is
	'Nothing was answered in the future, and what was answered before the last draft came to an end belongs to that one.';
create trigger date_answers before insert or update on public.rating_draft
	for each row execute function private.date_answers();

create function private.end_draft(whose uuid, about public.rating_topic, scale uuid, ended timestamptz default null)
returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
	was_begun boolean;
begin
	perform private.hold_drafts(whose);
	ended := coalesce(ended, clock_timestamp());
	insert into private.rating_draft_end as e (person_id, topic, scale_id, ended_at)
	values (whose, about, scale, ended)
	on conflict (person_id, topic, scale_id) do update set ended_at = greatest(e.ended_at, excluded.ended_at);
	update public.rating_draft d set answers = array(
		select case when coalesce(d.answered_at[place], d.changed_at) > ended then d.answers[place] end
		from generate_subscripts(d.answers, 1) place order by place
	)
	where d.person_id = whose and d.topic = about and d.scale_id is not distinct from scale;
	was_begun := found;
	delete from public.rating_draft d
	where d.person_id = whose and d.topic = about and d.scale_id is not distinct from scale
		and array_remove(d.answers, null) = '{}';
	return was_begun;
end
$$;
comment on function private.end_draft(uuid, public.rating_topic, uuid, timestamptz) is
	'A draft is over at a moment, null: now. What was begun since stays. Says whether there was one.';

create function private.ends_draft() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- What waited on a phone is dated by a clock that is believed though it is wrong by a minute (onOurClock in outbox.ts).
	perform private.end_draft(
		new.person_id, new.topic, new.scale_id, least(new.rated_at + interval '1 minute', new.received_at)
	);
	return null;
end
$$;
comment on function private.ends_draft() is 'What was begun became an answer.';
create trigger ends_draft after insert on public.rating for each row execute function private.ends_draft();

-- Row security

alter table private.rating_draft_end enable row level security;
alter table private.rating_draft_end force row level security;
-- nobody selects, inserts, updates, deletes: the triggers above only

alter table public.rating_draft enable row level security;
alter table public.rating_draft force row level security;
grant select, insert (person_id, topic, scale_id, answers, answered_at),
	update (person_id, topic, scale_id, answers, answered_at) on public.rating_draft to authenticated;
create policy select_own on public.rating_draft for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.rating_draft is 'My drafts are mine.';
create policy insert_own on public.rating_draft for insert to authenticated
	with check (person_id = (select private.uid()));
comment on policy insert_own on public.rating_draft is 'I begin an answer.';
create policy update_own on public.rating_draft for update to authenticated
	using (person_id = (select private.uid())) with check (person_id = (select private.uid()));
comment on policy update_own on public.rating_draft is 'I go on with it.';
-- nobody deletes: drop_draft, or an answer given

create function public.keep_draft_answer(
	topic public.rating_topic, question integer, answer integer, scale uuid default null,
	answered timestamptz default null
) returns smallint[]
language plpgsql volatile security invoker set search_path = ''
as $$
#variable_conflict use_column
declare
	answers smallint[] := array_fill(null::smallint, array[
		case keep_draft_answer.topic when 'who5' then 5 when 'ladder' then 2 else 1 end
	]);
	answered_at timestamptz[];
	-- A question there is not makes the draft too long (draft_answers_fit_topic).
	place constant integer := least(greatest(question, 0), 6);
begin
	answers[place] := answer;
	-- Not said when, it is now (date_answers).
	answered_at[place] := coalesce(answered, 'infinity');
	insert into public.rating_draft as d (person_id, topic, scale_id, answers, answered_at)
	values (private.uid(), keep_draft_answer.topic, scale, answers, answered_at)
	on conflict (person_id, topic, scale_id) do update set
		answers[place] = excluded.answers[place], answered_at[place] = excluded.answered_at[place]
	where coalesce(d.answered_at[place] <= excluded.answered_at[place], true);
	return coalesce(
		(select d.answers from public.rating_draft d
		where d.person_id = private.uid() and d.topic = keep_draft_answer.topic
			and d.scale_id is not distinct from scale),
		array_fill(null::smallint, array[array_length(answers, 1)])
	);
end
$$;
comment on function public.keep_draft_answer(public.rating_topic, integer, integer, uuid, timestamptz) is
	'Keeps one answer of my draft, null: leaves it out, and returns the draft as it is now. In one statement, so that quick fingers lose none: two answers on their way at once are both kept. What was answered before the same question was answered anew, or before the draft came to an end, changes nothing. Row security applies.';
grant execute on function public.keep_draft_answer(public.rating_topic, integer, integer, uuid, timestamptz)
	to authenticated;

create function public.drop_draft(topic public.rating_topic, scale uuid default null) returns boolean
language sql volatile security definer set search_path = ''
begin atomic
	select private.end_draft((select private.uid()), topic, scale);
end;
comment on function public.drop_draft(public.rating_topic, uuid) is
	'Throws away what I have begun to answer, what is on its way too. Says whether anything of it was here.';
grant execute on function public.drop_draft(public.rating_topic, uuid) to authenticated;
