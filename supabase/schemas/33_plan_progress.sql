-- How the goals of a plan go (P4).

create table public.goal_progress (
	id uuid primary key,
	goal_id uuid not null,
	family_id uuid not null references public.family on delete cascade,
	about_id uuid,
	noted_by uuid references public.person on delete set null,
	noted_at timestamptz not null default now(),
	note text,
	score smallint,
	constraint progress_stands_in_the_plan_of_its_goal foreign key (goal_id, family_id)
		references public.goal (id, family_id) on delete cascade,
	constraint progress_is_about_whom_its_goal_is_about foreign key (goal_id, about_id)
		references public.goal (id, about_id) on delete cascade,
	constraint progress_score_0_to_10 check (score between 0 and 10),
	constraint progress_note_at_most_2000 check (length(note) <= 2000),
	constraint progress_says_something check (length(btrim(coalesce(note, ''))) > 0 or score is not null)
);
comment on table public.goal_progress is 'How it goes with a goal: a note, a number from 0 to 10, or both (P4). Append-only.';
comment on column public.goal_progress.score is 'How it goes, 0 to 10; null: only a note.';
comment on column public.goal_progress.family_id is 'The goal''s, so that row security needs no join.';
comment on column public.goal_progress.about_id is 'The goal''s, set by the database, so that row security needs no join.';
create index on public.goal_progress (goal_id, family_id, noted_at desc);
create index on public.goal_progress (family_id, noted_at desc);
create index on public.goal_progress (about_id, goal_id);
create index on public.goal_progress (noted_by);

create function private.place_goal_progress() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- A goal that is not there, or in another plan, is left to the foreign key, which is asked after row security.
	new.about_id := (select g.about_id from public.goal g where g.id = new.goal_id and g.family_id = new.family_id);
	return new;
end
$$;
comment on function private.place_goal_progress() is
	'Progress is about the person the goal is about.';
create trigger begins_now before insert on public.goal_progress
	for each row execute function private.begins_now('noted_at');
create trigger place_goal_progress before insert on public.goal_progress
	for each row execute function private.place_goal_progress();

create function private.check_progress_stands() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.uid() is not null and private.is_off_the_plan(new.goal_id) then
		perform private.refuse('goal_stands_in_the_plan', 'its goal was taken off the plan, where nobody would see it');
	end if;
	return null;
end
$$;
comment on function private.check_progress_stands() is
	'Nothing is noted where it was taken off the plan. Asked after row security, so that strangers learn nothing from the answer.';
create trigger check_progress_stands after insert on public.goal_progress
	for each row execute function private.check_progress_stands();

-- Row security

alter table public.goal_progress enable row level security;
alter table public.goal_progress force row level security;
grant select, insert (id, goal_id, family_id, noted_by, note, score) on public.goal_progress to authenticated;
create policy select_plan on public.goal_progress for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.goal_progress is 'The family and its team see how the goals go.';
-- A child's other home sees its goals, and not what is noted about them.
create policy insert_household on public.goal_progress for insert to authenticated
	with check (
		family_id = any ((select private.my_families())::uuid[]) and about_id is null
		and noted_by = (select private.uid())
	);
comment on policy insert_household on public.goal_progress is 'Everybody in the family notes how it goes with what is for all of them.';
create policy insert_about_me on public.goal_progress for insert to authenticated
	with check (
		family_id = any ((select private.my_families())::uuid[]) and about_id = (select private.uid())
		and noted_by = (select private.uid())
	);
comment on policy insert_about_me on public.goal_progress is 'How it goes with my own goals, I say.';
create policy insert_about_child on public.goal_progress for insert to authenticated
	with check (
		family_id = any ((select private.my_households())::uuid[])
		and about_id = any ((select private.my_children())::uuid[]) and noted_by = (select private.uid())
	);
comment on policy insert_about_child on public.goal_progress is 'A parent notes how it goes with their child''s goals too; with another adult''s, nobody else does.';
-- no update, delete: what was noted then is not rewritten now
