-- Well-being: how people say they are (W1). Nobody but the person reads these tables; what is shared is read
-- through open_shared_ratings and read_shared_ratings in 71_sharing_reading.sql, which write the access log.

create type public.rating_topic as enum ('who5', 'ladder', 'scale', 'smiley');
comment on type public.rating_topic is 'WHO-5, Cantril ladder, a scale of one''s own, smileys for the youngest.';

create type public.scale_kind as enum ('physical', 'mental');
comment on type public.scale_kind is 'What an own scale is about: the body or the mind.';

create table public.scale (
	id uuid primary key,
	person_id uuid not null references public.person on delete cascade,
	kind public.scale_kind not null,
	name text not null,
	low_words text not null,
	high_words text not null,
	created_at timestamptz not null default now(),
	retired_at timestamptz,
	constraint scale_is_of_one_person unique (id, person_id),
	constraint scale_name_has_words check (length(btrim(name)) between 1 and 80),
	constraint scale_low_has_words check (length(btrim(low_words)) between 1 and 80),
	constraint scale_high_has_words check (length(btrim(high_words)) between 1 and 80)
);
comment on table public.scale is 'A 0-10 scale of the person''s own, with own words at both ends.';
comment on column public.scale.low_words is 'What 0 means, in own words.';
comment on column public.scale.high_words is 'What 10 means, in own words.';
create index on public.scale (person_id);

create table public.rating (
	id uuid primary key,
	person_id uuid not null references public.person on delete cascade,
	topic public.rating_topic not null,
	scale_id uuid,
	answers smallint[] not null,
	score smallint not null generated always as (
		case topic
			when 'who5' then (answers[1] + answers[2] + answers[3] + answers[4] + answers[5]) * 4
			else answers[1]
		end
	) stored,
	rated_at timestamptz not null default now(),
	received_at timestamptz not null default now(),
	constraint rating_on_own_scale foreign key (scale_id, person_id)
		references public.scale (id, person_id) on delete cascade,
	constraint rating_not_in_the_future check (rated_at <= received_at + interval '5 minutes'),
	constraint rating_not_long_ago check (rated_at >= received_at - interval '30 days'),
	constraint rating_answers_fit_topic check (
		array_position(answers, null) is null
		and case topic
			when 'who5' then array_length(answers, 1) = 5 and 0 <= all (answers) and 5 >= all (answers)
			when 'ladder' then array_length(answers, 1) in (1, 2) and 0 <= all (answers) and 10 >= all (answers)
			when 'scale' then array_length(answers, 1) = 1 and 0 <= all (answers) and 10 >= all (answers)
			when 'smiley' then array_length(answers, 1) = 1 and 1 <= all (answers) and 5 >= all (answers)
		end
	),
	constraint own_scale_only_for_topic_scale check ((topic = 'scale') = (scale_id is not null))
);
comment on table public.rating is 'One self-rating. WHO-5 has a score only when all five are answered.';
comment on column public.rating.answers is
	'who5: five answers 0-5 in the order of the sheet; ladder: now, and if answered in five years, 0-10; scale: 0-10; smiley: 1-5.';
comment on column public.rating.score is 'who5: sum x 4, 0-100 (WHO 1998); otherwise the first answer.';
comment on column public.rating.rated_at is 'When the person answered, which without a network is up to 30 days before it was received.';
comment on column public.rating.received_at is 'When it reached the database.';
create index on public.rating (person_id, rated_at desc);
create index on public.rating (scale_id, person_id);

create function private.offered_at(topic public.rating_topic, age integer) returns boolean
language sql immutable
return case
	when age is null or age >= 13 then topic <> 'smiley'
	when age >= 9 then topic in ('smiley', 'who5')
	else topic = 'smiley'
end;
comment on function private.offered_at(public.rating_topic, integer) is
	'What somebody of this age is asked with, as offeredTo in src/lib/wellbeing/wellbeing.ts: WHO-5 was built for adults and is used from 9, smileys are for those under 13. An age that is not known counts as 13 or older.';

create function private.check_rating() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if exists (select from private.rating_taken_back t where t.rating_id = new.id) then
		perform private.refuse('made_already', 'taken back since');
	end if;
	-- Five minutes of clock error are allowed here too.
	if exists (
		select from public.person p where p.id = new.person_id and new.rated_at < p.created_at - interval '5 minutes'
	) then
		perform private.refuse('rating_not_before_the_person', 'answered before the person was here');
	end if;
	-- On the day of the answer: one given the day before a birthday may arrive after it.
	if not private.offered_at(new.topic, (
		select private.age_on(b.born_on, private.danish_day(new.rated_at)) from public.birth b where b.person_id = new.person_id
	)) then
		perform private.refuse('rating_for_this_age', 'not what somebody of this age is asked with');
	end if;
	return new;
