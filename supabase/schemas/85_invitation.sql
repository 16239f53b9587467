-- Invitations: into a family, or of a professional into a municipality. A one-time code, valid 14 days.

create table public.invitation (
	id uuid primary key,
	municipality_id uuid not null references public.municipality on delete cascade,
	family_id uuid references public.family on delete cascade,
	invitee_name text not null,
	member_role public.member_role,
	born_on date,
	profession text,
	code_hash text not null unique,
	invited_by uuid not null references public.person,
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '14 days',
	revoked_at timestamptz,
	accepted_at timestamptz,
	accepted_by uuid references public.person,
	constraint invitation_into_a_family_or_a_municipality check (
		(family_id is not null and member_role is not null and profession is null)
		or (family_id is null and member_role is null and length(btrim(profession)) between 1 and 60)
	),
	constraint invited_child_has_a_date_of_birth check (member_role is distinct from 'child' or born_on is not null),
	constraint invitee_born_in_this_age check (born_on >= '1900-01-01'),
	constraint invitee_born_not_in_the_future check (born_on <= private.today()),
	constraint professional_is_asked_no_date_of_birth check (member_role is not null or born_on is null),
	constraint invitee_has_a_name check (length(btrim(invitee_name)) between 1 and 100),
	constraint invitation_code_is_a_sha256 check (code_hash ~ '^[0-9a-f]{64}$')
);
comment on table public.invitation is 'A one-time invitation of a named person into a family, or of a professional into a municipality. Valid 14 days.';
comment on column public.invitation.code_hash is 'SHA-256, hex, of the code on the link and the paper. Nobody may read it.';
comment on column public.invitation.member_role is 'As what the person joins the family; null for professionals.';
comment on column public.invitation.born_on is
	'Asked with the invitation, for a child always; goes to birth when it is accepted. Nobody reads it here: who works with the family sees the stage of life alone.';
comment on column public.invitation.profession is 'In plain words; null for family members.';
create index on public.invitation (municipality_id);
create index on public.invitation (family_id);
create index on public.invitation (invited_by);
create index on public.invitation (accepted_by);

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
		'inviter_name', p.name,
		'inviter_profession', w.profession,
		'expires_at', i.expires_at,
		'state', case
			when i.accepted_at is not null then 'accepted'
			when i.revoked_at is not null then 'revoked'
			when i.expires_at <= now() then 'expired'
			else 'open'
		end
	)
	from public.invitation i
	join public.municipality m on m.id = i.municipality_id
	join public.person p on p.id = i.invited_by
	left join public.professional w on w.person_id = i.invited_by
	left join public.family f on f.id = i.family_id
	where i.code_hash = open_invitation.code_hash
$$;
comment on function public.open_invitation(text) is 'Who invites, into what, for whoever holds the code; null for an unknown code.';
grant execute on function public.open_invitation(text) to session_keeper;

create function private.join_as_invited(code_hash text, who uuid, provider text, subject text) returns uuid
language plpgsql volatile security definer set search_path = ''
as $$
declare
	invited public.invitation;
begin
	select * into invited from public.invitation i where i.code_hash = join_as_invited.code_hash for update;
	if not found or invited.accepted_at is not null or invited.revoked_at is not null or invited.expires_at <= now() then
		raise exception 'constraint "invitation_is_open": accepted, revoked, expired or unknown' using errcode = '42501';
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
		select from public.professional p
		where invited.family_id is null and p.person_id = who and p.left_at is null
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
		insert into public.member (id, family_id, person_id, role)
		values (gen_random_uuid(), invited.family_id, who, invited.member_role);
		-- Whoever has a date of birth already knows it better than who wrote the invitation.
		insert into public.birth (person_id, born_on)
		select who, invited.born_on where invited.born_on is not null
		on conflict do nothing;
	else
		-- Who has worked here, or elsewhere, before comes back.
		insert into public.professional (person_id, municipality_id, profession)
		values (who, invited.municipality_id, invited.profession)
		on conflict (person_id) do update
		set municipality_id = excluded.municipality_id, profession = excluded.profession, is_project_lead = false, left_at = null;
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

-- Row security

alter table public.invitation enable row level security;
alter table public.invitation force row level security;
grant
	select (id, municipality_id, family_id, invitee_name, member_role, profession, invited_by, created_at, expires_at, revoked_at, accepted_at, accepted_by),
	insert (id, municipality_id, family_id, invitee_name, member_role, born_on, profession, code_hash, invited_by),
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
create policy insert_lead on public.invitation for insert to authenticated
	with check (
		invited_by = (select private.uid())
		and municipality_id = any ((select private.my_led_municipalities())::uuid[])
		and (family_id is null or family_id = any ((select private.my_led_families())::uuid[]))
	);
comment on policy insert_lead on public.invitation is 'The project lead invites families and professionals.';
create policy insert_coordinator on public.invitation for insert to authenticated
	with check (
		invited_by = (select private.uid())
		and family_id = any ((select private.my_coordinated_families())::uuid[])
		and municipality_id = any ((select private.my_workplaces())::uuid[])
	);
comment on policy insert_coordinator on public.invitation is 'The coordinator invites into the family that chose them.';
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
-- no delete: it stays visible that somebody was invited
