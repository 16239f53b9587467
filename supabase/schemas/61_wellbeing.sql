-- Well-being: how people say they are (W1). Nobody but the person reads these tables; what is shared is read
-- through open_shared_ratings and read_shared_ratings in 71_sharing_reading.sql, which write the access log.

create type public.rating_topic as enum ('who5', 'ladder', 'scale', 'smiley');
comment on type public.rating_topic is 'WHO-5, Cantril ladder, a scale of one''s own, smileys for the youngest.';

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
	if exists (
		select from private.rating_taken_back t where t.rating_id = new.id and t.person_id = new.person_id
	) then
		perform private.refuse('over_since', 'taken back since');
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
create trigger begins_now before insert on public.rating
	for each row execute function private.begins_now('received_at');
create trigger stays before update on public.rating for each row
	execute function private.stays('id', 'person_id', 'topic', 'scale_id', 'answers', 'rated_at', 'received_at');

create function private.check_scale() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if not private.offered_at('scale', private.age_of(new.person_id)) then
		perform private.refuse('scale_for_this_age', 'not what somebody of this age is asked with');
	end if;
	return null;
end
$$;
comment on function private.check_scale() is 'Nobody makes a scale, or takes one up again, on which they cannot answer (check_rating).';
create trigger check_scale after insert or update of retired_at on public.scale
	for each row when (new.retired_at is null) execute function private.check_scale();

-- A delivery that was lost on its way, or a second one, may arrive after its answer was taken back.
create table private.rating_taken_back (
	rating_id uuid not null,
	person_id uuid not null references public.person on delete cascade,
	-- Whoever uses the id of somebody else's learns nothing by it.
	primary key (person_id, rating_id)
);
comment on table private.rating_taken_back is
	'Answers taken back: nothing of them but that they were, so that they do not come back. Read by the triggers of rating alone.';
comment on column private.rating_taken_back.rating_id is 'The id of the answer that was; its command carries it.';

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

-- Row security

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
	limit 1000
$$;
comment on function public.latest_ratings(integer, date) is
	'My newest answers of each topic and each own scale, so many of each, and the first since a day, from which change is measured. Newest first: nine of each is less than 1000 (scales_at_most_a_hundred). Row security applies.';
grant execute on function public.latest_ratings(integer, date) to authenticated;
