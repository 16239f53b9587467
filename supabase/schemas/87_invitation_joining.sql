-- Opening an invitation with its code, and joining by it.

alter table public.member add column invitation_id uuid,
	add constraint member_joined_by_an_invitation_into_the_family foreign key (invitation_id, family_id)
		references public.invitation (id, family_id) on delete set null (invitation_id);
comment on column public.member.invitation_id is 'How the person came in: who invited, and who said yes. Null when it is not known any more.';
create index on public.member (invitation_id, family_id);

create function public.open_invitation(code_hash text) returns json
language sql stable security definer set search_path = ''
as $$
	select case
		when now.state = 'open' then json_build_object(
			'id', i.id,
			'invitee_name', i.invitee_name,
			'family_name', f.name,
			'municipality_name', m.name,
			'member_role', i.member_role,
			'stage', case when i.born_on is not null then private.stage_on(i.member_role, i.born_on, private.today()) end,
			'profession', i.profession,
			'organisation_name', o.name,
			'inviter_name', p.name,
			'inviter_profession', (
				select string_agg(j.profession, ', ' order by j.started_at, j.id) from public.job j
				where j.person_id = i.invited_by and j.municipality_id = i.municipality_id and j.left_at is null
			),
			'expires_at', i.expires_at,
			'state', now.state
		)
		-- Whose it was, and into what, is told while it opens something.
		else json_build_object('state', now.state)
	end
	from private.invitation_code c
	join public.invitation i on i.id = c.invitation_id
	join public.municipality m on m.id = i.municipality_id
	left join public.person p on p.id = i.invited_by
	left join public.organisation o on o.id = i.organisation_id
	left join public.family f on f.id = i.family_id
	cross join lateral (
		select case
			when i.accepted_at is not null then 'accepted'
			when i.inviter_left then 'inviterLeft'
			when i.revoked_at is not null then 'revoked'
			when i.expires_at <= now() then 'expired'
			when private.waits_for_family(i) then 'waits'
			else 'open'
		end as state
	) now
	where c.code_hash = open_invitation.code_hash
$$;
comment on function public.open_invitation(text) is 'Who invites, into what, for whoever holds the code; null for an unknown code.';
grant execute on function public.open_invitation(text) to session_keeper;

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

create function public.invitation_and_me(code_hash text) returns table (
	waits_for_me boolean, is_not_for uuid[], in_another_name uuid[], waits_for_my_parent boolean
)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select
		private.waits_for_family(i) and i.invited_by <> private.uid()
			and i.family_id = any ((select private.my_households())::uuid[]) and private.decides_as_parent(i.family_id),
		case when private.waits_for_family(i) then '{}' else array(
			select mine.id from unnest((select private.my_children() || private.uid())::uuid[]) mine (id)
			where private.belongs_there(mine.id, i) or private.sits_across(mine.id, i)
			order by mine.id
		) end,
		case when private.waits_for_family(i) then '{}' else array(
			select mine.id from unnest((select private.my_children() || private.uid())::uuid[]) mine (id)
			where private.is_in_another_name(i, mine.id)
			order by mine.id
		) end,
		not private.waits_for_family(i) and private.waits_for_home(private.uid(), i)
	from public.invitation i join private.invitation_code c on c.invitation_id = i.id
	where c.code_hash = invitation_and_me.code_hash
		and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
	order by i.id limit 1;
end
$$;
comment on function public.invitation_and_me(text) is
	'To who is signed in and holds the code of an invitation: whether it waits for a yes of theirs, and, once it opens, who of them and their children it is not for, because they are there already, in its team or wrote it, who of them it is in no name of, and whether a parent opens it for them; the joining refuses them the same.';
grant execute on function public.invitation_and_me(text) to authenticated;

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
