-- Saying yes for the family (F4): into a family that has a parent, an invitation opens nothing before one of its
-- parents has said yes. docs/decisions/011-new-people.md says why.

create function private.family_vouches(invited public.invitation) returns boolean
language sql stable security definer set search_path = ''
as $$
	select exists (
		select from public.member m
		where m.family_id = invited.family_id and m.person_id = invited.agreed_by and m.role = 'parent' and m.left_at is null
			-- Who has been away comes back as somebody new: what they said yes to before was theirs to say then.
			and m.joined_at <= invited.agreed_at
	)
$$;
comment on function private.family_vouches(public.invitation) is
	'Whether a parent has said yes who has been in the household ever since. Granted to nobody.';

create function private.waits_for_family(invited public.invitation) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	if invited.family_id is null then
		return false;
	end if;
	-- The first parent of a new family is the exception: nobody is there to ask. Who was there once counts too, so
	-- that an emptied family is nobody's to walk into; of who was erased the log alone knows.
	if invited.member_role = 'parent' and not exists (
		select from public.member m where m.family_id = invited.family_id and m.role = 'parent'
		union all
		select from public.family_event e
		where e.family_id = invited.family_id and e.kind = 'joined' and e.member_role = 'parent'
	) then
		return false;
	end if;
	return not private.family_vouches(invited);
end
$$;
comment on function private.waits_for_family(public.invitation) is
	'Whether a parent of the family has yet to say yes. Granted to nobody: what is told of it asks first who wants to know.';

create function public.invitations_that_wait(families uuid[], skip integer, most integer)
returns table (invitation_id uuid, of_all integer)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select i.id, (count(*) over ())::integer from public.invitation i
	where i.accepted_at is null and i.revoked_at is null and i.expires_at > now() and i.family_id = any (families)
		and i.family_id = any ((
			select private.my_led_families() || private.my_coordinated_families() || private.my_households()
		)::uuid[])
		and private.waits_for_family(i)
	order by i.created_at desc, i.id desc limit least(greatest(most, 1), 200) offset greatest(skip, 0);
end
$$;
comment on function public.invitations_that_wait(uuid[], integer, integer) is
	'Which of the open invitations I see into these families wait for a yes of theirs, the newest first, so many at a time and of how many.';
grant execute on function public.invitations_that_wait(uuid[], integer, integer) to authenticated;

create function public.invitations_open(invitations uuid[])
returns table (invitation_id uuid, waits boolean, stage public.life_stage, age integer)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select i.id, private.waits_for_family(i),
		case when i.born_on is not null then private.stage_on(i.member_role, i.born_on, private.today()) end,
		case when i.family_id = any ((select private.my_households())::uuid[]) then private.age_on(i.born_on, private.today()) end
	from public.invitation i
	where i.id = any (invitations) and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
		and i.family_id = any ((
			select private.my_led_families() || private.my_coordinated_families() || private.my_households()
		)::uuid[])
	order by i.created_at desc, i.id desc limit 1000;
end
$$;
comment on function public.invitations_open(uuid[]) is
	'Of these invitations into families those that are open and that I see: whether each waits for a yes of the family; and what the date makes of whoever is invited, the stage of life, and to the parents who say yes the age; nothing where none is given. A child of 46 is not let in as "a child".';
grant execute on function public.invitations_open(uuid[]) to authenticated;

