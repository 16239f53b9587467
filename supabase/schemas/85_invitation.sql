-- Invitations: into a family, or of a professional into a municipality. A one-time code, valid 14 days. Into a family
-- that has a parent it opens nothing before one of its parents has said yes (docs/decisions/011-new-people.md).

create table public.invitation (
	id uuid primary key,
	municipality_id uuid not null references public.municipality on delete restrict,
	family_id uuid,
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
	inviter_left boolean not null default false,
	accepted_at timestamptz,
	accepted_by uuid references public.person on delete cascade,
	constraint invitation_into_a_family_or_a_municipality check (
		(family_id is not null and member_role is not null and organisation_id is null and profession is null)
		or (
			family_id is null and member_role is null and organisation_id is not null
			and profession is not null and length(btrim(profession)) between 1 and 60
		)
	),
	constraint professional_needs_no_yes_of_a_family check (member_role is not null or agreed_at is null),
	constraint invited_child_has_a_date_of_birth check (member_role is distinct from 'child' or born_on is not null),
	constraint invitee_born_in_this_age check (born_on >= '1900-01-01'),
	constraint invited_parent_or_relative_is_no_child check (
		member_role = 'child'
		or born_on <= private.danish_day(created_at) - make_interval(years => private.answers_alone_from())
	),
	constraint invitee_born_not_in_the_future check (born_on <= private.today()),
	constraint ended_with_who_invited check (not inviter_left or revoked_at is not null),
	constraint professional_is_asked_no_date_of_birth check (member_role is not null or born_on is null),
	-- Who joined by it belongs to the family it was into.
	constraint invitation_into_one_family unique (id, family_id),
	constraint invitation_into_a_family_of_the_municipality foreign key (family_id, municipality_id)
		references public.family (id, municipality_id) on delete cascade,
	constraint invitation_into_an_organisation_of_the_municipality foreign key (organisation_id, municipality_id)
		references public.organisation (id, municipality_id) on delete restrict,
	constraint invitee_has_a_name check (length(btrim(invitee_name)) between 1 and 100)
);
comment on table public.invitation is 'A one-time invitation of a named person into a family, or of a professional into a municipality. Valid 14 days.';
comment on column public.invitation.member_role is 'As what the person joins the family; null for professionals.';
comment on column public.invitation.born_on is
	'Asked with the invitation, for a child always; goes to birth when it is accepted. Nobody reads it here: who works with the family sees the stage of life alone.';
comment on column public.invitation.organisation_id is 'Where the professional is going to work; null for family members.';
comment on column public.invitation.profession is 'In plain words; null for family members.';
comment on column public.invitation.inviter_left is
	'It was not revoked by somebody: it ended with the right to invite of who made it (86_invitation_agreeing.sql).';
comment on column public.invitation.agreed_at is 'When a parent of the family said yes to this person joining; null: nobody has.';
comment on column public.invitation.agreed_by is 'That parent. Their yes counts while they have been in the household ever since (family_vouches).';
create index on public.invitation (municipality_id);
create index on public.invitation (agreed_by);
create index on public.invitation (family_id, municipality_id);
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

