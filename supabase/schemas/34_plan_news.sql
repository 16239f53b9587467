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

create function public.plan_news(by_name boolean, skip integer, most integer)
returns table (family_id uuid, visited_at timestamptz, goals integer, latest timestamptz, of_all integer)
language sql stable set search_path = ''
as $$
	with mine as (
		select f.id, f.name, v.visited_at from public.family f
		left join public.plan_visit v on v.family_id = f.id and v.person_id = (select private.uid())
		where f.id = any ((select private.my_team_families())::uuid[])
	),
	standing as (
		select g.id, g.family_id, g.changed_at, mine.visited_at from mine
		join public.goal g on g.family_id = mine.id
		left join public.goal p on p.id = g.parent_id
		left join public.goal pp on pp.id = p.parent_id
		where mine.visited_at is not null
			and g.removed_at is null and p.removed_at is null and pp.removed_at is null
	),
	touched as (
		select s.family_id, s.id as goal_id, s.changed_at as at from standing s where s.changed_at > s.visited_at
		union all
		select s.family_id, s.id, n.noted_at from standing s
		join public.goal_progress n on n.goal_id = s.id and n.family_id = s.family_id and n.noted_at > s.visited_at
	),
	counted as (
		select t.family_id, count(distinct t.goal_id)::integer as goals, max(t.at) as latest from touched t group by 1
	)
	select mine.id, mine.visited_at, coalesce(c.goals, 0), c.latest, (count(*) over ())::integer
	from mine left join counted c on c.family_id = mine.id
	order by
		not by_name and mine.visited_at is not null, case when not by_name then c.latest end desc nulls last,
		private.by_alphabet(mine.name) collate "C", mine.id
	limit least(greatest(most, 1), 200) offset greatest(skip, 0)
$$;
comment on function public.plan_news(boolean, integer, integer) is
	'The families in whose team I am, so many at a time and of how many, with what is new in each plan since I looked, without the words: how many goals and steps were made or changed or had something noted about them, and when the last of it was. Plans I have never looked at first, then the latest news, then by name; or all by name. What was taken off the plan, and the steps under it, are no news. Asks as who asks: row security decides.';
grant execute on function public.plan_news(boolean, integer, integer) to authenticated;
