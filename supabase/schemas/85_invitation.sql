-- Invitations: into a family, or of a professional into a municipality. A one-time code, valid 14 days. Into a family
-- that has a parent it opens nothing before one of its parents has said yes (docs/decisions/011-new-people.md).

create table public.invitation (
	id uuid primary key,
	municipality_id uuid not null references public.municipality on delete cascade,
	family_id uuid references public.family on delete cascade,
	invitee_name text not null,
	member_role public.member_role,
	born_on date,
	organisation_id uuid,
	profession text,
	invited_by uuid references public.person on delete set null,
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '14 days',
	agreed_at timestamptz,
	agreed_by uuid references public.person on delete set null,
	revoked_at timestamptz,
	accepted_at timestamptz,
	accepted_by uuid references public.person on delete cascade,
	constraint invitation_into_a_family_or_a_municipality check (
		(family_id is not null and member_role is not null and organisation_id is null and profession is null)
		or (
			family_id is null and member_role is null and organisation_id is not null
			and length(btrim(profession)) between 1 and 60
		)
	),
	constraint professional_needs_no_yes_of_a_family check (member_role is not null or agreed_at is null),
	constraint invited_child_has_a_date_of_birth check (member_role is distinct from 'child' or born_on is not null),
	constraint invitee_born_in_this_age check (born_on >= '1900-01-01'),
	constraint invitee_born_not_in_the_future check (born_on <= private.today()),
	constraint professional_is_asked_no_date_of_birth check (member_role is not null or born_on is null),
	constraint invitation_into_an_organisation_of_the_municipality foreign key (organisation_id, municipality_id)
		references public.organisation (id, municipality_id) on delete cascade,
	constraint invitee_has_a_name check (length(btrim(invitee_name)) between 1 and 100)
);
comment on table public.invitation is 'A one-time invitation of a named person into a family, or of a professional into a municipality. Valid 14 days.';
comment on column public.invitation.member_role is 'As what the person joins the family; null for professionals.';
comment on column public.invitation.born_on is
	'Asked with the invitation, for a child always; goes to birth when it is accepted. Nobody reads it here: who works with the family sees the stage of life alone.';
comment on column public.invitation.organisation_id is 'Where the professional is going to work; null for family members.';
comment on column public.invitation.profession is 'In plain words; null for family members.';
comment on column public.invitation.agreed_at is 'When a parent of the family said yes to this person joining; null: nobody has.';
comment on column public.invitation.agreed_by is 'That parent. Their yes counts while they belong to the household.';
create index on public.invitation (municipality_id);
create index on public.invitation (agreed_by);
create index on public.invitation (family_id);
create index on public.invitation (invited_by);
create index on public.invitation (accepted_by);
create index on public.invitation (organisation_id, municipality_id);

-- Apart from the rows people read, in a schema no request reaches: no right to invitation shows it.
create table private.invitation_code (
	invitation_id uuid primary key references public.invitation on delete cascade,
	code_hash text not null unique,
	constraint invitation_code_is_a_sha256 check (code_hash ~ '^[0-9a-f]{64}$')
);
comment on table private.invitation_code is 'What opens an invitation. Read by the functions of this file alone.';
comment on column private.invitation_code.code_hash is 'SHA-256, hex, of the code on the link and the paper.';

create function public.invite_member(
	id uuid, family uuid, name text, role public.member_role, code_hash text, born_on date default null
) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	if not (family = any (private.my_led_families() || private.my_coordinated_families())) then
		raise exception 'only the project lead and the coordinator invite' using errcode = '42501';
	end if;
	insert into public.invitation (id, municipality_id, family_id, invitee_name, member_role, born_on, invited_by)
	select invite_member.id, f.municipality_id, f.id, invite_member.name, invite_member.role, invite_member.born_on, private.uid()
	from public.family f where f.id = family;
	insert into private.invitation_code (invitation_id, code_hash) values (invite_member.id, invite_member.code_hash);
end
$$;
comment on function public.invite_member(uuid, uuid, text, public.member_role, text, date) is
	'The project lead, or the coordinator the family chose, invites somebody into the family. The code itself is known to the inviter alone.';
grant execute on function public.invite_member(uuid, uuid, text, public.member_role, text, date) to authenticated;

