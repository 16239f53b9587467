-- Reading shared answers, and who has read mine (S3).

create table public.access_log (
	id uuid primary key default gen_random_uuid(),
	reading_id uuid not null,
	opened_in xid8 not null default pg_current_xact_id(),
	owner_id uuid references public.person on delete set null,
	reader_id uuid references public.person on delete set null,
	job_id uuid,
	share_id uuid,
	family_id uuid references public.family on delete set null,
	topic public.rating_topic not null,
	as_coordinator boolean not null,
	reader_name text,
	profession text not null,
	place text not null,
	answers_read integer,
	read_at timestamptz not null default now(),
	constraint read_in_a_job foreign key (job_id, reader_id) references public.job (id, person_id)
		on delete set null (job_id),
	constraint read_by_a_choice_of_the_owner foreign key (share_id, owner_id)
		references public.share (id, owner_id) on delete set null (share_id),
	constraint access_log_once_per_reading unique (reading_id, share_id)
);
comment on table public.access_log is 'Every read of somebody''s answers by a professional, committed before an answer can come out (S3).';
comment on column public.access_log.reading_id is 'What was opened by one press of a button: a line for each choice read by it.';
comment on column public.access_log.opened_in is 'The transaction that wrote the line. Answers come out in a later one only: what is seen of this one is then committed.';
comment on column public.access_log.share_id is 'The choice that allowed it: why they could.';
comment on column public.access_log.job_id is 'As what and from where the reader read.';
comment on column public.access_log.as_coordinator is 'Whether the reader was the family''s coordinator then.';
comment on column public.access_log.reader_name is 'What the reader was called then. Null once they are erased.';
comment on column public.access_log.profession is 'The reader''s profession then, in plain words.';
comment on column public.access_log.place is 'The name of the organisation the reader read from, then.';
comment on column public.access_log.answers_read is 'How many answers were shown. Null: opened, and nobody knows whether any was.';
comment on column public.access_log.read_at is 'When it was opened; from then on it counts as read.';
create index on public.access_log (owner_id, read_at desc);
create index on public.access_log (reader_id);
create index on public.access_log (job_id, reader_id);
create index on public.access_log (share_id, owner_id);
create index on public.access_log (family_id);
create trigger stamp_as_what before insert on public.access_log
	for each row execute function private.stamp_as_what();

create function private.stamp_reader_name() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	new.reader_name := (select p.name from public.person p where p.id = new.reader_id);
	return new;
end
$$;
comment on function private.stamp_reader_name() is 'Who has read is called afterwards what they were called then, whatever they call themselves since.';
create trigger stamp_reader_name before insert on public.access_log
	for each row execute function private.stamp_reader_name();

-- Reading takes two transactions. Whoever reads can make the statement fail after the answers are there, by casting a
-- column of the result or asking for a rollback: the value stands in the error message, and everything the transaction
-- wrote is gone. So one writes the line and is committed, and another one shows the answers.

create function private.shares_in_force(family uuid) returns setof public.share
language plpgsql stable security definer set search_path = ''
as $$
begin
	if (family = any (private.my_team_families())) is not true then
		raise exception 'not in the team of this family' using errcode = '42501';
	end if;
	return query
		select distinct on (s.owner_id, s.topic) s.*
		from public.share s
		join public.member m on m.person_id = s.owner_id and m.family_id = family and m.left_at is null
		where s.professional_id = private.uid() and s.withdrawn_at is null
			and s.valid_until >= private.today()
		order by s.owner_id, s.topic, s.valid_until desc;
end
$$;
comment on function private.shares_in_force(uuid) is
	'What the members of a family share with me now, one choice for each person and topic; refused outside the team. Executable by nobody directly.';

create function public.open_shared_ratings(family uuid, before timestamptz default null, before_id uuid default null)
returns uuid
language plpgsql volatile security definer set search_path = ''
as $$
declare
	reading uuid := gen_random_uuid();
begin
	-- Asked by itself: joined with a team in which nobody is, PostgreSQL need not ask, and refuses nobody.
	perform from private.shares_in_force(family) limit 1;
	insert into public.access_log
		(reading_id, owner_id, reader_id, job_id, share_id, family_id, topic, as_coordinator)
	select reading, s.owner_id, s.professional_id, t.job_id, s.id, family, s.topic,
		family = any ((select private.my_coordinated_families())::uuid[])
	from private.shares_in_force(family) s
	join public.team_member t on t.family_id = family and t.professional_id = s.professional_id and t.left_at is null
	where exists (select from private.shared_ratings(s.owner_id, s.topic, before, before_id, null, 1));
	return reading;
