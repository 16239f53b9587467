-- Erasure (S4): a person goes, what others stand on stays. docs/decisions/013-erasure.md says what and why, key by key.

create function private.erase_person(person uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	called text[];
	families uuid[];
begin
	perform from public.job j where j.person_id = person order by j.id for update;
	perform from public.team_member t where t.professional_id = person order by t.id for update;
	perform from public.member m where m.person_id = person order by m.id for update;
	perform from public.person p where p.id = person for update;
	families := array(select distinct m.family_id from public.member m where m.person_id = person);
	-- Nobody joins meanwhile a family that is about to have nobody.
	perform from public.family f
	where f.id = any (families || array(select t.family_id from public.team_member t where t.professional_id = person))
	order by f.id for update;

	-- The log says what they were called before, and so does the invitation that made them who they are here.
	called := array(
		select lower(p.name) from public.person p where p.id = person
		union select lower(e.person_name) from public.family_event e where e.person_id = person
		union select lower(e.was_called) from public.family_event e where e.person_id = person
		union select lower(e.by_name) from public.family_event e where e.by_id = person
		union select lower(e.agreed_name) from public.family_event e where e.agreed_by = person
		union select lower(l.reader_name) from public.access_log l where l.reader_id = person
		union (
			select lower(i.invitee_name) from public.invitation i where i.accepted_by = person
			order by i.accepted_at, i.id limit 1
		)
	);

	-- The family's log says that somebody left.
	update public.team_member t set left_at = now() where t.professional_id = person and t.left_at is null;
	update public.member m set left_at = now() where m.person_id = person and m.left_at is null;

	-- Logs keep role, topic and time.
	update public.access_log l set owner_id = null, share_id = null where l.owner_id = person;
	update public.access_log l set reader_id = null, reader_name = null, job_id = null, share_id = null where l.reader_id = person;
	update public.family_event e set person_name = null, was_called = null where e.person_id = person;
	update public.family_event e set by_name = null where e.by_id = person;
	update public.family_event e set agreed_name = null where e.agreed_by = person;
	-- Why this person was asked to come is about them; that somebody was asked, and came, is about the meeting.
	update public.meeting_attendee a set reason = null where a.person_id = person;
	-- An invitation is a name on paper. One that nobody used is to the person when it bears a name of theirs, as a child of
	-- the family or not as they are, or as a colleague where they work, says no other day of birth, and was not written
	-- while they belonged there already: somebody else may be called the same.
	delete from public.invitation i
	where i.accepted_by = person or (
		i.accepted_at is null and lower(i.invitee_name) = any (called)
		and exists (
			select from public.member m
			where m.person_id = person and m.family_id = i.family_id and (m.role = 'child') = (i.member_role = 'child')
			union all
			select from public.job j
			where j.person_id = person and i.family_id is null and j.municipality_id = i.municipality_id
		)
		and not exists (
			select from public.member m
			where m.person_id = person and m.family_id = i.family_id
				and i.created_at >= m.joined_at and i.created_at < m.left_at
			union all
			select from public.job j
			where j.person_id = person and i.family_id is null and j.municipality_id = i.municipality_id
				and i.created_at >= j.started_at and (j.left_at is null or i.created_at < j.left_at)
		)
		and not exists (select from public.birth b where b.person_id = person and b.born_on <> i.born_on)
	);
	-- Nobody vouches any more for those the person sent and nobody has used.
	update public.invitation i set revoked_at = now(), inviter_left = true
	where i.invited_by = person and i.accepted_at is null and i.revoked_at is null;

	delete from public.person p where p.id = person;
	-- Nobody is left who could read it, or ask for it to be erased.
	delete from public.family f
	where f.id = any (families)
		and not exists (select from public.member m where m.family_id = f.id and m.left_at is null);
end
$$;
comment on function private.erase_person(uuid) is
	'Erases a person: who they are, what they answered and what is about them goes; what they wrote for others stays without a name, and logs keep role, topic and time. A family goes with the last who belongs to it. Granted to nobody: who may ask for it comes with S4.';
