-- Joining by the code of an invitation; what is read of it before stands in 87_invitation_opening.sql.

alter table public.member add column invitation_id uuid,
	add constraint member_joined_by_an_invitation_into_the_family foreign key (invitation_id, family_id)
		references public.invitation (id, family_id) on delete set null (invitation_id);
comment on column public.member.invitation_id is 'How the person came in: who invited, and who said yes. Null when it is not known any more.';
create index on public.member (invitation_id, family_id);

create function private.sits_across(who uuid, invited public.invitation) returns boolean
language sql stable security definer set search_path = ''
as $$
	select who = invited.invited_by or exists (
		select from public.team_member t
		where t.family_id = invited.family_id and t.professional_id = who and t.left_at is null
	)
$$;
comment on function private.sits_across(uuid, public.invitation) is
	'Whether somebody wrote the invitation or is in the team of the family it leads into. Granted to nobody.';

create function private.belongs_there(who uuid, invited public.invitation) returns boolean
language sql stable security definer set search_path = ''
as $$
	select exists (
		select from public.member m
		where m.family_id = invited.family_id and m.person_id = who and m.left_at is null
		union all
		select from public.job j
		where j.organisation_id = invited.organisation_id and j.person_id = who and j.left_at is null
	)
$$;
comment on function private.belongs_there(uuid, public.invitation) is
	'Whether somebody is already where the invitation leads. Granted to nobody.';

create function private.join_as_invited(code_hash text, who uuid, provider text, subject text) returns uuid
language plpgsql volatile security definer set search_path = ''
as $$
declare
	invited public.invitation;
	is_new boolean := who is null;
begin
	-- Two who would both be the first parent wait for each other here.
	perform private.hold(array[who], array(
		select i.family_id from public.invitation i join private.invitation_code c on c.invitation_id = i.id
		where c.code_hash = join_as_invited.code_hash
	));
	select i.* into invited
	from public.invitation i join private.invitation_code c on c.invitation_id = i.id
	where c.code_hash = join_as_invited.code_hash
	for update of i;
	-- Before all that tells something of somebody.
	if private.uid() is not null and private.uid() is distinct from who and not private.lets_in(who, invited) then
		raise exception 'not yours to let in' using errcode = '42501';
	end if;
	if invited.id is null or invited.accepted_at is not null or invited.revoked_at is not null or invited.expires_at <= now() then
		perform private.refuse('invitation_is_open', 'accepted, revoked, expired or unknown');
	end if;
	if private.waits_for_family(invited) then
		perform private.refuse('invitation_has_a_yes', 'no parent of the family has said yes');
	end if;
	-- Nobody lets themselves in, and nobody sits on both sides of the table.
	if private.sits_across(who, invited) then
		perform private.refuse('invitation_is_for_somebody_else', 'wrote it, or is in the team');
	end if;
	-- A grandmother's invitation opened on the mother's phone stays the grandmother's.
	if private.belongs_there(who, invited) then
		perform private.refuse('invitation_brings_somebody_new', 'belongs there already');
	end if;
	if coalesce(private.uid(), who) = who and private.waits_for_home(who, invited) then
		perform private.refuse('child_has_a_home', 'a parent who has the child already opens it');
	end if;
	if coalesce(private.uid(), who) = who and private.is_no_such_child(who, invited) then
		perform private.refuse('invitation_is_for_a_child', 'older than the family has said yes to');
	end if;
	if not private.names_who_was_put_out(invited, who) then
		perform private.refuse('family_invites_who_was_put_out', 'was taken out of the family, and the invitation is another''s');
	end if;
	-- A colleague reads what families are told by grown people.
	if invited.member_role is null and (
		not private.is_grown(who) or exists (
			select from public.member m
			where m.person_id = who and m.left_at is null and private.stage_of(m) <> 'adult'
		)
	) then
		perform private.refuse('colleague_is_an_adult', 'under 18');
	end if;
	-- A parent or a relative is no child.
	if invited.member_role <> 'child' and private.age_of(who) < private.answers_alone_from() then
		perform private.refuse('invitation_is_for_somebody_else', 'too young for it');
	end if;
	if not is_new and private.is_in_another_name(invited, who) then
		perform private.refuse('invitation_is_in_another_name', 'the yes of the family is to somebody of another name');
	end if;
	if is_new then
		who := gen_random_uuid();
		insert into public.person (id, name) values (who, invited.invitee_name);
		-- Whom a parent lets in has none yet.
		insert into public.identity (provider, subject, person_id)
		select join_as_invited.provider, join_as_invited.subject, who where join_as_invited.subject is not null;
	end if;
	if invited.family_id is not null then
		insert into public.member (id, family_id, person_id, role, invitation_id)
		values (gen_random_uuid(), invited.family_id, who, invited.member_role, invited.id);
		-- A parent who lets a child in has seen that it came.
		insert into public.event_seen (event_id, person_id)
		select e.id, private.uid() from public.family_event e
		where e.family_id = invited.family_id and e.person_id = who and e.kind = 'joined' and e.happened_at = now()
			and private.uid() <> who;
		-- Of who was here before the municipality is told it, and not who wrote the invitation.
		insert into public.birth (person_id, born_on)
		select who, invited.born_on where is_new and invited.born_on is not null;
	else
		-- Who has worked here before has a new job and none of the old teams.
		insert into public.job (id, person_id, organisation_id, municipality_id, profession)
		values (gen_random_uuid(), who, invited.organisation_id, invited.municipality_id, invited.profession);
	end if;
	update public.invitation i set accepted_at = now(), accepted_by = who where i.id = invited.id;
	return who;
