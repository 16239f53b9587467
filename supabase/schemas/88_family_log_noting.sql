-- What is noted in the family's log (88_family_log.sql): by triggers, so that no way into a family or its team goes past it.

create function private.known_outside(who uuid, home uuid, other_home uuid) returns uuid
language sql stable security definer set search_path = ''
as $$
	select who where not exists (
		select from public.member m where m.person_id = who and m.family_id = home
	) or exists (
		select from public.member m where m.person_id = who and m.family_id = other_home and m.left_at is null
	)
$$;
comment on function private.known_outside(uuid, uuid, uuid) is
	'Who saw to something in a home, as the other home of a child is told it: nobody who is of that home alone. Granted to nobody.';

create function private.note_member() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	invited public.invitation;
begin
	if tg_op = 'INSERT' then
		select i.* into invited from public.invitation i where i.id = new.invitation_id;
		perform private.note_family_event(
			new.family_id, 'joined', new.joined_at, new.person_id, new.role, null, invited.invited_by, invited.agreed_by
		);
		-- The other home sees what is about its child from now on; who is under 15 is told of as whatever they join.
		perform private.note_family_event(
			here.family_id, 'joined_elsewhere', new.joined_at, new.person_id, new.role, null, invited.invited_by,
			coalesce(nullif(private.uid(), new.person_id), invited.agreed_by), f.name
		)
		from public.member here join public.family f on f.id = new.family_id
		where (new.role = 'child' or private.is_asked_for(new.person_id))
			and here.person_id = new.person_id and here.role = 'child' and here.left_at is null
			and here.family_id <> new.family_id;
	else
		perform private.note_family_event(
			new.family_id, 'left', now(), new.person_id, new.role, null, private.uid(), null, f.name
		)
		from public.family f where f.id = new.family_id;
		perform private.note_family_event(
			here.family_id, 'left_elsewhere', now(), new.person_id, new.role, null,
			private.known_outside(private.uid(), new.family_id, here.family_id), null, f.name
		)
		from public.member here join public.family f on f.id = new.family_id
		where (new.role = 'child' or private.is_asked_for(new.person_id))
			and here.person_id = new.person_id and here.role = 'child' and here.left_at is null
			and here.family_id <> new.family_id;
	end if;
	-- Through a new parent what is about the children of the other homes is read by one more; who it is, is that home's.
	perform private.note_family_event(
		there.family_id,
		(case when tg_op = 'INSERT' then 'parent_elsewhere' else 'parent_left_elsewhere' end)::public.family_event_kind,
		case when tg_op = 'INSERT' then new.joined_at else now() end, child.person_id, 'child', null,
		private.known_outside(
			case when tg_op = 'INSERT' then invited.invited_by else private.uid() end, new.family_id, there.family_id
		),
		private.known_outside(invited.agreed_by, new.family_id, there.family_id), f.name
	)
	from public.member child
	join public.member there on there.person_id = child.person_id and there.family_id <> child.family_id
		and there.role = 'child' and there.left_at is null
	join public.family f on f.id = new.family_id
	where new.role = 'parent' and child.family_id = new.family_id and child.role = 'child' and child.left_at is null
		and private.stage_of(child) <> 'adult' and not exists (
			select from public.member too
			where too.family_id = there.family_id and too.person_id = new.person_id and too.role = 'parent'
				and too.left_at is null
		);
	return null;
end
$$;
comment on function private.note_member() is
	'Somebody came into the family or left it, or into or out of another home of a child of it: by whom, and who said yes to that.';
create trigger note_joining after insert on public.member
	for each row execute function private.note_member();
create trigger note_leaving after update of left_at on public.member
	for each row when (old.left_at is null and new.left_at is not null) execute function private.note_member();

create function private.note_team_member() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.note_family_event(
		new.family_id, (case when tg_op = 'INSERT' then 'joined_team' else 'left_team' end)::public.family_event_kind,
		case when tg_op = 'INSERT' then new.joined_at else now() end, new.professional_id, null, new.job_id, private.uid()
	);
	return null;
end
$$;
comment on function private.note_team_member() is 'Somebody came into the team or left it.';
create trigger note_joining after insert on public.team_member
	for each row execute function private.note_team_member();
create trigger note_leaving after update of left_at on public.team_member
	for each row when (old.left_at is null and new.left_at is not null) execute function private.note_team_member();

create function private.note_new_profession() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.note_family_event(
		t.family_id, 'new_profession', now(), new.person_id, null, new.id, private.uid()
	)
	from public.team_member t where t.job_id = new.id and t.left_at is null;
	return null;
end
$$;
comment on function private.note_new_profession() is
	'Somebody in the team is something else now: each family is told, and keeps what they were before in the lines above.';
create trigger note_new_profession after update of profession on public.job
	-- Other letters of the same word are no other profession.
	for each row when (
		lower(btrim(old.profession)) is distinct from lower(btrim(new.profession)) and new.left_at is null
	)
	execute function private.note_new_profession();

create function private.note_new_name() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.note_family_event(
		m.family_id, 'renamed', now(), new.id, m.role, null, private.uid(), was_called => old.name
	)
	from public.member m where m.person_id = new.id and m.left_at is null;
	perform private.note_family_event(
		t.family_id, 'renamed', now(), new.id, null, t.job_id, private.uid(), was_called => old.name
	)
	from public.team_member t where t.professional_id = new.id and t.left_at is null;
	return null;
end
$$;
comment on function private.note_new_name() is
	'Somebody of the family or its team is called something else now: who they were before stays known.';
create trigger note_new_name after update of name on public.person
	for each row when (btrim(old.name) is distinct from btrim(new.name)) execute function private.note_new_name();

create function private.note_birth() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.note_family_event(
		m.family_id, 'birth_corrected', now(), m.person_id, m.role, null, private.uid(),
		is_told_to_them => 'child' <> any (array[
			private.stage_on(m.role, old.born_on, private.today()), private.stage_of(m)
		])
	)
	from public.member m
	-- What comes with an invitation is part of joining.
	where m.person_id = new.person_id and m.left_at is null and m.joined_at < now() and private.uid() is not null;
	return null;
end
$$;
comment on function private.note_birth() is 'A date of birth was corrected, or said for the first time: who did it, and not the date.';
create trigger note_first after insert on public.birth
	for each row execute function private.note_birth();
create trigger note_correction after update of born_on on public.birth
	for each row when (old.born_on is distinct from new.born_on) execute function private.note_birth();
