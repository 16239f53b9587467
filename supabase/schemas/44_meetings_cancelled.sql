-- That a meeting is cancelled is told to each who may count on it until they have seen it (M1): somebody has taken the day
-- off, however far away it is. That it is held after all is told to the same, who may count on nothing any more.

create table public.cancellation_seen (
	meeting_id uuid not null references public.meeting on delete cascade,
	person_id uuid not null references public.person on delete cascade,
	of_revision integer not null,
	seen_at timestamptz not null default now(),
	constraint cancellation_seen_pkey primary key (meeting_id, person_id, of_revision)
);
comment on table public.cancellation_seen is 'That a meeting is cancelled, or held after all, as far as I have seen it: it is not told again. Mine alone.';
comment on column public.cancellation_seen.of_revision is
	'The revision of the meeting as it was shown: one that is held after all, or cancelled once more, is told once more.';
create index on public.cancellation_seen (person_id);

create trigger begins_now before insert on public.cancellation_seen
	for each row execute function private.begins_now('seen_at');

alter table public.cancellation_seen enable row level security;
alter table public.cancellation_seen force row level security;
grant select, insert (meeting_id, person_id, of_revision) on public.cancellation_seen to authenticated;
create policy select_own on public.cancellation_seen for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.cancellation_seen is 'I see what I have been shown.';
create policy insert_own on public.cancellation_seen for insert to authenticated
	with check (
		person_id = (select private.uid())
		and (meeting_id, of_revision) in (select m.id, m.revision from public.meeting m)
	);
comment on policy insert_own on public.cancellation_seen is 'A page notes that it has shown me a meeting as it is now; of one that was never cancelled that says nothing.';
-- no update, delete: what was seen was seen

create function private.stamp_held_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- What is undone at once, before anybody else has seen it, is as if it had never been.
	if old.cancelled_at < now() - interval '1 minute' or exists (
		select from public.cancellation_seen s
		where s.meeting_id = old.id and s.of_revision = old.revision and s.person_id is distinct from old.cancelled_by
	) then
		new.held_again := new.revision;
	end if;
	return new;
end
$$;
comment on function private.stamp_held_again() is
	'A meeting that is held after all, when somebody may have taken up something else meanwhile, is news.';
-- By its name after stamp_meeting_change, which counts the revision.
create trigger stamps_held_again before update on public.meeting
	for each row when (old.cancelled_at is not null and new.cancelled_at is null)
	execute function private.stamp_held_again();

create function private.ask_held_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.meeting_attendee a set answer = null
	where a.meeting_id = new.id and a.answer is distinct from 'not_coming' and a.person_id is distinct from private.uid();
	if private.uid() is not null then
		insert into public.cancellation_seen (meeting_id, person_id, of_revision)
		values (new.id, private.uid(), new.held_again) on conflict do nothing;
	end if;
	return null;
end
$$;
comment on function private.ask_held_again() is
	'Who was to come, has heard since that nobody needs to: they are asked again, except the one who holds it after all, who is told nothing. Who said no is not asked again: the day is the same.';
create trigger ask_held_again after update on public.meeting
	for each row when (new.held_again is distinct from old.held_again)
	execute function private.ask_held_again();

create function public.cancellations() returns table (
	meeting_id uuid, family_id uuid, starts_at timestamptz, cancelled_at timestamptz, by_id uuid, by_name text,
	at_work boolean, is_asked boolean
)
language sql stable set search_path = ''
as $$
	with counting as (
		select a.meeting_id, a.profession is not null as at_work,
			a.person_id = (select private.uid()) and a.answer is null as is_asked
		from public.meeting_attendee a
		where a.answer is distinct from 'not_coming' and (
			a.person_id = (select private.uid())
			or (
				a.person_id = any ((select private.my_young_children())::uuid[])
				and a.family_id = any ((select private.my_households())::uuid[])
			)
		)
		union all
		select p.meeting_id, not p.from_family, false from public.agenda_point p
		where p.author_id = (select private.uid()) and p.removed_at is null
	),
	mine as (
		select c.meeting_id, bool_and(c.at_work) as at_work, bool_or(c.is_asked) as is_asked from counting c group by 1
	)
	select m.id, m.family_id, m.starts_at, m.cancelled_at, who.id, who.name, mine.at_work, mine.is_asked
	from mine
	join public.meeting m on m.id = mine.meeting_id
	left join public.person who on who.id = m.cancelled_by
	where m.ends_at > now() and m.cancelled_by is distinct from private.uid()
		and (m.cancelled_at is not null or m.held_again is not null)
		and not exists (
			select from public.cancellation_seen s
			where s.meeting_id = m.id and s.person_id = private.uid()
				and s.of_revision >= case when m.cancelled_at is null then m.held_again else m.revision end
		)
	order by m.starts_at, m.id limit 100 + 1
$$;
comment on function public.cancellations() is
	'Meetings ahead that somebody else cancelled, or that ended with the course, and that I or a child I answer for was asked to and had not said no to, or that I brought a point to, until I have seen it; with who cancelled it, where I may know them. The same of one that is held after all, which has no cancelled_at. at_work: I was to come as a professional; is_asked: I have not said whether I come. Soonest first; at most 100, and one more where there are more. Asks as whoever looks.';
grant execute on function public.cancellations() to authenticated;