end
$$;
comment on function private.check_rating() is 'Nobody answered before they were here, nor what their age is not asked, and what was taken back does not come back.';
create trigger check_rating after insert on public.rating for each row execute function private.check_rating();
create trigger stays before update on public.rating for each row
	execute function private.stays('id', 'person_id', 'topic', 'scale_id', 'answers', 'rated_at', 'received_at');

-- A delivery that was lost on its way, or a second one, may arrive after its answer was taken back.
create table private.rating_taken_back (
	rating_id uuid primary key,
	person_id uuid not null references public.person on delete cascade
);
comment on table private.rating_taken_back is
	'Answers taken back: nothing of them but that they were, so that they do not come back. Read by the triggers of rating alone.';
comment on column private.rating_taken_back.rating_id is 'The id of the answer that was; its command carries it.';
create index on private.rating_taken_back (person_id);

create function private.remember_taken_back() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Whoever is erased takes this along.
	insert into private.rating_taken_back (rating_id, person_id)
	select old.id, p.id from public.person p where p.id = old.person_id;
	return null;
end
$$;
comment on function private.remember_taken_back() is 'An answer taken back stays so.';
create trigger remember_taken_back after delete on public.rating
	for each row execute function private.remember_taken_back();

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
create trigger stamps before update on public.scale for each row execute function private.stamps('retired_at');
create trigger stays before update on public.scale for each row
	execute function private.stays('id', 'person_id', 'kind', 'name', 'low_words', 'high_words', 'created_at');

-- Row security

alter table public.scale enable row level security;
alter table public.scale force row level security;
grant select, insert (id, person_id, kind, name, low_words, high_words), update (retired_at) on public.scale to authenticated;
create policy select_own on public.scale for select to authenticated using (person_id = (select private.uid()));
comment on policy select_own on public.scale is 'My scales are mine.';
create policy insert_own on public.scale for insert to authenticated with check (person_id = (select private.uid()));
comment on policy insert_own on public.scale is 'I make my own scales.';
create policy update_own on public.scale for update to authenticated
	using (person_id = (select private.uid())) with check (person_id = (select private.uid()));
comment on policy update_own on public.scale is 'I stop using a scale; its words never change under old answers.';
-- no delete: old answers need their words

alter table public.rating enable row level security;
alter table public.rating force row level security;
grant select, insert (id, person_id, topic, scale_id, answers, rated_at), delete on public.rating to authenticated;
create policy select_own on public.rating for select to authenticated using (person_id = (select private.uid()));
comment on policy select_own on public.rating is 'My answers are mine. Professionals read only through read_shared_ratings.';
create policy insert_own on public.rating for insert to authenticated with check (person_id = (select private.uid()));
comment on policy insert_own on public.rating is 'I answer for myself.';
create policy delete_own on public.rating for delete to authenticated using (person_id = (select private.uid()));
comment on policy delete_own on public.rating is 'I can take an answer back.';
-- no update: an answer is given anew, not rewritten

alter table private.rating_taken_back enable row level security;
alter table private.rating_taken_back force row level security;
-- nobody selects, inserts, updates, deletes: the triggers above only

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

create function public.latest_ratings(each integer, since date default null) returns setof public.rating
language sql stable set search_path = ''
as $$
	with mine as (
		select r.id, r.rated_at >= since::timestamp at time zone 'Europe/Copenhagen' as is_since,
			row_number() over (partition by r.topic, r.scale_id order by r.rated_at desc, r.id) as place,
			row_number() over (
				partition by r.topic, r.scale_id, r.rated_at >= since::timestamp at time zone 'Europe/Copenhagen'
				order by r.rated_at, r.id
			) as place_from_the_first
		from public.rating r where r.person_id = (select private.uid())
	)
	select r.* from public.rating r join mine m on m.id = r.id
	where m.place <= each or (m.is_since and m.place_from_the_first = 1)
	order by r.rated_at desc, r.id
	limit 900
$$;
comment on function public.latest_ratings(integer, date) is
	'My newest answers of each topic and each own scale, so many of each, and the first since a day, from which change is measured. Newest first, at most 900. Row security applies.';
grant execute on function public.latest_ratings(integer, date) to authenticated;

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
