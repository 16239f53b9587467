-- What follows when an enrolment ends, and when a family takes part again (docs/decisions/015-enrolment.md).

create function private.end_with_enrolment() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform from public.team_member t where t.family_id = new.family_id and t.left_at is null
	order by t.id for no key update;
	perform private.hold(
		array(select t.professional_id from public.team_member t where t.family_id = new.family_id and t.left_at is null),
		array[new.family_id]
	);
	-- Before the team goes: they end with the family's part in it, and not with who sent them.
	update public.invitation i set revoked_at = now()
	where i.family_id = new.family_id and i.accepted_at is null and i.revoked_at is null;
	-- A meeting before who comes to it, as moving it does.
	update public.meeting m set cancelled_at = now()
	where m.family_id = new.family_id and m.cancelled_at is null and m.ends_at > now();
	update public.team_member t set left_at = now() where t.family_id = new.family_id and t.left_at is null;
	update public.plan p set ended_at = now() where p.family_id = new.family_id and p.ended_at is null;
	return null;
end
$$;
comment on function private.end_with_enrolment() is
	'The team goes, and with it the coordinator and what was shared with each of them; meetings ahead are cancelled and invitations open no more; the plan stays as it is, for the family to read.';
create trigger end_with_enrolment after update of ended_on on public.enrolment
	for each row when (old.ended_on is null and new.ended_on is not null)
	execute function private.end_with_enrolment();

create function private.take_plan_up_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.plan p set ended_at = null
	where p.id = (
		select l.id from public.plan l where l.family_id = new.family_id order by l.begun_at desc, l.id desc limit 1
	) and p.ended_at is not null;
	return null;
end
$$;
comment on function private.take_plan_up_again() is
	'A family that takes part again goes on with its plan where it left it: nobody has to tell it all once more.';
create trigger take_plan_up_again after insert on public.enrolment
	for each row when (new.ended_on is null) execute function private.take_plan_up_again();

create function private.family_takes_part() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Into the team one comes after keep_plan_access, which has the family, as an end has. Everything else waits for an end
	-- that is being written here, before it has the rows of others.
	if tg_table_name <> 'team_member' then
		perform from public.enrolment e where e.family_id = new.family_id and e.ended_on is null for share;
	end if;
	if exists (select from public.enrolment e where e.family_id = new.family_id)
		and not exists (select from public.enrolment e where e.family_id = new.family_id and e.ended_on is null)
	then
		perform private.refuse('family_takes_part', 'its enrolment is over');
	end if;
	return null;
end
$$;
comment on function private.family_takes_part() is
	'Nobody is put around a family that takes part no more, for a team sees the plan; nobody calls a meeting for it here or holds one after all, and nobody is invited into it. An end that is being written at the same moment is waited for.';
create trigger takes_part after insert on public.team_member
	for each row execute function private.family_takes_part();

create trigger takes_part after insert on public.meeting
	for each row execute function private.family_takes_part();
create trigger takes_part_when_held after update of cancelled_at on public.meeting
	for each row when (old.cancelled_at is not null and new.cancelled_at is null)
	execute function private.family_takes_part();

create function private.check_plan_is_open() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- An end that is being written is waited for.
	perform from public.plan p where p.family_id = new.family_id and p.ended_at is null for share;
	if not found then
		perform private.refuse('plan_is_open', 'the plan has ended, and stays as it is');
	end if;
	return null;
end
$$;
comment on function private.check_plan_is_open() is
	'A plan that has ended is read, not written on, nor what the family said of offers (54_offers_families.sql). Asked after row security. A new goal is refused by its own rule: it finds no plan to stand in.';
create trigger plan_is_open after update of life_area, title, sign, due_on, done_at, removed_at, position on public.goal
	for each row execute function private.check_plan_is_open();
create trigger plan_is_open after insert on public.goal_progress
	for each row execute function private.check_plan_is_open();
create trigger plan_is_open after insert on public.plan_version_yes
	for each row execute function private.check_plan_is_open();

create function public.ended_for_me() returns table (family_id uuid, name text, ended_on date, meetings integer)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select f.id, e.was_called, e.ended_on, (
		select count(*)::integer from public.meeting m join public.meeting_attendee a on a.meeting_id = m.id
		where m.family_id = f.id and m.cancelled_at = e.ended_at and a.person_id = private.uid()
	)
	from public.team_member t
	join public.enrolment e on e.family_id = t.family_id and e.ended_at = t.left_at
	join public.job j on j.id = t.job_id and j.left_at is null
	join public.family f on f.id = t.family_id
	where t.professional_id = private.uid() and e.ended_at > now() - interval '30 days'
		and not exists (
			select from public.team_member again
			where again.family_id = f.id and again.professional_id = private.uid() and again.left_at is null
		)
	order by e.ended_at desc, f.id limit 1000;
end
$$;
comment on function public.ended_for_me() is
	'The families in whose team I was when their course ended, for 30 days: what they were called then, since when, and how many meetings to which I was asked were cancelled by it. Nothing else of them.';
grant execute on function public.ended_for_me() to authenticated;
