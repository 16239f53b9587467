-- Out of a family: a parent says no to who has come (put_out), an adult leaves by themselves (leave_family), the
-- municipality takes somebody out after a word from the family (take_out). docs/decisions/017-leaving.md says why so.
-- What ends with a place ends by the triggers of member, whichever of the three ended it.

create function private.end_place(
	place public.member, reason public.leaving_reason default null, press uuid default null, made_as text default null
) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	update public.member m set left_at = now() where m.id = place.id;
	-- The line that the trigger has just written.
	update public.family_event e
	set reason = end_place.reason, id = coalesce(end_place.press, e.id), made_as = end_place.made_as
	where e.family_id = place.family_id and e.person_id = place.person_id and e.kind = 'left' and e.happened_at = now();
end
$$;
comment on function private.end_place(public.member, public.leaving_reason, uuid, text) is
	'Ends somebody''s place in a family; press: the id of its line in the log. Who may, the verbs below have asked, while they hold the place. Granted to nobody.';

create function private.check_family_keeps_an_adult() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Adults who are nobody's parent here manage without one.
	if not exists (
		select from public.member m where m.family_id = new.family_id and m.left_at is null
	) or exists (
		select from public.member m
		where m.family_id = new.family_id and m.left_at is null and private.stage_of(m) <> 'adult'
	) and not (case when private.stage_of(new) = 'adult' then exists (
		select from public.member m
		where m.family_id = new.family_id and m.left_at is null and m.role <= new.role and private.stage_of(m) = 'adult'
	-- Who is under 18 was no adult to anybody; a parent of that age leaves one who can say yes.
	) else new.role <> 'parent' or private.somebody_decides(new.family_id, 'parent') end)
	-- A parent under 18 who was there without an adult goes on as before.
	and not private.decides_as_parent(new.family_id) then
		perform private.refuse('family_keeps_an_adult', 'somebody under 18 would be left without one, or a plan without a family');
	end if;
	return null;
end
$$;
comment on function private.check_family_keeps_an_adult() is
	'The last adult of a family does not go while somebody under 18 belongs to it (a parent, for who leaves as one; a parent or a relative, for a relative), nor the last of all, whatever they are and at any age: whoever ends the place, and of two at once the later. Not asked when somebody is erased, which the owner does (013).';
-- By its name after keep_plan_access, which waits for whoever else is leaving.
create trigger keeps_an_adult after update of left_at on public.member
	for each row when (old.left_at is null and new.left_at is not null and private.uid() is not null)
	execute function private.check_family_keeps_an_adult();

create function private.check_child_keeps_a_home() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Who has nothing to come back with would come back as somebody new, and what is theirs be out of everybody's reach.
	if not private.speaks_alone(new) and not exists (
		select from public.member m
		where m.person_id = new.person_id and m.id <> new.id and m.role = 'child' and m.left_at is null
	) then
		perform private.refuse('child_keeps_a_home', 'under 15, and it has no other');
	end if;
	return null;
end
$$;
comment on function private.check_child_keeps_a_home() is
	'A child under 15, or of an age that nobody knows, does not go from the only home it has here, whoever ends the place and whether the family takes part just now: of two homes at once the later one keeps it. Not asked when somebody is erased.';
-- As the next one after keep_plan_access, which waits for whoever takes it out of its other home.
create trigger keeps_a_home after update of left_at on public.member
	for each row when (
		old.left_at is null and new.left_at is not null and new.role = 'child' and private.uid() is not null
	)
	execute function private.check_child_keeps_a_home();

create function public.put_out(member uuid) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
declare
	place public.member;
begin
	select m.* into place from public.member m where m.id = put_out.member and m.left_at is null for no key update;
	-- Whoever puts me out at this moment is waited for.
	perform private.hold(array[private.uid(), place.person_id]);
	if place.id is null or not private.i_may_say_no(place.family_id, place.person_id, 'joined', place.joined_at) then
		raise exception 'not yours to put out' using errcode = '42501';
	end if;
	perform private.end_place(place);
	return exists (
		select from private.parents_of_children p join public.member ours on ours.person_id = p.child_id
		where p.person_id = place.person_id
			and ours.family_id = place.family_id and ours.role = 'child' and ours.left_at is null
	);
end
$$;
comment on function public.put_out(uuid) is
	'No to a newcomer: a parent who was there before ends the place of somebody who came into the family, until 14 days after they were first shown it. Who came first decides, so that two parents in conflict cannot put each other out. Returns whether they are a parent in the other home of a child of the family, and go on seeing what is about it.';
grant execute on function public.put_out(uuid) to authenticated;

create function public.leave_family(member uuid, family uuid default null) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	place public.member;
begin
	select m.* into place from public.member m
	where m.id = leave_family.member and m.person_id = private.uid()
		and m.family_id = coalesce(leave_family.family, m.family_id)
	for no key update;
	if not found then
		raise exception 'no place of yours' using errcode = '42501';
	end if;
	if place.left_at is not null then
		-- Pressed twice, or taken out meanwhile, they are out of it; who has come back since is not.
		if place.family_id = any (private.my_families()) then
			perform private.refuse('in_family_again', 'by another place');
		end if;
		return;
	end if;
	-- Whoever corrects my date of birth at this moment is waited for.
	perform private.hold(array[place.person_id]);
	if private.stage_of(place) <> 'adult' then
		perform private.refuse('adult_leaves_alone', 'under 18');
	end if;
	perform private.end_place(place);
