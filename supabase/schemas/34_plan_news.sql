-- What has happened in a plan since somebody looked last.

create table public.plan_visit (
	person_id uuid not null references public.person on delete cascade,
	family_id uuid not null references public.family on delete cascade,
	visited_at timestamptz not null default now(),
	since timestamptz,
	primary key (person_id, family_id)
);
comment on table public.plan_visit is 'When I last looked at a plan, so that it can show me what has changed since. Mine alone.';
comment on column public.plan_visit.since is 'The visit before: what happened after it is news. Null at the first visit.';
create index on public.plan_visit (family_id);

create function private.stamp_visit() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.uid() is null then return new; end if;
	new.visited_at := now();
	new.since := null;
	if tg_op = 'UPDATE' then
		if old.visited_at > now() - interval '30 minutes' then
			new.visited_at := old.visited_at;
			new.since := old.since;
		else
			new.since := old.visited_at;
		end if;
	end if;
	return new;
end
$$;
comment on function private.stamp_visit() is
	'When I looked is now, and news is what happened since I looked before; within half an hour it is the same visit, as nextVisit in src/lib/plan/plan.ts. Only who fills a database (the owner) brings other times.';
create trigger stamp_visit before insert or update on public.plan_visit
	for each row execute function private.stamp_visit();
create trigger stays before update on public.plan_visit
	for each row execute function private.stays('person_id', 'family_id');

-- Row security

alter table public.plan_visit enable row level security;
alter table public.plan_visit force row level security;
-- Looking is one statement, whether it is the first time or not: an upsert sets the key as well.
grant select, insert (person_id, family_id), update (person_id, family_id)
	on public.plan_visit to authenticated;
create policy select_own on public.plan_visit for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.plan_visit is 'When I looked is mine.';
create policy insert_own on public.plan_visit for insert to authenticated
	with check (
		person_id = (select private.uid())
		and family_id = any (array(select a.family_id from private.plan_access a))
	);
comment on policy insert_own on public.plan_visit is 'I note that I looked at a plan I may see.';
create policy update_own on public.plan_visit for update to authenticated
	using (person_id = (select private.uid()))
	with check (
		person_id = (select private.uid())
		and family_id = any (array(select a.family_id from private.plan_access a))
	);
comment on policy update_own on public.plan_visit is 'I look again.';
-- no delete
