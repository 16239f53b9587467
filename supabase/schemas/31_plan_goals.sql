-- The goals a family sets itself, at most three levels deep (P1, P3). What must hold of each stands in
-- 32_plan_goal_checks.sql.

create table public.goal (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	-- Checked and not 'not null', so that nobody who makes a goal is asked for what the database sets.
	plan_id uuid,
	parent_id uuid,
	level smallint not null default 1,
	-- Asked at the end: the rule goal_is_about_a_member answers first, and alike to a stranger and to nobody at all.
	about_id uuid references public.person on delete cascade deferrable initially deferred,
	life_area public.life_area,
	title text not null,
	sign text,
	due_on date,
	position integer not null default 0,
	created_by uuid references public.person on delete set null,
	created_at timestamptz not null default now(),
	changed_at timestamptz not null default now(),
	done_at timestamptz,
	said_at timestamptz,
	removed_at timestamptz,
	removed_by uuid references public.person on delete set null,
	revision integer not null default 0,
	made_as text,
	-- What else stands in the plan of a goal, or is about whom it is about, refers to it by these.
	constraint goal_stands_in_one_plan unique (id, family_id),
	constraint goal_is_about_one unique (id, about_id),
	constraint goal_stands_in_a_plan check (plan_id is not null),
	constraint goal_stands_in_a_plan_of_its_family foreign key (plan_id, family_id)
		references public.plan (id, family_id) on delete cascade,
	constraint step_stands_in_the_plan_of_its_goal foreign key (parent_id, family_id)
		references public.goal (id, family_id) on delete cascade,
	constraint goal_level_at_most_three check (level between 1 and 3),
	constraint goal_level_one_has_no_parent check ((level = 1) = (parent_id is null)),
	constraint goal_title_has_words check (length(btrim(title)) between 1 and 500),
	constraint goal_sign_at_most_1000 check (length(sign) <= 1000),
	constraint goal_removed_by_has_its_time check (removed_at is not null or removed_by is null),
	constraint goal_made_as_a_fingerprint check (made_as ~ '^[0-9a-f]{64}$')
);
comment on table public.goal is 'A goal (level 1), a sub-goal (2) or a small step under it (3), of the whole family or one member.';
comment on column public.goal.revision is 'How often what a form edits was changed, so that a form says what it was drawn from. Set by the database (private.counts_changes).';
comment on column public.goal.level is '1 goal, 2 sub-goal, 3 small step; set by the database from the parent.';
comment on column public.goal.plan_id is 'The plan of the family that was in force when the goal was made; set by the database.';
comment on column public.goal.about_id is 'The member it is about; null: the whole family. It stays when the member leaves.';
comment on column public.goal.title is 'The words as they are now. Every wording is kept in goal_wording.';
comment on column public.goal.sign is 'How we will see it.';
comment on column public.goal.due_on is 'By when. Not in the past, and at most twenty years ahead, when it is set.';
comment on column public.goal.position is 'Order among siblings, ascending; ties by id (ids are in order of time). Numbered by the database from 1; move_goal changes it.';
comment on column public.goal.said_at is
	'When it was last said that it is done, or not after all: what waited on a phone was said then. Set by the database.';
comment on column public.goal.removed_at is 'Taken off the plan; null again when the removal is undone.';
comment on column public.goal.removed_by is
	'Who took it off; set by the database, and null again when it is put back or they have been erased. What somebody took off themselves is not put back when they have left.';
comment on column public.goal.made_as is 'The SHA-256 of what it was made with: the same form sent again is known, whatever has been changed since.';
create index on public.goal (family_id, position);
create index on public.goal (parent_id, family_id);
create index on public.goal (about_id);
create index on public.goal (plan_id, family_id);
create index on public.goal (created_by);
create index on public.goal (removed_by);