create function public.agree_to_invitation(invitation uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	invited public.invitation;
begin
	select i.* into invited from public.invitation i
	where i.id = agree_to_invitation.invitation and i.family_id = any ((select private.my_households())::uuid[])
	for update;
	-- Who invites does not say yes for the family, whatever else they are.
	if not found or invited.invited_by = private.uid() or not private.decides_as_parent(invited.family_id) then
		raise exception 'not yours to answer' using errcode = '42501';
	end if;
	if invited.accepted_at is not null or invited.revoked_at is not null or invited.expires_at <= now() then
		perform private.refuse('invitation_is_still_open', 'accepted, revoked or expired');
	end if;
	if private.waits_for_family(invited) then
		update public.invitation i set
			agreed_at = now(), agreed_by = private.uid(),
			-- Whoever waited for the yes has the whole time again.
			expires_at = now() + interval '14 days'
		where i.id = invited.id;
	end if;
end
$$;
comment on function public.agree_to_invitation(uuid) is
	'A parent says yes to somebody joining the household (B4): without it the code opens nothing. A no is to stop the invitation. Not by who wrote it.';
grant execute on function public.agree_to_invitation(uuid) to authenticated;

-- Who invites and then may invite no more

create function private.nobody_answers_for(invited public.invitation, jobs uuid[] default '{}', places uuid[] default '{}')
returns boolean
language sql stable security definer set search_path = ''
as $$
	select not private.family_vouches(invited)
		and not exists (
			select from public.job j
			where j.person_id = invited.invited_by and j.municipality_id = invited.municipality_id and j.is_project_lead
				and j.left_at is null and j.id <> all (jobs)
		)
		and not exists (
			select from public.coordinator_choice c
			where c.professional_id = invited.invited_by and c.family_id = invited.family_id and c.answer = 'accepted'
				and c.ended_at is null
				and not exists (
					select from public.team_member t
					where t.professional_id = c.professional_id and t.family_id = c.family_id and t.id = any (places)
				)
		)
$$;
comment on function private.nobody_answers_for(public.invitation, uuid[], uuid[]) is
	'Whether no parent has said yes to it and who made it may invite there no more, when these jobs and places in teams end. What is said to end and what ends ask here. Granted to nobody.';

create function private.end_unvouched_invitations() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	inviter uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
	update public.invitation i set revoked_at = now(), inviter_left = true
	where i.invited_by = inviter and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
		and private.nobody_answers_for(i);
	return null;
end
$$;
comment on function private.end_unvouched_invitations() is
	'Ends the invitations of somebody who may invite there no more, as a choice ends with who leaves; they do not come back with the person. But for those a parent has said yes to: the family vouches for them. Its argument is the column that names the person.';
-- Called so that they run after keep_plan_access and end_choice_on_leaving: the family before the invitation, as joining
-- takes them.
create trigger stop_invitations after update of left_at on public.job
	for each row when (old.left_at is null and new.left_at is not null and new.is_project_lead)
	execute function private.end_unvouched_invitations('person_id');
create trigger stop_invitations after update of ended_at on public.coordinator_choice
	for each row when (old.ended_at is null and new.ended_at is not null and new.answer = 'accepted')
	execute function private.end_unvouched_invitations('professional_id');

create function private.inviting_ends(inviter uuid, jobs uuid[], places uuid[]) returns boolean
language sql stable security definer set search_path = ''
as $$
	-- Only the end of what somebody invites by ends invitations (stop_invitations).
	select (
		exists (select from public.job j where j.id = any (jobs) and j.is_project_lead and j.left_at is null)
		or exists (
			select from public.team_member t
			join public.coordinator_choice c on c.family_id = t.family_id and c.professional_id = t.professional_id
			where t.id = any (places) and t.left_at is null and c.answer = 'accepted' and c.ended_at is null
		)
	) and exists (
		select from public.invitation i
		where i.invited_by = inviter and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
			and private.nobody_answers_for(i, jobs, places)
	)
$$;
comment on function private.inviting_ends(uuid, uuid[], uuid[]) is
	'Whether invitations that somebody has made end when these jobs and places in teams of theirs do. Granted to nobody.';

create function public.invitations_ending_with_job(job uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
	select exists (
		select from public.job j
		where j.id = job and j.left_at is null
			and (j.person_id = private.uid() or j.municipality_id = any ((select private.my_led_municipalities())::uuid[]))
			and private.inviting_ends(
				j.person_id, array[j.id], array(select t.id from public.team_member t where t.job_id = j.id)
			)
	)
$$;
comment on function public.invitations_ending_with_job(uuid) is
	'Whether invitations end with this job: told to who has it and to the project lead, who may end it.';
grant execute on function public.invitations_ending_with_job(uuid) to authenticated;

create function public.invitations_ending_with_place(team_member uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
	select exists (
		select from public.team_member t
		where t.id = invitations_ending_with_place.team_member and t.left_at is null and t.professional_id = private.uid()
			and private.inviting_ends(t.professional_id, '{}', array[t.id])
	)
$$;
comment on function public.invitations_ending_with_place(uuid) is
	'Whether invitations I have made end when I leave this team.';
grant execute on function public.invitations_ending_with_place(uuid) to authenticated;
