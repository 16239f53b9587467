-- Plan: the goals a family sets itself, at most three levels deep, and how they go (P1, P3, P4).

create table public.goal (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	parent_id uuid references public.goal on delete cascade,
	level smallint not null default 1,
	about_id uuid references public.person,
	life_area public.life_area,
	first_words text not null,
	title text not null,
	sign text,
	due_on date,
	position double precision not null default 0,
	created_by uuid not null references public.person,
	created_at timestamptz not null default now(),
	changed_at timestamptz not null default now(),
	done_at timestamptz,
	removed_at timestamptz,
	constraint goal_level_at_most_three check (level between 1 and 3),
	constraint goal_level_one_has_no_parent check ((level = 1) = (parent_id is null)),
	constraint goal_has_words check (length(btrim(first_words)) between 1 and 500),
	constraint goal_title_has_words check (length(btrim(title)) between 1 and 500),
	constraint goal_sign_at_most_1000 check (length(sign) <= 1000)
);
comment on table public.goal is 'A goal (level 1), a sub-goal (2) or a small step under it (3), of the whole family or one member.';
comment on column public.goal.level is '1 goal, 2 sub-goal, 3 small step; set by the database from the parent.';
comment on column public.goal.about_id is 'The member it is about; null: the whole family.';
comment on column public.goal.first_words is 'The family''s own words when the goal was made. Kept for ever: nobody has the right to update this column.';
comment on column public.goal.title is 'The words as they are now.';
comment on column public.goal.sign is 'How we will see it.';
comment on column public.goal.due_on is 'By when. Not in the past when it is set.';
comment on column public.goal.position is 'Order among siblings, ascending; ties by id (ids are in order of time).';
comment on column public.goal.removed_at is 'Taken off the plan; null again when the removal is undone.';
create index on public.goal (family_id, position);
create index on public.goal (parent_id);
create index on public.goal (about_id);
create index on public.goal (created_by);

create function private.place_goal() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	parent public.goal;
begin
	if new.parent_id is null then
		new.level := 1;
	else
		select * into parent from public.goal g where g.id = new.parent_id;
		if parent.family_id is distinct from new.family_id then
			raise exception 'check constraint "goal_stands_in_the_plan_of_its_parent": a step stands in the same plan as its goal' using errcode = '23514';
		end if;
		new.level := parent.level + 1;
		new.about_id := parent.about_id;
		new.life_area := coalesce(new.life_area, parent.life_area);
	end if;
	return new;
end
$$;
comment on function private.place_goal() is
	'Sets the level from the parent; a step is about the same person as its goal, so both homes of a child see the whole branch.';
create trigger place_goal before insert on public.goal for each row execute function private.place_goal();

create function private.check_goal_about() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if not exists (
		select from public.member m
		where m.family_id = new.family_id and m.person_id = new.about_id and m.left_at is null
	) then
		raise exception 'check constraint "goal_is_about_a_member": a goal is about a member of its family' using errcode = '23514';
	end if;
	return null;
end
$$;
comment on function private.check_goal_about() is
	'A goal is about the whole family or one of its members. Asked after row security, so that strangers learn nothing from the answer.';
create trigger check_goal_about after insert on public.goal
	for each row when (new.about_id is not null) execute function private.check_goal_about();

create function private.stamp_goal() returns trigger
language plpgsql set search_path = ''
as $$
begin
	if new.due_on is distinct from old.due_on and new.due_on < (now() at time zone 'Europe/Copenhagen')::date then
		raise exception 'check constraint "goal_due_not_in_the_past": the date has passed' using errcode = '23514';
	end if;
	if new.position = old.position then
		new.changed_at := now();
	end if;
	return new;
end
$$;
comment on function private.stamp_goal() is 'Notes when a goal changed (moving it in the list is no change) and refuses a new date in the past.';
create trigger stamp_goal before update on public.goal for each row execute function private.stamp_goal();

create function private.check_new_goal_date() returns trigger
language plpgsql set search_path = ''
as $$
begin
	if new.due_on < (now() at time zone 'Europe/Copenhagen')::date then
		raise exception 'check constraint "goal_due_not_in_the_past": the date has passed' using errcode = '23514';
	end if;
	return new;
end
$$;
comment on function private.check_new_goal_date() is 'A new goal cannot be due before today, Danish time.';
create trigger check_new_goal_date before insert on public.goal
	for each row when (new.due_on is not null) execute function private.check_new_goal_date();

