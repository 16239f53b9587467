-- What must hold of a goal that no constraint can say: about whom, by when, and where nothing is set any more. Asked after
-- row security.

create function private.check_about() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if not exists (
		select from public.member m
		where m.family_id = new.family_id and m.person_id = new.about_id and m.left_at is null
	) then
		perform private.refuse(tg_argv[0], 'it is about a member of the family');
	end if;
	return null;
end
$$;
comment on function private.check_about() is
	'What stands in a plan is about the whole family or somebody who belongs to it when it is made; no constraint can say when. Its argument is the name of the rule. Asked after row security, so that strangers learn nothing from the answer.';
create trigger check_goal_about after insert on public.goal
	for each row when (new.about_id is not null) execute function private.check_about('goal_is_about_a_member');

create function private.check_goal_date() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if tg_op = 'UPDATE' and new.due_on is not distinct from old.due_on then
		return null;
	end if;
	if new.due_on < private.today() then
		perform private.refuse('goal_due_not_in_the_past', 'the date has passed');
	end if;
	if new.due_on > private.today() + interval '20 years' then
		perform private.refuse('goal_due_within_twenty_years', 'a plan looks at most twenty years ahead');
	end if;
	return null;
end
$$;
comment on function private.check_goal_date() is 'The day a goal is given is ahead, Danish time, and near enough to be meant. A day that has gone by since stays.';
create trigger check_goal_date after insert or update of due_on on public.goal
	for each row when (new.due_on is not null) execute function private.check_goal_date();

create function private.is_off_the_plan(goal uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return exists (
		select from public.goal g
		left join public.goal p on p.id = g.parent_id
		left join public.goal pp on pp.id = p.parent_id
		where g.id = is_off_the_plan.goal
			and (g.removed_at is not null or p.removed_at is not null or pp.removed_at is not null)
	);
end
$$;
comment on function private.is_off_the_plan(uuid) is
	'Whether a goal, or what it stands under, was taken off the plan. Granted to nobody: only triggers ask, after row security.';

create function private.check_goal_stands() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.uid() is not null and (
		private.is_off_the_plan(new.parent_id)
		or (tg_op = 'UPDATE' and old.removed_at is not null and new.removed_at is not null)
	) then
		perform private.refuse('goal_stands_in_the_plan', 'it was taken off the plan, where nobody would see it');
	end if;
	return null;
end
$$;
comment on function private.check_goal_stands() is
	'Nothing is set, said or finished where it was taken off the plan: nobody would see it, nor a step put back under it. It can be put back first. Only who fills a database (the owner) does.';
create trigger check_goal_stands after insert or update of title, sign, due_on, life_area, done_at on public.goal
	for each row execute function private.check_goal_stands();
create trigger check_goal_back after update of removed_at on public.goal
	for each row when (new.removed_at is null) execute function private.check_goal_stands();

-- What is put back comes with its steps.
create trigger at_most after insert or update of removed_at on public.goal
	for each row when (new.removed_at is null) execute function private.at_most(
		'plan_at_most_600', '600', 'family_id', $$removed_at is null and not exists (
			select from public.goal p left join public.goal pp on pp.id = p.parent_id
			where p.id = r.parent_id and (p.removed_at is not null or pp.removed_at is not null)
		)$$
	);

-- What is about one person nobody else takes off, unless it is a child: it leaves room for the others.
create trigger at_most_about_one after insert or update of removed_at on public.goal
	for each row when (new.removed_at is null and new.about_id is not null) execute function private.at_most(
		'goals_about_one_at_most_300', '300', 'about_id',
		$$family_id = ($2 ->> 'family_id')::uuid and removed_at is null and not exists (
			select from public.goal p left join public.goal pp on pp.id = p.parent_id
			where p.id = r.parent_id and (p.removed_at is not null or pp.removed_at is not null)
		)$$
	);

create function private.check_goal_as_left() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.uid() is not null and not exists (
		select from public.member m
		where m.family_id = new.family_id and m.person_id = new.about_id and m.left_at is null
	) and (
		old.removed_by = old.about_id
		or exists (
			select from public.goal p left join public.goal pp on pp.id = p.parent_id
			where p.id = new.parent_id and (p.removed_by = p.about_id or pp.removed_by = pp.about_id)
		)
	) then
		perform private.refuse('goal_stays_as_it_was_left', 'who it is about took it off before they left');
	end if;
	return null;
end
$$;
comment on function private.check_goal_as_left() is
	'What somebody took off the plan themselves, and its steps, nobody else puts back or rewords when they have left. They do when they are there again. Only who fills a database (the owner) does otherwise.';
-- By its name before check_goal_back and check_goal_stands, which would say that it can be put back.
create trigger check_goal_as_left after update of title, sign, due_on, life_area, done_at, removed_at on public.goal
	for each row when (new.about_id is not null) execute function private.check_goal_as_left();
