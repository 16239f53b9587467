-- Notice: what the law asks a municipality to tell everybody before it keeps anything about them: who is responsible and
-- whom to ask (GDPR articles 13 and 14), and how far the site can be used by everybody (the accessibility statement).
-- It is the municipality's own words. What it has not written is not made up here: the page says that it is missing.

create type public.accessibility_status as enum ('fully', 'partly', 'not');
comment on type public.accessibility_status is 'How far the site meets WCAG 2.1 AA, in the three steps of the statement the law asks for.';

create table public.municipality_notice (
	municipality_id uuid not null references public.municipality on delete cascade,
	valid_from date not null,
	controller text check (length(controller) <= 1000),
	protection_officer text check (length(protection_officer) <= 1000),
	purpose text check (length(purpose) <= 2000),
	legal_basis text check (length(legal_basis) <= 2000),
	recipients text check (length(recipients) <= 2000),
	kept_for text check (length(kept_for) <= 2000),
	statement_url text,
	phone text check (length(phone) <= 30),
	email text check (length(email) <= 200),
	status public.accessibility_status,
	not_accessible text check (length(not_accessible) <= 4000),
	reviewed_on date,
	primary key (municipality_id, valid_from),
	constraint statement_is_made_in_was_tool check (statement_url ~ '^https://was\.digst\.dk/[a-z0-9./-]+$')
);
comment on table public.municipality_notice is
	'What a municipality tells everybody about personal data and accessibility; the newest row in force is shown. Put in by whoever runs the installation.';
comment on column public.municipality_notice.valid_from is 'In force from this day, until a newer row is.';
comment on column public.municipality_notice.controller is 'Who is responsible for the data (dataansvarlig), and how to reach them.';
comment on column public.municipality_notice.protection_officer is 'The data protection officer (databeskyttelsesrådgiver), and how to reach them.';
comment on column public.municipality_notice.purpose is 'What the data is used for.';
comment on column public.municipality_notice.legal_basis is 'The law that allows it.';
comment on column public.municipality_notice.recipients is 'Who receives the data outside the team, processors among them.';
comment on column public.municipality_notice.kept_for is 'How long it is kept, or what decides that.';
comment on column public.municipality_notice.statement_url is 'The accessibility statement, made in WAS-Tool: bekendtgørelse 904 of 2019.';
comment on column public.municipality_notice.phone is 'Whom to call about something one cannot use.';
comment on column public.municipality_notice.email is 'Where to write about it.';
comment on column public.municipality_notice.not_accessible is 'What cannot be used by everybody yet, and why.';

create function public.read_notice(municipality uuid) returns json
language sql stable security definer set search_path = ''
as $$
	select json_build_object(
		'municipality', m.name,
		'call', m.phone,
		'call_hours', m.phone_hours,
		'controller', n.controller,
		'protection_officer', n.protection_officer,
		'purpose', n.purpose,
		'legal_basis', n.legal_basis,
		'recipients', n.recipients,
		'kept_for', n.kept_for,
		'statement_url', n.statement_url,
		'phone', n.phone,
		'email', n.email,
		'status', n.status,
		'not_accessible', n.not_accessible,
		'reviewed_on', n.reviewed_on
	)
	from public.municipality m
	left join public.municipality_notice n on n.municipality_id = m.id
		and n.valid_from = (
			select max(i.valid_from) from public.municipality_notice i
			where i.municipality_id = m.id and i.valid_from <= private.today()
		)
	where m.id = read_notice.municipality
$$;
comment on function public.read_notice(uuid) is
	'What a municipality says today, null where it has not said it; null for an unknown municipality. For everybody, signed in or not.';
grant execute on function public.read_notice(uuid) to session_keeper;

alter table public.municipality_notice enable row level security;
alter table public.municipality_notice force row level security;
-- no grants: it is read through read_notice and written by whoever runs the installation
