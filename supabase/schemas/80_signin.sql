-- Signing in: identities and sessions. The web server comes here in the role session_keeper, which may execute the
-- functions granted to it here and in 87_invitation_joining.sql and 87_invitation_opening.sql, and nothing else in the database.

create table public.identity (
	provider text not null check (length(provider) between 1 and 40),
	subject text not null check (length(subject) between 1 and 200),
	person_id uuid not null references public.person on delete cascade,
	created_at timestamptz not null default now(),
	primary key (provider, subject)
);
comment on table public.identity is 'Which person an identity provider''s subject is.';
comment on column public.identity.subject is 'The provider''s stable name for the person; never a CPR number.';
create index on public.identity (person_id);

create table public.session (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references public.person on delete cascade,
	own_device boolean not null,
	device text not null default '' check (length(device) <= 80),
	idle_limit interval not null,
	created_at timestamptz not null default now(),
	seen_at timestamptz not null default now(),
	expires_at timestamptz not null
);
comment on table public.session is 'Signed-in devices. Of the secret in the cookie only a hash is kept, in private.session_secret.';
comment on column public.session.own_device is 'The person said at sign-in: this is my own phone.';
comment on column public.session.device is 'Browser and system in a few words, to recognise the device by.';
comment on column public.session.idle_limit is 'Ends when not seen for this long.';
comment on column public.session.expires_at is 'Ends then in any case.';
create index on public.session (person_id);

-- Apart from the rows people read of themselves, in a schema no request reaches: no right to session shows it.
create table private.session_secret (
	session_id uuid primary key references public.session on delete cascade,
	secret_hash text not null unique,
	constraint session_secret_is_a_sha256 check (secret_hash ~ '^[0-9a-f]{64}$')
);
comment on table private.session_secret is 'By which secret a session is found. Read by the functions of this file alone.';
comment on column private.session_secret.secret_hash is 'SHA-256, hex, of the secret in the cookie.';

create function public.session_start(secret_hash text, person uuid, own_device boolean, device text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	staff boolean := exists (select from public.job j where j.person_id = person and j.left_at is null);
	started uuid;
begin
	delete from public.session s where s.expires_at < now() or s.seen_at + s.idle_limit < now();
	insert into public.session (person_id, own_device, device, idle_limit, expires_at)
	values (
		person, session_start.own_device and not staff, left(session_start.device, 80),
		case when staff then interval '20 minutes' when session_start.own_device then interval '7 days' else interval '30 minutes' end,
		now() + case when staff then interval '8 hours' when session_start.own_device then interval '30 days' else interval '12 hours' end
	) returning id into started;
	insert into private.session_secret (session_id, secret_hash) values (started, session_start.secret_hash);
end
$$;
comment on function public.session_start(text, uuid, boolean, text) is
	'A new session with its limits: staff 20 minutes idle and 8 hours in all; own phone 7 and 30 days; a shared device 30 minutes and 12 hours.';
grant execute on function public.session_start(text, uuid, boolean, text) to session_keeper;

create function private.limit_sessions_of_staff() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.session s set own_device = false,
		idle_limit = least(s.idle_limit, interval '20 minutes'), expires_at = least(s.expires_at, now() + interval '8 hours')
	where s.person_id = new.person_id;
	return null;
end
$$;
comment on function private.limit_sessions_of_staff() is
	'Who becomes staff is staff on the devices they are signed in on already: with its limits, and nothing kept there.';
create trigger limit_sessions after insert on public.job
	for each row execute function private.limit_sessions_of_staff();

create function public.session_read(secret_hash text) returns json
language plpgsql volatile security definer set search_path = ''
as $$
declare
	found_session public.session;
begin
	select s.* into found_session
	from public.session s join private.session_secret k on k.session_id = s.id
	where k.secret_hash = session_read.secret_hash;
	if not found then
		return null;
	end if;
	if found_session.expires_at <= now() or found_session.seen_at + found_session.idle_limit <= now() then
		delete from public.session s where s.id = found_session.id;
		return null;
	end if;
	-- Writing at most once a minute is enough for limits of 20 minutes and more.
	if found_session.seen_at < now() - interval '1 minute' then
		update public.session s set seen_at = now() where s.id = found_session.id;
		found_session.seen_at := now();
	end if;
	return json_build_object(
		'id', found_session.id,
		'own_device', found_session.own_device,
		'expires_at', least(found_session.expires_at, found_session.seen_at + found_session.idle_limit),
		'person', (
			select json_build_object(
				'id', p.id,
				'name', p.name,
				'professional', (
					select json_build_object(
						'profession', string_agg(j.profession, ', ' order by j.started_at, j.id),
						'is_project_lead', bool_or(j.is_project_lead)
					)
					from public.job j where j.person_id = p.id and j.left_at is null
					having count(*) > 0
				),
				'families', (
					select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'role', m.role, 'stage', private.stage_of(m)) order by m.joined_at, f.id), '[]')
					from public.member m join public.family f on f.id = m.family_id
					where m.person_id = p.id and m.left_at is null
				)
			)
			from public.person p where p.id = found_session.person_id
		)
	);
end
$$;
comment on function public.session_read(text) is
	'Who has this session: person, profession, families. Null when it is unknown, idle too long or over. Prolongs the idle time.';
grant execute on function public.session_read(text) to session_keeper;

create function public.session_end(secret_hash text) returns void
language sql volatile security definer set search_path = ''
as $$
	delete from public.session s using private.session_secret k
	where k.session_id = s.id and k.secret_hash = session_end.secret_hash
$$;
comment on function public.session_end(text) is 'Signs the device out.';
grant execute on function public.session_end(text) to session_keeper;

create function public.sessions_end_all(person uuid) returns void
language sql volatile security definer set search_path = ''
as $$ delete from public.session s where s.person_id = person $$;
comment on function public.sessions_end_all(uuid) is 'Signs all devices of the person out.';
grant execute on function public.sessions_end_all(uuid) to session_keeper;

create function public.find_identity(provider text, subject text) returns uuid
language sql stable security definer set search_path = ''
as $$
	select i.person_id from public.identity i
	where i.provider = find_identity.provider and i.subject = find_identity.subject
$$;
comment on function public.find_identity(text, text) is 'The person behind a verified identity; null when there is none yet.';
grant execute on function public.find_identity(text, text) to session_keeper;

-- Row security

alter table public.identity enable row level security;
alter table public.identity force row level security;
-- nobody selects, inserts, updates, deletes: find_identity and accept_invitation only

alter table public.session enable row level security;
alter table public.session force row level security;
grant select (id, person_id, own_device, device, created_at, seen_at, expires_at), delete on public.session to authenticated;
create policy select_own on public.session for select to authenticated using (person_id = (select private.uid()));
comment on policy select_own on public.session is 'I see my signed-in devices.';
create policy delete_own on public.session for delete to authenticated using (person_id = (select private.uid()));
comment on policy delete_own on public.session is 'I sign a device out from here.';
-- no insert, update: session_start and session_read only

alter table private.session_secret enable row level security;
alter table private.session_secret force row level security;
-- nobody selects, inserts, updates, deletes: the functions above only
