-- Who comes in by an invitation, and for whom somebody else says yes: what joining asks (011).

create function private.is_asked_for(child uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
	select coalesce(private.age_of(child) < 15, true)
$$;
comment on function private.is_asked_for(uuid) is
	'Whether a child is under 15, or of an age that nobody knows: a parent says where else it belongs. Granted to nobody.';

create function private.waits_for_home(child uuid, invited public.invitation) returns boolean
language sql stable security definer set search_path = ''
as $$
	select invited.family_id is not null and private.is_asked_for(child) and exists (
		select from private.parents_of_children p where p.child_id = child
	) and not exists (
		-- The same parent in both homes has said it already.
		select from private.parents_of_children p where p.child_id = child and p.person_id = invited.agreed_by
	)
$$;
comment on function private.waits_for_home(uuid, public.invitation) is
	'Whether somebody under 15 who is a child of a home here would join one more, as whatever: a parent who has them already stands for that, because the other home sees what is about its child from then on. From 15 one says yes oneself. Granted to nobody.';

create function private.stands_for(child uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
	select private.is_asked_for(child) and exists (
		select from public.member c
		where c.person_id = child and c.role = 'child' and c.left_at is null and private.decides_as_parent(c.family_id)
	)
$$;
comment on function private.stands_for(uuid) is
	'Whether I am a parent in a home of this child under 15, who says where else it belongs. Granted to nobody.';

create function private.lets_in(who uuid, invited public.invitation) returns boolean
language sql stable security definer set search_path = ''
as $$
	select private.uid() is distinct from invited.invited_by and case
		when who is not null then invited.family_id is not null and private.stands_for(who)
		else invited.member_role = 'child' and private.age_on(invited.born_on, private.today()) < 15
			and private.decides_as_parent(invited.family_id)
	end
$$;
comment on function private.lets_in(uuid, public.invitation) is
	'Whether I let somebody in for whom I stand: a child that has a home with me already, or (null) one under 15 that is new here, into a family of which I am a parent. Not who wrote the invitation. Granted to nobody.';

create function private.is_no_such_child(who uuid, invited public.invitation) returns boolean
language sql stable security definer set search_path = ''
as $$
	select invited.member_role = 'child' and coalesce((
		select case when age >= 18 then private.age_on(invited.born_on, private.today()) < 18
			when age >= 15 then private.age_on(invited.born_on, private.today()) < 15 end
		from (
			select case
				when exists (select from public.job j where j.person_id = who) then 18
				-- Of whose age nobody knows nobody knows that they are a child.
				else greatest(
					coalesce(private.age_of(who), 18),
					case when exists (
						select from public.member m where m.person_id = who and m.role = 'parent'
					) then 15 end
				)
			end as age
		) known
	), false)
$$;
comment on function private.is_no_such_child(uuid, public.invitation) is
	'Whether somebody who is here is older than the child that is invited: an adult, or 15 to 17 and the child is not. Whoever works or worked here is an adult, a parent at least 15, and so is whoever''s age nobody knows. The family has said yes to a child. Granted to nobody.';

create function private.names_who_was_put_out(invited public.invitation, who uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
	gone record;
begin
	select e.by_id, e.happened_at, e.person_name into gone from public.family_event e
	where e.family_id = invited.family_id and e.person_id = who and e.kind = 'left'
	order by e.happened_at desc, e.id desc limit 1;
	-- Who left by themselves said no to nobody.
	if not found or gone.by_id = who then
		return true;
	end if;
	return coalesce(
		invited.created_at > gone.happened_at and (
			private.name_fits(invited.invitee_name, gone.person_name) > 0
			or private.name_fits(gone.person_name, invited.invitee_name) > 0
		), false
	);
end
$$;
comment on function private.names_who_was_put_out(public.invitation, uuid) is
	'Whether somebody was never taken out of the family, or the invitation was made after that and bears the name by which the family knew them, or the beginning of it, as one hears it (name_fits): the yes of the family is to a name, and nobody comes back by a yes to another. Granted to nobody.';

create function private.is_in_another_name(invited public.invitation, who uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return invited.family_id is not null and not exists (
		select from public.person p where p.id = who and private.may_be_one_name(invited.invitee_name, p.name)
	) and not exists (
		-- Who was there before may be called something else by now.
		select from public.family_event e
		where e.family_id = invited.family_id and e.person_id = who and e.kind = 'left'
			and private.may_be_one_name(invited.invitee_name, e.person_name)
	);
end
$$;
comment on function private.is_in_another_name(public.invitation, uuid) is
	'Whether an invitation into a family is in a name that somebody neither bears nor was known by there, as one hears it: the yes of the family is to a name, and lets in nobody of another. Granted to nobody.';