create function private.place_goal() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	parent public.goal;
begin
	new.level := 1;
	-- An end that is being written is waited for; then there is no plan to stand in.
	new.plan_id := null;
	select p.id into new.plan_id from public.plan p where p.family_id = new.family_id and p.ended_at is null for share;
	if new.parent_id is not null then
		-- A goal that is not there, or in another plan, is left to the foreign key, which is asked after row security.
		select * into parent from public.goal g where g.id = new.parent_id and g.family_id = new.family_id;
		new.level := coalesce(parent.level, 1) + 1;
		new.about_id := parent.about_id;
		new.life_area := coalesce(new.life_area, parent.life_area);
	end if;
	if new.position = 0 or private.uid() is not null then
		new.position := 1 + coalesce((
			select max(g.position) from public.goal g
			where g.family_id = new.family_id and g.parent_id is not distinct from new.parent_id
		), 0);
	end if;
	return new;
end
$$;
comment on function private.place_goal() is
	'Sets the plan, the level from the parent and the place after its siblings; a step is about the same person as its goal, so both homes of a child see the whole branch.';
create trigger begins_now before insert on public.goal
	for each row execute function private.begins_now('created_at', 'changed_at', 'done_at', 'said_at', 'removed_at', 'removed_by');
create trigger place_goal before insert on public.goal for each row execute function private.place_goal();

create trigger counts_changes before insert or update on public.goal for each row
	execute function private.counts_changes('title', 'sign', 'due_on', 'life_area');
create function private.stamp_goal() returns trigger
language plpgsql set search_path = ''
as $$
begin
	if private.uid() is null and new.changed_at is distinct from old.changed_at then return new; end if;
	if new.done_at is not null then new.done_at := coalesce(old.done_at, now()); end if;
	if new.removed_at is null then
		new.removed_by := null;
	elsif old.removed_at is null then
		new.removed_at := now();
		new.removed_by := coalesce(private.uid(), new.removed_by);
	else
		new.removed_at := old.removed_at;
		-- Nobody any more, when who took it off is erased.
		new.removed_by := case when new.removed_by is not null then old.removed_by end;
	end if;
	if (new.title, new.sign, new.due_on, new.life_area, new.done_at)
		is distinct from (old.title, old.sign, old.due_on, old.life_area, old.done_at)
		-- Taken off by a slip and put back at once, it is as it was; what nobody saw for longer is news again.
		or (new.removed_at is null and old.removed_at < now() - interval '10 minutes') then
		new.changed_at := now();
	else
		new.changed_at := old.changed_at;
	end if;
	return new;
end
$$;
comment on function private.stamp_goal() is
	'When it was done, taken off and changed is now, and who took it off is who asks, whatever comes with it. Moving in the list, taking off, putting back within ten minutes, and saying the same again, is no change. Only who fills a database (the owner) brings other times.';
create trigger stamp_goal before update on public.goal for each row execute function private.stamp_goal();

create trigger stays before update on public.goal for each row
	execute function private.stays('id', 'family_id', 'plan_id', 'parent_id', 'level', 'about_id', 'created_by', 'created_at', 'made_as');

-- The order is move_goal's (36_plan_order.sql), who took it off stamp_goal's.
create trigger keep_from_api before update on public.goal for each row
	execute function private.keep_from_api('position', 'removed_by', 'said_at');

create trigger says_when before update on public.goal
	for each row when ((old.done_at is null) <> (new.done_at is null)) execute function private.says_when();
create trigger says_again before update of done_at on public.goal
	for each row when ((old.done_at is null) = (new.done_at is null)) execute function private.says_again();

create function private.my_goals_left_behind() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select g.id from public.goal g
		where g.family_id = any ((select private.my_households())::uuid[]) and g.about_id is not null
			and not exists (
				select from public.member m
				where m.family_id = g.family_id and m.person_id = g.about_id and m.left_at is null
			)
	);
end
$$;
comment on function private.my_goals_left_behind() is
	'Goals in the plans of my households about somebody who is no member of that family any more: they stay, and nobody else is left to take them off.';