create function public.invite_professional(id uuid, organisation uuid, name text, profession text, code_hash text)
returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	place public.organisation;
begin
	select o.* into place from public.organisation o
	where o.id = organisation and o.municipality_id = any (private.my_led_municipalities());
	if not found then
		raise exception 'only the project lead invites colleagues' using errcode = '42501';
	end if;
	insert into public.invitation (id, municipality_id, organisation_id, invitee_name, profession, invited_by)
	values (
		invite_professional.id, place.municipality_id, place.id, invite_professional.name, invite_professional.profession,
		private.uid()
	);
	insert into private.invitation_code (invitation_id, code_hash)
	values (invite_professional.id, invite_professional.code_hash);
end
$$;
comment on function public.invite_professional(uuid, uuid, text, text, text) is
	'The project lead invites somebody to work with families, in an organisation of the municipality.';
grant execute on function public.invite_professional(uuid, uuid, text, text, text) to authenticated;

alter table public.member add column invitation_id uuid references public.invitation on delete set null;
comment on column public.member.invitation_id is 'How the person came in: who invited, and who said yes. Null when it is not known any more.';
create index on public.member (invitation_id);

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
		and (
			i.municipality_id = any (private.my_led_municipalities())
			or i.family_id = any (private.my_coordinated_families() || private.my_households())
		)
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
	-- Who invites does not say yes for the family, whatever else they are.
	if not found or invited.invited_by = private.uid() then
		raise exception 'not yours to answer' using errcode = '42501';
	end if;
	if invited.accepted_at is not null or invited.revoked_at is not null or invited.expires_at <= now() then
		perform private.refuse('invitation_is_still_open', 'accepted, revoked or expired');
	end if;
	if private.waits_for_family(invited) then
		update public.invitation i set agreed_at = now(), agreed_by = private.uid() where i.id = invited.id;
	end if;
end
$$;
comment on function public.agree_to_invitation(uuid) is
	'A parent says yes to somebody joining the household (B4): without it the code opens nothing. A no is to stop the invitation. Not by who wrote it.';
grant execute on function public.agree_to_invitation(uuid) to authenticated;

create function public.open_invitation(code_hash text) returns json
language sql stable security definer set search_path = ''
as $$
	select json_build_object(
		'id', i.id,
		'invitee_name', i.invitee_name,
		'family_name', f.name,
		'municipality_name', m.name,
		'member_role', i.member_role,
		'profession', i.profession,
		'organisation_name', o.name,
		'inviter_name', p.name,
		'inviter_profession', (
			select string_agg(j.profession, ', ' order by j.started_at, j.id) from public.job j
			where j.person_id = i.invited_by and j.municipality_id = i.municipality_id and j.left_at is null
		),
		'expires_at', i.expires_at,
		'state', case
			when i.accepted_at is not null then 'accepted'
			when i.revoked_at is not null then 'revoked'
			when i.expires_at <= now() then 'expired'
			when private.waits_for_family(i) then 'waits'
			else 'open'
		end
	)
	from private.invitation_code c
	join public.invitation i on i.id = c.invitation_id
	join public.municipality m on m.id = i.municipality_id
	left join public.person p on p.id = i.invited_by
	left join public.organisation o on o.id = i.organisation_id
	left join public.family f on f.id = i.family_id
	where c.code_hash = open_invitation.code_hash
$$;
comment on function public.open_invitation(text) is 'Who invites, into what, for whoever holds the code; null for an unknown code.';
grant execute on function public.open_invitation(text) to session_keeper;

create function private.join_as_invited(code_hash text, who uuid, provider text, subject text) returns uuid
language plpgsql volatile security definer set search_path = ''
as $$
declare
	invited public.invitation;