create table public.goal_progress (
	id uuid primary key,
	goal_id uuid not null references public.goal on delete cascade,
	family_id uuid not null references public.family on delete cascade,
	about_id uuid references public.person,
	noted_by uuid not null references public.person,
	noted_at timestamptz not null default now(),
	note text,
	score smallint,
	constraint progress_score_0_to_10 check (score between 0 and 10),
	constraint progress_note_at_most_2000 check (length(note) <= 2000),
	constraint progress_says_something check (length(btrim(coalesce(note, ''))) > 0 or score is not null)
);
comment on table public.goal_progress is 'How it goes with a goal: a note, a number from 0 to 10, or both (P4). Append-only.';
comment on column public.goal_progress.score is 'How it goes, 0 to 10; null: only a note.';
comment on column public.goal_progress.family_id is 'Copied from the goal, so that row security needs no join.';
comment on column public.goal_progress.about_id is 'Copied from the goal, so that row security needs no join.';
create index on public.goal_progress (goal_id, noted_at desc);
create index on public.goal_progress (family_id, noted_at desc);
create index on public.goal_progress (about_id);
create index on public.goal_progress (noted_by);

create function private.place_goal_progress() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	select g.about_id into new.about_id from public.goal g where g.id = new.goal_id and g.family_id = new.family_id;
	if not found then
		raise exception 'check constraint "progress_stands_in_the_plan_of_its_goal": progress belongs to a goal of the same plan' using errcode = '23514';
	end if;
	return new;
end
$$;
comment on function private.place_goal_progress() is 'Progress is about the person the goal is about.';
create trigger place_goal_progress before insert on public.goal_progress
	for each row execute function private.place_goal_progress();

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

-- Row security

alter table public.goal enable row level security;
alter table public.goal force row level security;
grant select,
	insert (id, family_id, parent_id, about_id, life_area, first_words, title, sign, due_on, position, created_by),
	update (life_area, title, sign, due_on, position, done_at, removed_at)
	on public.goal to authenticated;
create policy select_plan on public.goal for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.goal is 'The family and its team see the plan.';
create policy select_other_home on public.goal for select to authenticated
	using (about_id = any ((select private.my_children())::uuid[]));
comment on policy select_other_home on public.goal is 'What concerns a child is seen by the parents in both its homes (F1).';
create policy insert_household on public.goal for insert to authenticated
	with check (family_id = any ((select private.my_households())::uuid[]) and created_by = (select private.uid()));
comment on policy insert_household on public.goal is 'Parents set goals for the household and its members.';
create policy insert_about_me on public.goal for insert to authenticated
	with check (
		family_id = any ((select private.my_families())::uuid[])
		and about_id = (select private.uid()) and created_by = (select private.uid())
	);
comment on policy insert_about_me on public.goal is 'Every member sets goals of their own.';
create policy update_household on public.goal for update to authenticated
	using (family_id = any ((select private.my_households())::uuid[]))
	with check (family_id = any ((select private.my_households())::uuid[]));
comment on policy update_household on public.goal is 'Parents edit, order and finish the goals of the household.';
create policy update_about_me on public.goal for update to authenticated
	using (family_id = any ((select private.my_families())::uuid[]) and about_id = (select private.uid()))
	with check (family_id = any ((select private.my_families())::uuid[]) and about_id = (select private.uid()));
comment on policy update_about_me on public.goal is 'Every member edits the goals about themselves.';
-- no delete: removed_at takes a goal off the plan and can be undone

alter table public.goal_progress enable row level security;
alter table public.goal_progress force row level security;
grant select, insert (id, goal_id, family_id, noted_by, note, score) on public.goal_progress to authenticated;
create policy select_plan on public.goal_progress for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.goal_progress is 'The family and its team see how the goals go.';
create policy select_other_home on public.goal_progress for select to authenticated
	using (about_id = any ((select private.my_children())::uuid[]));
comment on policy select_other_home on public.goal_progress is 'What concerns a child is seen by the parents in both its homes (F1).';
create policy insert_family on public.goal_progress for insert to authenticated
	with check (family_id = any ((select private.my_families())::uuid[]) and noted_by = (select private.uid()));
comment on policy insert_family on public.goal_progress is 'Every member of the family notes how it goes.';
-- no update, delete: what was noted then is not rewritten now

alter table public.plan_visit enable row level security;
alter table public.plan_visit force row level security;
grant select, insert (person_id, family_id, visited_at, since), update (person_id, family_id, visited_at, since)
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
