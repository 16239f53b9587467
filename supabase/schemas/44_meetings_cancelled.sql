-- That a meeting is cancelled is told to each who may count on it until they have seen it (M1): somebody has taken the day
-- off, however far away it is.

create table public.cancellation_seen (
	meeting_id uuid not null references public.meeting on delete cascade,
	person_id uuid not null references public.person on delete cascade,
	of_revision integer not null,
	seen_at timestamptz not null default now(),
	constraint cancellation_seen_pkey primary key (meeting_id, person_id, of_revision)
);
comment on table public.cancellation_seen is 'That a meeting is cancelled, as far as I have seen it: it is not told again. Mine alone.';
comment on column public.cancellation_seen.of_revision is
	'The revision of the meeting that was cancelled: one that is held after all and cancelled once more is told once more.';
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
comment on policy insert_own on public.cancellation_seen is 'A page notes that it has shown me a meeting as it is now; of one that is held that says nothing.';
-- no update, delete: what was seen was seen

create function public.cancellations() returns table (
	meeting_id uuid, family_id uuid, starts_at timestamptz, cancelled_at timestamptz, by_name text
)
language sql stable set search_path = ''
as $$
	select m.id, m.family_id, m.starts_at, m.cancelled_at, who.name
	from public.meeting m
	left join public.person who on who.id = m.cancelled_by
	where m.cancelled_at is not null and m.ends_at > now() and m.cancelled_by is distinct from private.uid()
		and exists (
			select from public.meeting_attendee a
			where a.meeting_id = m.id and a.profession is null and a.answer is distinct from 'not_coming'
				and (
					a.person_id = private.uid()
					or (
						a.person_id = any ((select private.my_young_children())::uuid[])
						and a.family_id = any ((select private.my_households())::uuid[])
					)
				)
		)
		and not exists (
			select from public.cancellation_seen s
			where s.meeting_id = m.id and s.person_id = private.uid() and s.of_revision = m.revision
		)
	order by m.starts_at, m.id limit 100 + 1
$$;
comment on function public.cancellations() is
	'Meetings ahead that somebody else cancelled, or that ended with the course, and that I or a child I answer for was asked to as family and had not said no to, until I have seen it; with who cancelled it, where I may know them. Soonest first; at most 100, and one more where there are more. Asks as whoever looks.';
grant execute on function public.cancellations() to authenticated;
