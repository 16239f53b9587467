-- Saying yes for the family (F4): into a family that has a parent, an invitation opens nothing before one of its
-- parents has said yes. docs/decisions/011-new-people.md says why.

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
	return not exists (
		select from public.member m
		where m.family_id = invited.family_id and m.person_id = invited.agreed_by and m.role = 'parent' and m.left_at is null
	);
end
$$;
comment on function private.waits_for_family(public.invitation) is
	'Whether a parent of the family has yet to say yes. Granted to nobody: invitations_that_wait asks first who wants to know.';

create function public.invitations_that_wait() returns setof uuid
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select i.id from public.invitation i
	where i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
		and i.family_id = any (private.my_led_families() || private.my_coordinated_families() || private.my_households())
		and private.waits_for_family(i)
	order by i.created_at desc, i.id desc limit 500;
end
$$;
comment on function public.invitations_that_wait() is
	'Which of the open invitations I see wait for a yes of the family; the newest 500.';
grant execute on function public.invitations_that_wait() to authenticated;

create function public.agree_to_invitation(invitation uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	invited public.invitation;
begin
	select i.* into invited from public.invitation i
	where i.id = agree_to_invitation.invitation and i.family_id = any (private.my_households())
	for update;
	-- Who invites does not say yes for the family, whatever else they are. A parent under 18 does where no parent of the
	-- household is an adult: somebody of the family must be able to.
	if not found or invited.invited_by = private.uid() or (
		private.age_of(private.uid()) < 18 and exists (
			select from public.member m
			where m.family_id = invited.family_id and m.role = 'parent' and m.left_at is null
				and coalesce(private.age_of(m.person_id) >= 18, true)
		)
	) then
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