end
$$;
comment on function public.open_shared_ratings(uuid, timestamptz, uuid) is
	'The first step of reading: writes the access log for everything there is to read now, or of what comes after an answer. Answers with an id also when that is nothing, so that it tells nothing about anybody.';
grant execute on function public.open_shared_ratings(uuid, timestamptz, uuid) to authenticated;

create function public.read_shared_ratings(reading uuid, before timestamptz default null, before_id uuid default null)
returns table (
	rating_id uuid, owner_id uuid, topic public.rating_topic, scale_name text, low_words text, high_words text,
	answers smallint[], score smallint, rated_at timestamptz, place integer, of_all integer
)
language plpgsql volatile security definer set search_path = ''
as $$
declare
	line public.access_log;
	shown integer;
	-- All lines together stay below what PostgREST hands out of one answer (max_rows, 1,000): what it would cut off
	-- without a word is then never read, and never counted as read.
	most integer := least(
		200, 800 / greatest(1, (
			select count(*)::integer from public.access_log l
			where l.reading_id = reading and l.reader_id = private.uid()
		))
	);
begin
	-- Somebody else's is as one that there is not. Locked: the same opening, read twice at the same moment, is read once.
	for line in
		select l.* from public.access_log l
		where l.reading_id = reading and l.reader_id = private.uid() for update
	loop
		if (
			line.opened_in <> pg_current_xact_id()
			and line.answers_read is null and line.read_at >= now() - interval '1 minute'
		) is not true then
			raise exception 'not opened by you, just now, once for each read' using errcode = '42501';
		end if;
		return query
			select r.* from private.shares_in_force(line.family_id) s, private.shared_ratings(
				s.owner_id, s.topic, before, before_id, (select public.enrolled_on(f) from public.family f where f.id = line.family_id), most
			) r
			where s.id = line.share_id
			order by r.place;
		get diagnostics shown = row_count;
		-- Nothing, because it was withdrawn in between, does not prove that nothing was shown: the try before this one
		-- may have failed on purpose.
		update public.access_log l set answers_read = shown where l.id = line.id and shown > 0;
	end loop;
end
$$;
comment on function public.read_shared_ratings(uuid, timestamptz, uuid) is
	'The second step, and the only way a professional reads answers: shows what I opened in an earlier transaction within the last minute and is still shared with me, of each choice the newest 200 (of those after an answer when given), and notes how many those were. Once.';
grant execute on function public.read_shared_ratings(uuid, timestamptz, uuid) to authenticated;

-- Row security

alter table public.access_log enable row level security;
alter table public.access_log force row level security;
grant select (id, owner_id, reader_id, job_id, share_id, family_id, topic, as_coordinator, reader_name, profession, place, answers_read, read_at)
	on public.access_log to authenticated;
create policy select_own on public.access_log for select to authenticated using (owner_id = (select private.uid()));
comment on policy select_own on public.access_log is 'I see who has read my answers, when and why they could.';
-- no insert, update, delete: written by open_shared_ratings and read_shared_ratings alone

create function private.my_readers() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select l.reader_id from public.access_log l where l.owner_id = private.uid()
		union
		select s.professional_id from public.share s where s.owner_id = private.uid()
	);
end
$$;
comment on function private.my_readers() is 'Who has read my answers or may.';
grant execute on function private.my_readers() to authenticated;

create policy select_readers on public.person for select to authenticated
	using (id = any ((select private.my_readers())::uuid[]));
comment on policy select_readers on public.person is 'I know the name of everybody who read my answers, also after they left the team.';

create function private.my_readers_jobs() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(select distinct l.job_id from public.access_log l where l.owner_id = private.uid());
end
$$;
comment on function private.my_readers_jobs() is 'The jobs in which people have read my answers.';
grant execute on function private.my_readers_jobs() to authenticated;

create policy select_readers on public.job for select to authenticated
	using (id = any ((select private.my_readers_jobs())::uuid[]));
comment on policy select_readers on public.job is 'I know as what somebody read my answers, also after they left the team.';
