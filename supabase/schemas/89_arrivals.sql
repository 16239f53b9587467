-- What is new in the family and its team: told to each of the family until they say that it is fine. To who has come a
-- parent can say no, for 14 days from when it was first shown to them (89_arrivals_refusing.sql). What is told stands in
-- 89_arrivals_told.sql; here, what has been shown and seen.

create table public.event_seen (
	event_id uuid not null references public.family_event on delete cascade,
	person_id uuid not null references public.person on delete cascade,
	seen_at timestamptz not null default now(),
	constraint event_seen_pkey primary key (event_id, person_id)
);
comment on table public.event_seen is 'What I have been told of the family''s log and think is fine: it is not told again.';
create index on public.event_seen (person_id);

create trigger begins_now before insert on public.event_seen
	for each row execute function private.begins_now('seen_at');

alter table public.event_seen enable row level security;
alter table public.event_seen force row level security;
grant select, insert (event_id, person_id), delete on public.event_seen to authenticated;
create policy select_own on public.event_seen for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.event_seen is 'I see what I have said is fine.';
create policy insert_own on public.event_seen for insert to authenticated
	with check (
		person_id = (select private.uid())
		and (
			event_id in (select e.id from public.family_event e)
			or event_id = any ((select private.my_leavings_as_child())::uuid[])
		)
	);
comment on policy insert_own on public.event_seen is
	'I say of what I see in the log that it is fine; a child under 13 that it has seen where it takes part no more.';
create policy delete_own on public.event_seen for delete to authenticated using (person_id = (select private.uid()));
comment on policy delete_own on public.event_seen is 'I want to be told again: a slip takes nobody''s days to say no.';
-- no update: there is nothing in it to change

create table public.arrival_shown (
	event_id uuid not null references public.family_event on delete cascade,
	person_id uuid not null references public.person on delete cascade,
	shown_at timestamptz not null default now(),
	constraint arrival_shown_pkey primary key (event_id, person_id)
);
comment on table public.arrival_shown is
	'When I was first shown somebody who has come and to whom I may say no: from then on I have 14 days. Mine alone.';
create index on public.arrival_shown (person_id);

create trigger begins_now before insert on public.arrival_shown
	for each row execute function private.begins_now('shown_at');

alter table public.arrival_shown enable row level security;
alter table public.arrival_shown force row level security;
grant select, insert (event_id, person_id) on public.arrival_shown to authenticated;
create policy select_own on public.arrival_shown for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.arrival_shown is 'I see what I have been shown.';
create policy insert_own on public.arrival_shown for insert to authenticated
	with check (
		person_id = (select private.uid())
		and event_id in (select e.id from public.family_event e)
	);
comment on policy insert_own on public.arrival_shown is 'A page notes that it has shown me what I see in the log.';
-- no update, delete: the first time is the first time