end
$$;
comment on function private.join_as_invited(text, uuid, text, text) is
	'Lets a person in by an open invitation; without a person a new one, with this identity if there is one. Granted to nobody: the functions below call it.';

create function public.accept_invitation(code_hash text, provider text, subject text) returns uuid
language sql volatile security definer set search_path = ''
as $$
	select private.join_as_invited(code_hash, public.find_identity(provider, subject), provider, subject)
$$;
comment on function public.accept_invitation(text, text, text) is
	'Whoever holds the code and has a verified identity joins; not who wrote the invitation, nor the family''s team, nor who belongs there already. Works once.';
grant execute on function public.accept_invitation(text, text, text) to session_keeper;

create function public.accept_invitation_as_me(code_hash text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	if private.uid() is null then
		raise exception 'nobody is signed in' using errcode = '42501';
	end if;
	perform private.join_as_invited(code_hash, private.uid(), null, null);
end
$$;
comment on function public.accept_invitation_as_me(text) is
	'Who is signed in and holds the code joins as who they are. The same rules as accept_invitation.';
grant execute on function public.accept_invitation_as_me(text) to authenticated;

create function public.accept_invitation_for(code_hash text, child uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	if private.uid() is null or child is null or child = private.uid() then
		raise exception 'nobody is signed in for a child' using errcode = '42501';
	end if;
	-- First, so that the answer tells nobody whether somebody is of the family, of its team, or there at all.
	if not private.stands_for(child) then
		raise exception 'not yours to let in' using errcode = '42501';
	end if;
	perform private.join_as_invited(code_hash, child, null, null);
end
$$;
comment on function public.accept_invitation_for(text, uuid) is
	'A parent who has the child already, and holds the code, says yes to one more home of a child under 15 (docs/decisions/011-new-people.md). The same rules as accept_invitation.';
grant execute on function public.accept_invitation_for(text, uuid) to authenticated;

create function public.accept_invitation_for_new_child(code_hash text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	if private.uid() is null then
		raise exception 'nobody is signed in for a child' using errcode = '42501';
	end if;
	perform private.join_as_invited(code_hash, null, null, null);
end
$$;
comment on function public.accept_invitation_for_new_child(text) is
	'A parent of the family lets an invited child under 15 in who is new here and has no means to prove who it is (docs/decisions/011-new-people.md). Not who wrote the invitation.';
grant execute on function public.accept_invitation_for_new_child(text) to authenticated;