end
$$;
comment on function public.leave_family(uuid, uuid) is
	'An adult ends their own place in a family (the one that their page named, if it says so), as parent, relative or grown child; not the last adult (check_family_keeps_an_adult). Who is out of it stays out.';
grant execute on function public.leave_family(uuid, uuid) to authenticated;

create function public.take_out(
	id uuid, family uuid, name text, role public.member_role, reason public.leaving_reason, known_born_on date default null,
	made_as text default null
) returns void
language plpgsql volatile security definer set search_path = ''
as $$
#variable_conflict use_column
declare
	place public.member;
	made public.family_event;
begin
	-- Whoever leads no more from this moment takes nobody out.
	perform from public.job j where j.person_id = private.uid() and j.is_project_lead and j.left_at is null
	order by j.id for share;
	perform from public.member m where m.family_id = take_out.family and m.left_at is null order by m.id for no key update;
	perform private.check_leads(take_out.family);
	-- The same press delivered twice is one, and meets nobody who has come since, nor another of that name. The id of a
	-- line of another family is refused where this one gets it (family_event_pkey).
	select e.* into made from public.family_event e where e.id = take_out.id and e.family_id = take_out.family;
	if found then
		if (
			made.kind = 'left' and made.by_id = private.uid() and made.made_as = take_out.made_as
			and made.member_role = take_out.role and made.reason = take_out.reason
			and private.name_fits(take_out.name, made.person_name) > 0
		) is not true then
			perform private.refuse('made_already', 'the id stands for something else');
		end if;
		if exists (
			select from public.member m
			where m.family_id = take_out.family and m.person_id = made.person_id and m.left_at is null
		) then
			perform private.refuse('in_family_again', 'by another place');
		end if;
		return;
	end if;
	if take_out.reason is null then
		perform private.refuse('leaving_has_a_reason', 'the family and who is taken out read it');
	end if;
	place := private.place_called(take_out.family, take_out.name, take_out.role, take_out.known_born_on);
	-- Of whom the lead is family, in any family, another lead does it, and where else somebody belongs is told to no office.
	if place.id is null or exists (
		select from public.member m
		where m.person_id = place.person_id and m.left_at is null
			and m.family_id = any ((select private.families_of_my_side())::uuid[])
	) then
		perform private.refuse('somebody_is_called_that', 'nobody of the family is, whom this lead takes out');
	end if;
	perform private.end_place(place, take_out.reason, take_out.id, take_out.made_as);
	-- It has waited for whoever was coming into the family.
	perform private.check_leads(take_out.family);
end
$$;
comment on function public.take_out(uuid, uuid, text, public.member_role, public.leaving_reason, date, text) is
	'The project lead takes somebody out of a family after a word from it, at any time, and says why. Who is meant they say by name and role (place_called), so that a slip takes out nobody. The id is that of the press, and of its line in the log; made_as is a fingerprint of all that was given, signed by whoever made it.';
grant execute on function public.take_out(uuid, uuid, text, public.member_role, public.leaving_reason, date, text) to authenticated;

create function public.taken_out(family uuid) returns table (
	id uuid, name text, role public.member_role, happened_at timestamptz, reason public.leaving_reason, by_name text,
	meetings integer
)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
	return query select e.id, split_part(btrim(e.person_name), ' ', 1), e.member_role, e.happened_at, e.reason, e.by_name, (
		select count(*)::integer
		from public.meeting_attendee a join public.meeting m on m.id = a.meeting_id
		where a.family_id = e.family_id and a.person_id = e.person_id and m.ends_at > now() and m.cancelled_at is null
			and not exists (
				select from private.still_asked s where s.meeting_id = a.meeting_id and s.person_id = a.person_id
			)
	)
	from public.family_event e
	where e.family_id = taken_out.family and e.kind = 'left' and e.reason is not null
		and e.family_id = any ((select private.my_led_families())::uuid[])
	order by e.happened_at desc, e.id limit 1000;
end
$$;
comment on function public.taken_out(uuid) is
	'Whom the municipality has taken out of a family, told to its project lead, the last first: what was written then, by the first name alone, since that is the least whoever takes somebody out has said; and to how many meetings ahead they were asked, of which nothing else. Not who left by themselves or was put out by a parent, nor whether somebody is back.';
grant execute on function public.taken_out(uuid) to authenticated;

create function public.leavings() returns table (
	event_id uuid, family_id uuid, family_name text, left_at timestamptz, by_name text, reason public.leaving_reason,
	is_seen boolean, as_child boolean
)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select e.id, e.family_id, e.elsewhere, e.happened_at, case when not small.child then e.by_name end,
		case when not small.child then e.reason end, exists (
			select from public.event_seen s where s.event_id = e.id and s.person_id = private.uid()
		), small.child
	from public.family_event e
	cross join lateral (select e.id = any ((select private.my_leavings_as_child())::uuid[])) small (child)
	where (small.child or e.id = any ((select private.my_leavings())::uuid[])) and not exists (
		select from public.member m
		where m.family_id = e.family_id and m.person_id = e.person_id and m.left_at is null
	)
	order by e.happened_at desc, e.id limit 1000;
end
$$;
comment on function public.leavings() is
	'How I left each family to which I belong no more, the latest first: by myself, or taken out by the municipality, by whom and why, and whether I have said that I saw it. Nothing of where a parent said no to me last: who of them it was is not told, and what was before is not why. To a child under 13 that it is out, and neither by whom nor why, so that it says nothing of a parent either.';
grant execute on function public.leavings() to authenticated;