grant execute on function private.my_goals_left_behind() to authenticated;

create function private.is_from_before(goal uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
	since timestamptz := (select private.back_since(g.family_id, g.about_id) from public.goal g where g.id = goal);
begin
	return since > '-infinity' and exists (
		select from public.goal g left join public.goal p on p.id = g.parent_id
		cross join unnest(array[g.id, p.id, p.parent_id]) branch (id)
		where g.id = is_from_before.goal and branch.id is not null and not exists (
			select from public.goal_wording w where w.goal_id = branch.id and w.said_at >= since
		)
	);
end
$$;
comment on function private.is_from_before(uuid) is
	'Whether a goal, or what it stands under, is said as it was before the child it is about came back to the family. Granted to nobody.';

create function private.my_childrens_goals() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select g.id from public.goal g
		join public.member c on c.family_id = g.family_id and c.person_id = g.about_id and c.left_at is null
		where g.about_id = any ((select private.my_children())::uuid[]) and not private.is_from_before(g.id)
	);
end
$$;
comment on function private.my_childrens_goals() is
	'Goals about my children in the families they belong to: what is written in a home that a child has left is that home''s, also when the child is back, until it is said in other words there. A step stands under its goal.';
grant execute on function private.my_childrens_goals() to authenticated;

-- Row security

alter table public.goal enable row level security;
alter table public.goal force row level security;
grant select,
	insert (id, family_id, parent_id, about_id, life_area, title, sign, due_on, created_by, made_as),
	update (life_area, title, sign, due_on, done_at, removed_at, revision)
	on public.goal to authenticated;
create policy select_plan on public.goal for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.goal is 'The family and its team see the plan.';
create policy select_other_home on public.goal for select to authenticated
	using (id = any ((select private.my_childrens_goals())::uuid[]));
comment on policy select_other_home on public.goal is 'The goals about a child are seen by the parents in both its homes (F1), for as long as it belongs to both: who writes them is told (read_elsewhere).';
create policy insert_household on public.goal for insert to authenticated
	with check (
		family_id = any ((select private.my_households())::uuid[]) and created_by = (select private.uid())
		and (about_id is null or about_id = any ((select private.my_children())::uuid[]))
	);
comment on policy insert_household on public.goal is
	'Parents set goals for the household and its children, and steps under them. A grown-up''s own goal, and its steps, nobody else sets.';
create policy insert_about_me on public.goal for insert to authenticated
	with check (
		family_id = any ((select private.my_families())::uuid[])
		and about_id = (select private.uid()) and created_by = (select private.uid())
	);
comment on policy insert_about_me on public.goal is 'Every member sets goals of their own.';
create policy update_household on public.goal for update to authenticated
	using (
		family_id = any ((select private.my_households())::uuid[]) and (
			about_id is null or about_id = any ((select private.my_children())::uuid[])
			or id = any ((select private.my_goals_left_behind())::uuid[])
		)
	)
	with check (
		family_id = any ((select private.my_households())::uuid[]) and (
			about_id is null or about_id = any ((select private.my_children())::uuid[])
			or id = any ((select private.my_goals_left_behind())::uuid[])
		)
	);
comment on policy update_household on public.goal is
	'Parents edit, finish and take off the goals of the household and its children, and what somebody who has left leaves behind, but not what they took off themselves (check_goal_as_left). A grown-up''s own goal nobody else changes.';
create policy update_about_me on public.goal for update to authenticated
	using (family_id = any ((select private.my_families())::uuid[]) and about_id = (select private.uid()))
	with check (family_id = any ((select private.my_families())::uuid[]) and about_id = (select private.uid()));
comment on policy update_about_me on public.goal is 'Every member edits the goals about themselves.';
-- no delete: removed_at takes a goal off the plan and can be undone; no update of position: move_goal in 36_plan_order.sql