begin
	-- First the person, then the family, then the invitation: in the order in which erasing takes them. Two who would
	-- both be the first parent wait for each other here.
	perform from public.person p where p.id = who for update;
	perform from public.family f
	where f.id = (
		select i.family_id from public.invitation i join private.invitation_code c on c.invitation_id = i.id
		where c.code_hash = join_as_invited.code_hash
	)
	for update;
	select i.* into invited
	from public.invitation i join private.invitation_code c on c.invitation_id = i.id
	where c.code_hash = join_as_invited.code_hash
	for update of i;
	if not found or invited.accepted_at is not null or invited.revoked_at is not null or invited.expires_at <= now() then
		raise exception 'constraint "invitation_is_open": accepted, revoked, expired or unknown' using errcode = '42501';
	end if;
	if private.waits_for_family(invited) then
		raise exception 'constraint "invitation_has_a_yes": no parent of the family has said yes' using errcode = '42501';
	end if;
	-- Nobody lets themselves in, and nobody sits on both sides of the table.
	if who = invited.invited_by or exists (
		select from public.team_member t
		where t.family_id = invited.family_id and t.professional_id = who and t.left_at is null
	) then
		raise exception 'constraint "invitation_is_for_somebody_else": wrote it, or is in the team' using errcode = '42501';
	end if;
	-- A grandmother's invitation opened on the mother's phone stays the grandmother's.
	if exists (
		select from public.member m
		where m.family_id = invited.family_id and m.person_id = who and m.left_at is null
		union all
		select from public.job j
		where j.organisation_id = invited.organisation_id and j.person_id = who and j.left_at is null
	) then
		raise exception 'constraint "invitation_brings_somebody_new": belongs there already' using errcode = '42501';
	end if;
	if who is null then
		who := gen_random_uuid();
		insert into public.person (id, name) values (who, invited.invitee_name);
		insert into public.identity (provider, subject, person_id)
		values (join_as_invited.provider, join_as_invited.subject, who);
	end if;
	if invited.family_id is not null then
		insert into public.member (id, family_id, person_id, role, invitation_id)
		values (gen_random_uuid(), invited.family_id, who, invited.member_role, invited.id);
		-- Whoever has a date of birth already knows it better than who wrote the invitation.
		insert into public.birth (person_id, born_on)
		select who, invited.born_on where invited.born_on is not null
		on conflict do nothing;
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
	'Lets a person in by an open invitation; without a person a new one with this identity. Granted to nobody: the two functions below call it.';

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

create trigger stays before update on public.invitation
	for each row execute function private.stays(
		'id', 'municipality_id', 'family_id', 'member_role', 'organisation_id', 'invited_by', 'created_at'
	);
create trigger keep_from_api before insert or update on public.invitation
	for each row execute function private.keep_from_api('expires_at', 'agreed_at', 'agreed_by', 'accepted_at', 'accepted_by');

-- Row security

alter table public.invitation enable row level security;
alter table public.invitation force row level security;
grant
	select (id, municipality_id, family_id, invitee_name, member_role, organisation_id, profession, invited_by, created_at, expires_at, agreed_at, agreed_by, revoked_at, accepted_at, accepted_by),
	update (revoked_at)
	on public.invitation to authenticated;
create policy select_lead on public.invitation for select to authenticated
	using (municipality_id = any ((select private.my_led_municipalities())::uuid[]));
comment on policy select_lead on public.invitation is 'The project lead sees who is invited.';
create policy select_coordinator on public.invitation for select to authenticated
	using (family_id = any ((select private.my_coordinated_families())::uuid[]));
comment on policy select_coordinator on public.invitation is 'The coordinator sees who is invited into the family.';
create policy select_household on public.invitation for select to authenticated
	using (family_id = any ((select private.my_households())::uuid[]));
comment on policy select_household on public.invitation is 'Parents see who is invited into their family.';
create policy update_lead on public.invitation for update to authenticated
	using (municipality_id = any ((select private.my_led_municipalities())::uuid[]) and accepted_at is null)
	with check (municipality_id = any ((select private.my_led_municipalities())::uuid[]) and revoked_at is not null);
comment on policy update_lead on public.invitation is 'The project lead revokes an invitation.';
create policy update_coordinator on public.invitation for update to authenticated
	using (family_id = any ((select private.my_coordinated_families())::uuid[]) and accepted_at is null)
	with check (family_id = any ((select private.my_coordinated_families())::uuid[]) and revoked_at is not null);
comment on policy update_coordinator on public.invitation is 'The coordinator revokes an invitation.';
create policy update_household on public.invitation for update to authenticated
	using (family_id = any ((select private.my_households())::uuid[]) and accepted_at is null)
	with check (family_id = any ((select private.my_households())::uuid[]) and revoked_at is not null);
comment on policy update_household on public.invitation is 'Parents stop an invitation into their family.';
-- no insert: invite_member, invite_professional; no delete: it stays visible that somebody was invited

alter table private.invitation_code enable row level security;
alter table private.invitation_code force row level security;
-- nobody selects, inserts, updates, deletes: the functions above only