create function private.hold_what_i_invite_by(family uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	perform from public.enrolment e where e.family_id = family and e.ended_on is null for share;
	perform from public.job j where j.person_id = private.uid() and j.is_project_lead and j.left_at is null for share;
	perform from public.person p where p.id = private.uid() for key share;
	perform from public.coordinator_choice c
	where c.professional_id = private.uid() and c.family_id = family and c.answer = 'accepted' and c.ended_at is null
	for share;
end
$$;
comment on function private.hold_what_i_invite_by(uuid) is
	'What gives the right to invite, the family''s part in the project among it, and is ending at this moment is waited for, and gives none then; what ends a moment later ends the new invitation too. Granted to nobody.';

create function public.invite_member(
	id uuid, family uuid, name text, role public.member_role, code_hash text, born_on date default null
) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	perform private.hold_what_i_invite_by(family);
	if (family = any (private.my_led_families() || private.my_coordinated_families())) is not true then
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
	perform private.hold_what_i_invite_by(null);
	place := private.led_organisation(organisation);
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

create trigger takes_part after insert on public.invitation
	for each row when (new.family_id is not null) execute function private.family_takes_part();

create trigger stays before update on public.invitation
	for each row execute function private.stays(
		'id', 'municipality_id', 'family_id', 'member_role', 'organisation_id', 'invited_by', 'created_at'
	);
create trigger stamps before update on public.invitation
	for each row execute function private.stamps('revoked_at');
create trigger keep_from_api before insert or update on public.invitation
	for each row execute function private.keep_from_api(
		'invitee_name', 'born_on', 'profession', 'expires_at', 'agreed_at', 'agreed_by', 'inviter_left', 'accepted_at',
		'accepted_by'
	);

-- Row security

alter table public.invitation enable row level security;
alter table public.invitation force row level security;
grant
	select (id, municipality_id, family_id, invitee_name, member_role, organisation_id, profession, invited_by, created_at, expires_at, agreed_at, agreed_by, revoked_at, inviter_left, accepted_at, accepted_by),
	update (revoked_at)
	on public.invitation to authenticated;
create policy select_lead on public.invitation for select to authenticated
	using (family_id = any ((select private.my_led_families())::uuid[]));
comment on policy select_lead on public.invitation is 'The project lead sees who is invited into a family; into their own, as its parent or not at all.';
create policy select_lead_colleagues on public.invitation for select to authenticated
	using (family_id is null and municipality_id = any ((select private.my_led_municipalities())::uuid[]));
comment on policy select_lead_colleagues on public.invitation is 'The project lead sees which colleagues are invited.';
create policy select_coordinator on public.invitation for select to authenticated
	using (family_id = any ((select private.my_coordinated_families())::uuid[]));
comment on policy select_coordinator on public.invitation is 'The coordinator sees who is invited into the family.';
create policy select_household on public.invitation for select to authenticated
	using (family_id = any ((select private.my_households())::uuid[]));
comment on policy select_household on public.invitation is 'Parents see who is invited into their family.';
create policy update_lead on public.invitation for update to authenticated
	using (family_id = any ((select private.my_led_families())::uuid[]) and accepted_at is null)
	with check (family_id = any ((select private.my_led_families())::uuid[]) and revoked_at is not null);
comment on policy update_lead on public.invitation is 'The project lead revokes an invitation into a family.';
create policy update_lead_colleagues on public.invitation for update to authenticated
	using (
		family_id is null and municipality_id = any ((select private.my_led_municipalities())::uuid[])
		and accepted_at is null
	)
	with check (
		family_id is null and municipality_id = any ((select private.my_led_municipalities())::uuid[])
		and revoked_at is not null
	);
comment on policy update_lead_colleagues on public.invitation is 'The project lead revokes the invitation of a colleague.';
create policy update_coordinator on public.invitation for update to authenticated
	using (family_id = any ((select private.my_coordinated_families())::uuid[]) and accepted_at is null)
	with check (family_id = any ((select private.my_coordinated_families())::uuid[]) and revoked_at is not null);
comment on policy update_coordinator on public.invitation is 'The coordinator revokes an invitation.';
create policy update_household on public.invitation for update to authenticated
	using (family_id = any ((select private.my_households())::uuid[]) and accepted_at is null)
	with check (family_id = any ((select private.my_households())::uuid[]) and revoked_at is not null);
comment on policy update_household on public.invitation is 'Parents stop an invitation into their family.';

create function private.my_inviters() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct i.invited_by from public.invitation i
		where i.family_id = any ((select private.my_households() || private.my_coordinated_families())::uuid[])
	);
end
$$;
comment on function private.my_inviters() is 'Who has invited somebody into a family of which I see the invitations.';
grant execute on function private.my_inviters() to authenticated;

create policy select_inviters on public.person for select to authenticated
	using (id = any ((select private.my_inviters())::uuid[]));
comment on policy select_inviters on public.person is
	'Parents and the coordinator know who invites into the family, also when that person has left the job.';
-- no insert: invite_member, invite_professional; no delete: it stays visible that somebody was invited

alter table private.invitation_code enable row level security;
alter table private.invitation_code force row level security;
-- nobody selects, inserts, updates, deletes: the functions above only
