-- Derived from supabase/schemas by `npm run db:diff`. Until the first release there is this one migration and it is
-- derived anew with every change; afterwards each change gets a migration of its own.

-- The ground every room stands on: roles, rights taken away by default, who is asking.

-- Nobody gets anything by default; every room grants what it means to grant.
-- (Supabase gives anon, authenticated and service_role rights on new objects in public; PostgreSQL gives
-- PUBLIC the right to execute new functions.) service_role is on the list on purpose: even a leaked service key
-- can read no family's data.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from public, anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from public, anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from public, anon, authenticated, service_role;

-- The role in which the web server looks up sessions and invitations. It may execute the functions in
-- 80_signin.sql, 87_invitation_joining.sql and 87_invitation_opening.sql, and nothing else: no table, no other function.
do $$
begin
	if not exists (select from pg_roles where rolname = 'session_keeper') then
		create role session_keeper nologin noinherit;
	end if;
	-- PostgREST signs in as authenticator and switches to the role named in the token.
	if exists (select from pg_roles where rolname = 'authenticator') then
		grant session_keeper to authenticator;
	end if;
end
$$;
grant usage on schema public to session_keeper;

-- No question may hold the house up. PostgREST takes a role's limit over for each request.
do $$
declare
	asking text;
begin
	foreach asking in array array['anon', 'authenticated', 'session_keeper'] loop
		execute format('alter role %I set statement_timeout = %L', asking, '5s');
	end loop;
end
$$;

create schema if not exists extensions;
create extension if not exists pg_trgm with schema extensions;
grant usage on schema extensions to authenticated;
-- The extension's functions lost their rights with the lines above; the search asks them as the owner.

create schema private;
comment on schema private is 'Helpers of the policies. Not exposed by the API.';
grant usage on schema private to authenticated;

-- A body that is parsed when it is made needs no search_path, and without one PostgreSQL writes it into the policy.
create function private.uid() returns uuid
language sql stable
return (nullif(current_setting('request.jwt.claims', true), '')::json ->> 'sub')::uuid;
comment on function private.uid() is 'The person who asks, from the signed token; null when nobody is signed in.';
grant execute on function private.uid() to authenticated;

create function private.refuse(rule text, words text) returns void
language plpgsql volatile set search_path = ''
as $$
begin
	raise exception using
		errcode = 'check_violation', constraint = rule, hint = rule, message = format('rule "%s": %s', rule, words);
end
$$;
comment on function private.refuse(text, text) is
	'Refuses as a check constraint does: SQLSTATE 23514 and the name of the rule, in quotes as PostgreSQL names a constraint. The one way for rules that no constraint can say. The name is the message''s key in the app; the words are for whoever reads a log.';
-- Functions that run with the rights of who calls them refuse too, and to refuse gives nobody anything.
grant execute on function private.refuse(text, text) to authenticated;

create function private.by_alphabet(words text) returns text
language sql immutable set search_path = ''
as $$
	-- The collation may know no letter beyond z, and what stands there in ASCII is what comes after it.
	select translate(
		replace(lower(translate(
			-- Nine digits of every number, so that 9 comes before 18.
			regexp_replace(regexp_replace(normalize(words, nfkc), '(\d+)', '00000000\1', 'g'), '0*(\d{9})', '\1', 'g'),
			'ÆØÅÄÖ', 'æøåäö'
		)), 'aa', 'å'), 'æäøöå', '{{||}'
	)
$$;
comment on function private.by_alphabet(text) is
	'What Danes look a name up by: æ, ø and å after z, aa as å, and numbers as numbers. To be ordered by collate "C".';
grant execute on function private.by_alphabet(text) to authenticated;

create type public.life_area as enum (
	'work_education', 'economy', 'housing', 'health', 'everyday_life', 'leisure', 'leisure_job', 'care', 'school'
);
comment on type public.life_area is 'The life areas of a plan (P3).';

-- One clock: which day it is, when something was done, and who says so.

create function private.danish_day(moment timestamptz) returns date
language sql immutable
return (moment at time zone 'Europe/Copenhagen')::date;
comment on function private.danish_day(timestamptz) is 'The day it is in Denmark at a moment, also in the nights when the clocks change.';
grant execute on function private.danish_day(timestamptz) to authenticated;

create function private.today() returns date
language sql stable
return private.danish_day(now());
comment on function private.today() is
	'The day it is in Denmark. The one clock of every rule about days: the server''s own day is another one for an hour or two each night.';
grant execute on function private.today() to authenticated;

create function private.made_at() returns timestamptz
language sql stable
return least(
	(nullif(current_setting('request.jwt.claims', true), '')::json ->> 'made_at')::timestamptz, now()
);
comment on function private.made_at() is
	'When what is done was done, if it had to wait on a phone (the signed token says so); otherwise now.';

create function private.says_when() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Who fills a database (the owner) brings its own times.
	if private.uid() is null then return new; end if;
	-- Who does it now is never too late, also where somebody was answered who asked after them.
	if tg_op = 'UPDATE' and private.made_at() < now() and private.made_at() < old.said_at then
		perform private.refuse('said_otherwise_since', 'what was said later stands');
	end if;
	new.said_at := private.made_at();
	return new;
end
$$;
comment on function private.says_when() is
	'For a trigger on a table with a column said_at, when what it keeps is said anew: what waited on a phone does not undo what has been said since, by whoever it was. Asked of the row that is locked, so nothing comes in between.';

create function private.says_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.uid() is not null then
		new.said_at := greatest(old.said_at, private.made_at());
	end if;
	return new;
end
$$;
comment on function private.says_again() is
	'For a trigger beside says_when, when the same is said again: it was said then, so that what waited on a phone since before does not undo it.';

create function private.stamps() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	before jsonb := to_jsonb(old);
	after jsonb := to_jsonb(new);
	name text;
begin
	foreach name in array tg_argv loop
		if (before ->> name is null) <> (after ->> name is null) then
			after := jsonb_build_object(name, case when after ->> name is not null then now() end);
		else
			after := jsonb_build_object(name, before -> name);
		end if;
		new := jsonb_populate_record(new, after);
		after := to_jsonb(new);
	end loop;
	return new;
end
$$;
comment on function private.stamps() is
	'For a trigger before update, with the names of columns that say when something happened: whoever says that it did, the database says when. Taking it back empties the column, saying it once more changes nothing.';

create function private.begins_now() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	name text;
begin
	-- Who fills a database (the owner) brings its own times.
	if private.uid() is null then return new; end if;
	foreach name in array tg_argv loop
		new := jsonb_populate_record(new, jsonb_build_object(name, (
			select now() from pg_catalog.pg_attribute a
			where a.attrelid = tg_relid and a.attname = name and a.attnotnull
		)));
	end loop;
	return new;
end
$$;
comment on function private.begins_now() is
	'For a trigger before insert, with the names of columns that say when and how something ended, or what was answered: what is made is made now, and nothing has become of it yet. A column that must say something says now, the others are empty, whatever came with the request.';

-- What triggers of every room ask of a row: what stays, what was seen, how many there may be.

create function private.stays() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	before jsonb := to_jsonb(old);
	after jsonb := to_jsonb(new);
	name text;
begin
	foreach name in array tg_argv loop
		-- What names nobody any more becomes empty, by its foreign key or by the owner: that is how a person is erased.
		if after ->> name is distinct from before ->> name
			and (after ->> name is not null or (private.uid() is not null and pg_trigger_depth() = 1)) then
			perform private.refuse(tg_table_name || '_' || name || '_stays', 'it is not moved from one to another');
		end if;
	end loop;
	return new;
end
$$;
comment on function private.stays() is
	'For a trigger before update, with the names of columns: what a row belongs to and what it says are not changed afterwards, whoever may update which column.';

create function private.counts_changes() returns trigger
language plpgsql set search_path = ''
as $$
declare
	name text;
	is_changed boolean := false;
begin
	if tg_op = 'INSERT' then
		-- Only who fills a database (the owner) brings what was.
		if private.uid() is not null then new.revision := 0; end if;
		return new;
	end if;
	foreach name in array tg_argv loop
		is_changed := is_changed or to_jsonb(new) -> name is distinct from to_jsonb(old) -> name;
	end loop;
	-- Asked while the row is held. Who says again what stands there by now, changes nothing.
	if is_changed and new.revision is distinct from old.revision then
		perform private.refuse('changed_since', 'it was changed after the form was drawn from it');
	end if;
	new.revision := old.revision + is_changed::integer;
	return new;
end
$$;
comment on function private.counts_changes() is
	'For a trigger before insert or update, with the names of the columns a form edits: "revision" counts how often they were changed. A form sends the revision it was drawn from with what it changes; when it is another one by now, somebody else was faster, and nothing of theirs is written over.';

create function private.refuse_changed_since(stands anyelement, drawn_from anyelement, said anyelement) returns void
language plpgsql volatile set search_path = ''
as $$
begin
	if stands is distinct from drawn_from and stands is distinct from said then
		perform private.refuse('changed_since', 'it was changed after the form was drawn from it');
	end if;
end
$$;
comment on function private.refuse_changed_since(anyelement, anyelement, anyelement) is
	'The same where a form writes one thing only: what it was drawn from is what stood there. Asked while the row is held. Granted to nobody.';

create function private.at_most() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	there integer;
begin
	-- Two who add the last one at the same moment are counted one after the other.
	perform pg_advisory_xact_lock(hashtextextended(tg_argv[0] || (to_jsonb(new) ->> tg_argv[2]), 0));
	execute format(
		'select count(*) from %I.%I r where r.%I = $1 and %s',
		tg_table_schema, tg_table_name, tg_argv[2], coalesce(tg_argv[3], 'true')
	) into there using (to_jsonb(new) ->> tg_argv[2])::uuid, to_jsonb(new);
	if there > tg_argv[1]::integer then
		perform private.refuse(tg_argv[0], 'there can be no more of them');
	end if;
	return null;
end
$$;
comment on function private.at_most() is
	'For a trigger after insert, or when something is put back: the name of the rule, how many rows there are at most, of one value of which column, and which of them count (all, unless said; r is such a row, $2 the new one). By this they can be read at once, less than a thousand together.';

create function private.keep_from_api() returns trigger
language plpgsql set search_path = ''
as $$
declare
	kept text;
begin
	-- Whoever asks, when they write themselves; the owner, inside a function of ours.
	if current_user not in ('anon', 'authenticated', 'service_role', 'session_keeper') then
		return new;
	end if;
	if tg_op = 'INSERT' then
		raise exception 'rows of % are made by functions alone', tg_table_name using errcode = '42501';
	end if;
	foreach kept in array tg_argv loop
		if to_jsonb(new) -> kept is distinct from to_jsonb(old) -> kept then
			raise exception '%.% never moves', tg_table_name, kept using errcode = '42501';
		end if;
	end loop;
	return new;
end
$$;
comment on function private.keep_from_api() is
	'A second guard that does not rest on grants, for what would open a door: its arguments name columns no request changes, and on insert it refuses all rows written past our functions. Asks as whoever writes.';

-- Family: municipalities, people, families and who belongs to them (F1).
-- A person can belong to several families; a child of separated parents belongs to both.

create table public.municipality (
	id uuid primary key,
	name text not null check (length(name) between 1 and 100),
	duty_phone text check (length(duty_phone) <= 30),
	phone text check (phone ~ '^\+?[0-9][0-9 ]{6,28}$'),
	phone_hours text check (
		length(phone_hours) <= 200 and phone_hours ~ '^(Mo|Tu|We|Th|Fr|Sa|Su)(-(Mo|Tu|We|Th|Fr|Sa|Su))? ([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9](; (Mo|Tu|We|Th|Fr|Sa|Su)(-(Mo|Tu|We|Th|Fr|Sa|Su))? ([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9])*$'
	),
	created_at timestamptz not null default now()
);
comment on table public.municipality is 'A municipality that invites families.';
comment on column public.municipality.duty_phone is 'The municipality''s own number for acute help, shown with the help lines (W5).';
comment on column public.municipality.phone is 'Whom families call about taking part, wherever they are told to; null: it has not said so, and they are told that.';
comment on column public.municipality.phone_hours is 'When it is answered, as OpenStreetMap writes opening hours, so that every language says it in its own words: "Mo-Th 09:00-15:00; Fr 09:00-12:00".';

create table public.person (
	id uuid primary key,
	name text not null check (length(btrim(name)) between 1 and 100),
	created_at timestamptz not null default now()
);
comment on table public.person is 'Everybody with a place in a plan, citizens and professionals alike.';
comment on column public.person.name is 'The name the person wants to be called by.';

create table public.family (
	id uuid primary key,
	municipality_id uuid not null references public.municipality on delete restrict,
	name text not null check (length(btrim(name)) between 1 and 100),
	created_at timestamptz not null default now(),
	sorts_as text collate "C" generated always as (private.by_alphabet(name)) stored,
	constraint family_of_a_municipality unique (id, municipality_id)
);
comment on table public.family is 'One household that makes one plan.';
comment on column public.family.sorts_as is 'Its place in a list by name, as Danes look names up.';
create index on public.family (municipality_id);

create trigger stays before update on public.person for each row
	execute function private.stays('id', 'created_at');
create trigger stays before update on public.family for each row
	execute function private.stays('id', 'municipality_id', 'created_at');

create type public.member_role as enum ('parent', 'relative', 'child');
comment on type public.member_role is
	'What somebody is to the family. parent: decides for the household; relative: belongs to it; child: at any age. How old somebody is comes from the date of birth.';

create table public.member (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	person_id uuid not null references public.person on delete cascade,
	role public.member_role not null,
	joined_at timestamptz not null default now(),
	left_at timestamptz,
	constraint member_leaves_after_joining check (left_at >= joined_at)
);
comment on table public.member is 'Who belongs to which family, and as what.';
comment on column public.member.left_at is 'Null while the person belongs to the family.';
create unique index member_once_per_family on public.member (person_id, family_id) where left_at is null;
create index on public.member (family_id);
create index on public.member (person_id);

create trigger keep_from_api before insert or update on public.member
	for each row execute function private.keep_from_api('id', 'family_id', 'person_id', 'role', 'joined_at', 'left_at');
-- Who has left counts too: offers stay with them.
create trigger at_most_of_a_family after insert on public.member
	for each row execute function private.at_most('family_at_most_150', '150', 'family_id');
create trigger at_most_of_a_person after insert on public.member
	for each row execute function private.at_most('families_at_most_six', '6', 'person_id', 'left_at is null');

-- The helpers are plpgsql, stable, return arrays and are called as = any ((select f())::uuid[]): PostgreSQL then
-- asks once per query and uses the index. docs/decisions/003-row-security.md has the measurements.

create function private.my_families() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(select m.family_id from public.member m where m.person_id = private.uid() and m.left_at is null);
end
$$;
comment on function private.my_families() is 'Families I belong to, as anything.';
grant execute on function private.my_families() to authenticated;

create function private.my_households() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select m.family_id from public.member m
		where m.person_id = private.uid() and m.left_at is null and m.role = 'parent'
	);
end
$$;
comment on function private.my_households() is 'Families in which I am a parent and decide for the household.';
grant execute on function private.my_households() to authenticated;

create function private.my_children() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct c.person_id
		from public.member me
		join public.member c on c.family_id = me.family_id
		left join public.birth b on b.person_id = c.person_id
		where me.person_id = private.uid() and me.left_at is null and me.role = 'parent'
			and c.left_at is null and c.role = 'child'
			and private.stage_on(c.role, b.born_on, private.today()) <> 'adult'
	);
end
$$;
comment on function private.my_children() is
	'Children under 18 of the families in which I am a parent. What concerns a child is seen by both its homes (F1).';
grant execute on function private.my_children() to authenticated;

create function private.my_young_children() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct c.person_id
		from public.member me
		join public.member c on c.family_id = me.family_id
		left join public.birth b on b.person_id = c.person_id
		where me.person_id = private.uid() and me.left_at is null and me.role = 'parent'
			and c.left_at is null and c.role = 'child'
			and private.stage_on(c.role, b.born_on, private.today()) = 'child'
	);
end
$$;
comment on function private.my_young_children() is
	'Children under 13 of the families in which I am a parent: for them parents answer; a young person answers alone.';
grant execute on function private.my_young_children() to authenticated;

create function private.my_families_from_13() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select me.family_id
		from public.member me
		left join public.birth b on b.person_id = me.person_id
		where me.person_id = private.uid() and me.left_at is null
			and private.stage_on(me.role, b.born_on, private.today()) <> 'child'
	);
end
$$;
comment on function private.my_families_from_13() is
	'Families I belong to, once I am 13: what a child need not carry is seen by the others.';
grant execute on function private.my_families_from_13() to authenticated;

create function private.my_relatives() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct m.person_id from public.member m
		where m.family_id = any ((select private.my_families())::uuid[]) and m.left_at is null
	);
end
$$;
comment on function private.my_relatives() is 'Everybody in my families, myself included.';
grant execute on function private.my_relatives() to authenticated;

create function private.my_home_municipalities() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(select f.municipality_id from public.family f where f.id = any ((select private.my_families())::uuid[]));
end
$$;
comment on function private.my_home_municipalities() is 'Municipalities that invited my families.';
grant execute on function private.my_home_municipalities() to authenticated;

create function private.my_former_municipalities() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct f.municipality_id from public.member m join public.family f on f.id = m.family_id
		where m.person_id = private.uid() and m.left_at is not null
	);
end
$$;
comment on function private.my_former_municipalities() is 'Municipalities that invited families I was in.';
grant execute on function private.my_former_municipalities() to authenticated;

-- Row security: what the family itself sees. What project leads see stands in 16_project_lead.sql, what teams see in
-- 20_team.sql, what meeting guests see in 41_meetings_attendees.sql.

alter table public.municipality enable row level security;
alter table public.municipality force row level security;
grant select on public.municipality to authenticated;
create policy select_home on public.municipality for select to authenticated
	using (id = any ((select private.my_home_municipalities())::uuid[]));
comment on policy select_home on public.municipality is 'Families see the municipality that invited them.';
create policy select_former on public.municipality for select to authenticated
	using (id = any ((select private.my_former_municipalities())::uuid[]));
comment on policy select_former on public.municipality is 'Who is out of a family sees whom to call about it.';
-- no insert, update, delete: set up by the operator

alter table public.person enable row level security;
alter table public.person force row level security;
-- When they came is asked by the database alone.
grant select (id, name), update (name) on public.person to authenticated;
create policy select_own on public.person for select to authenticated
	using (id = (select private.uid()));
comment on policy select_own on public.person is 'I see myself.';
create policy select_family on public.person for select to authenticated
	using (id = any ((select private.my_relatives())::uuid[]));
comment on policy select_family on public.person is 'Members of a family see each other.';
create policy update_own on public.person for update to authenticated
	using (id = (select private.uid())) with check (id = (select private.uid()));
comment on policy update_own on public.person is 'I decide what I am called.';
-- no insert: people arrive by accepting an invitation; no delete: erasure is a verb of its own (S4)

alter table public.family enable row level security;
alter table public.family force row level security;
grant select, update (name) on public.family to authenticated;
create policy select_own on public.family for select to authenticated
	using (id = any ((select private.my_families())::uuid[]));
comment on policy select_own on public.family is 'Members see their family.';
create policy update_household on public.family for update to authenticated
	using (id = any ((select private.my_households())::uuid[]))
	with check (id = any ((select private.my_households())::uuid[]));
comment on policy update_household on public.family is 'Parents decide what the family is called here.';
-- no insert: families are enrolled by enrol_family (17_enrolment_verbs.sql); no delete

alter table public.member enable row level security;
alter table public.member force row level security;
grant select on public.member to authenticated;
create policy select_own on public.member for select to authenticated
	using (family_id = any ((select private.my_families())::uuid[]));
comment on policy select_own on public.member is 'Members of a family see who belongs to it.';
-- no insert: by accepting an invitation; no update: put_out, leave_family, take_out (89_leaving.sql); no delete

-- Whom of a family somebody means who does not see who belongs to it: by the name they were told, and as what.

create function private.spoken(name text) returns text
language sql immutable set search_path = ''
return btrim(regexp_replace(
	regexp_replace(
		lower(translate(
			-- What has no width or is no letter, or sits above one in writing alone, and points before one form is made of all.
			normalize(regexp_replace(
				-- No name is longer.
				regexp_replace(left(name, 100), '[\u2010-\u2015\u2212\ufe58\ufe63\uff0d-]', ' ', 'g'),
				'[\u0001-\u0008\u000e-\u001f!-/:-@[-`{-~\u007f-\u0084\u0086-\u009f\u00a1-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb\u00bf\u02b0-\u02ff\u034f\u061c\u0640\u064b-\u065f\u0670\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2016-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u206f\u20d0-\u20ff\u2190-\u2bff\u3164\ufe00-\ufe0f\ufeff\uff07\uffa0\ufff0-\uffff\U0001d100-\U0001d1ff\U0001f000-\U0001faff\U000e0000-\U000e0fff]',
				'', 'g'
			), nfkc),
			-- The collation may know no letter beyond z.
			'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞĆČĐĘĞŁŃŐŒŚŞŠŰŹŻŽ', 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþćčđęğłńőœśşšűźżž'
		)),
		'[\u0300-\u036f]', '', 'g'
	),
	'[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g'
));
comment on function private.spoken(text) is
	'A name as one hears it: its words, whatever the letters'' case, the spaces, hyphens and signs, and how it was typed. Granted to nobody.';

create function private.name_fits(said text, name text) returns integer
language sql immutable set search_path = ''
return (
	select case
		when array_to_string(words, '') = called then 2
		when exists (
			select from generate_series(1, cardinality(words)) n where array_to_string(words[:n], '') = called
		) then 1
		else 0
	end
	from (
		select string_to_array(private.spoken(name), ' ') as words, replace(private.spoken(said), ' ', '') as called
	) heard
);
comment on function private.name_fits(text, text) is
	'2: what was said is the whole name, as one hears it; 1: its first words, as a family calls its own; 0: neither. Granted to nobody.';

create function private.may_be_one_name(one text, other text) returns boolean
language sql immutable set search_path = ''
return exists (
	select from (
		select string_to_array(private.spoken(one), ' ') as words, string_to_array(private.spoken(other), ' ') as among
		union all
		select string_to_array(private.spoken(other), ' '), string_to_array(private.spoken(one), ' ')
	) heard
	cross join generate_series(1, cardinality(words)) n
	cross join generate_series(1, cardinality(among)) first
	cross join generate_series(first, cardinality(among)) last
	where array_to_string(words[:n], '') = array_to_string(among[first:last], '')
);
comment on function private.may_be_one_name(text, text) is
	'Whether two names may well be one person''s, as one hears them: what the one is called first is in the other, as in a married name, a name in short, or Anna and aunt Anna. A family name alone is what a whole family has in common. Granted to nobody.';

create function private.place_called(
	family uuid, name text, role public.member_role, known_born_on date default null
) returns public.member
language plpgsql stable security definer set search_path = ''
as $$
declare
	places public.member[] := array(
		select fits.place from (
			select called.place, called.how, max(called.how) over () as best from (
				select m as place,
					-- Of two who are called the same, whose date it is, and then whose date nobody has said.
					private.name_fits(place_called.name, p.name)
						+ 2 * (place_called.known_born_on is not null and b.born_on is not null)::integer as how
				from public.member m join public.person p on p.id = m.person_id
				left join public.birth b on b.person_id = m.person_id
				where m.family_id = family and m.left_at is null and m.role = place_called.role
					and private.name_fits(place_called.name, p.name) > 0
					and (place_called.known_born_on is null or coalesce(b.born_on = place_called.known_born_on, true))
			) called
		) fits
		where fits.how = fits.best
		order by (fits.place).id
	);
begin
	-- Of one alone no date is asked: what is answered to it would tell when they were born.
	if place_called.known_born_on is not null and (
		select count(*) = 1 from public.member m join public.person p on p.id = m.person_id
		where m.family_id = family and m.left_at is null and m.role = place_called.role
			and private.name_fits(place_called.name, p.name) > 0
	) then
		perform private.refuse('several_are_called_that', 'one of the family is, and of one no date is asked');
	end if;
	if cardinality(places) > 1 then
		perform private.refuse('one_is_called_that', 'several of the family are');
	end if;
	return places[1];
end
$$;
comment on function private.place_called(uuid, text, public.member_role, date) is
	'The place in a family of whoever is called so there, and is that to it; null: nobody is. The office does not see who belongs to a family: name and role must both fit one alone, so that a slip meets nobody. Of several, who was born on the day the family says, and only then is a day asked. Granted to nobody.';

-- Dates of birth, how old somebody is, and the stages of life that follow from it (F1).

create table public.birth (
	person_id uuid primary key references public.person on delete cascade,
	born_on date not null,
	constraint born_in_this_age check (born_on >= '1900-01-01'),
	constraint born_not_in_the_future check (born_on <= private.today())
);
comment on table public.birth is
	'Dates of birth, kept apart from person: the family sees them; professionals see the stage of life alone (public.stage).';

create type public.life_stage as enum ('child', 'young_person', 'adult');
comment on type public.life_stage is 'child: under 13; young_person: 13-17; adult: 18 and older. 13 and 18 happen by themselves.';

-- Age. The same rule as src/lib/family/age.ts: born on 29 February, one is a year older on 1 March.

create function private.age_on(born_on date, day date) returns integer
language sql immutable
return (
	extract(year from day) - extract(year from born_on) - case
		when (extract(month from day), extract(day from day)) < (extract(month from born_on), extract(day from born_on)) then 1
		else 0
	end
)::integer;
comment on function private.age_on(date, date) is 'Whole years on a day; null when the date of birth is not known.';

create function private.stage_on(role public.member_role, born_on date, day date) returns public.life_stage
language sql immutable
return case
	when born_on is null then case when role = 'child' then 'young_person' else 'adult' end
	when private.age_on(born_on, day) < 13 then 'child'
	when private.age_on(born_on, day) < 18 then 'young_person'
	else 'adult'
end::public.life_stage;
comment on function private.stage_on(public.member_role, date, date) is
	'The stage of life on a day. A child whose date of birth is not known counts as 13-17: nobody answers for it, and it is still its parents'' child.';

create function private.age_of(person uuid) returns integer
language plpgsql stable security definer set search_path = ''
as $$
begin
	return (select private.age_on(b.born_on, private.today()) from public.birth b where b.person_id = person);
end
$$;
comment on function private.age_of(uuid) is 'Whole years today in Denmark; null when the date of birth is not known. Granted to nobody: it tells what birth does not.';

create function private.stage_of(who public.member) returns public.life_stage
language plpgsql stable security definer set search_path = ''
as $$
begin
	return private.stage_on(
		who.role, (select b.born_on from public.birth b where b.person_id = who.person_id), private.today()
	);
end
$$;
comment on function private.stage_of(public.member) is 'The stage of life of a member today in Denmark. Granted to nobody: public.stage asks first who wants to know.';

create view private.parents_of_children with (security_invoker = true) as
	select c.person_id as child_id, c.family_id as home_id, p.person_id
	from public.member c join public.member p on p.family_id = c.family_id
	where c.role = 'child' and c.left_at is null and p.role = 'parent' and p.left_at is null
		and private.stage_of(c) <> 'adult';
comment on view private.parents_of_children is
	'Who is a parent of which child under 18 in which home: private.my_children of everybody. What concerns a child is seen by its parents in both its homes (F1).';

create function private.back_since(family uuid, person uuid) returns timestamptz
language plpgsql stable security definer set search_path = ''
as $$
begin
	return coalesce((
		select max(m.joined_at) from public.member m
		where m.family_id = back_since.family and m.person_id = back_since.person
		having count(*) > 1
	), '-infinity');
end
$$;
comment on function private.back_since(uuid, uuid) is
	'Since when somebody who had left a family belongs to it again; -infinity for who never left. What a home wrote of a child before it came back was written when nobody else could read it, and stays that home''s. Granted to nobody.';

create function private.speaks_alone(who public.member) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return coalesce(private.age_of(who.person_id) >= 15, who.role <> 'child');
end
$$;
comment on function private.speaks_alone(public.member) is
	'From 15 one says yes oneself, as one sees to one''s digital post; a child whose age nobody knows does not. Granted to nobody.';

create function private.answers_alone_from() returns integer
language sql immutable
return 13;
comment on function private.answers_alone_from() is
	'From this age one answers for oneself, as a parent and a relative do: answersAloneFrom in src/lib/family/age.ts.';
-- The rule of an invitation asks it as who stops one.
grant execute on function private.answers_alone_from() to authenticated;

-- Row security

alter table public.birth enable row level security;
alter table public.birth force row level security;
grant select on public.birth to authenticated;
create policy select_family on public.birth for select to authenticated
	using (person_id = any ((select private.my_relatives())::uuid[]));
comment on policy select_family on public.birth is 'Members of a family see each other''s birthdays; nobody else does.';
create policy select_own on public.birth for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.birth is
	'One''s own, in a family or out of it: how old one is decides whom one is told to call, and what one is asked.';
-- no insert, update, delete: comes with the invitation, and the municipality corrects it (correct_birth)

-- A date of birth is corrected by the municipality alone, after a word from the family (008).

create function private.who_decides(family uuid, role public.member_role) returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select m.id from public.member m
		where m.family_id = family and m.left_at is null and (
			(m.role = 'parent' and private.speaks_alone(m))
			or (who_decides.role <> 'parent' and m.role <= who_decides.role and private.stage_of(m) = 'adult')
		)
	);
end
$$;
comment on function private.who_decides(uuid, public.member_role) is
	'The places of those who are no further from a family than that and can say yes for it: a parent from 15, or else an adult. Granted to nobody.';

create function private.somebody_decides(family uuid, role public.member_role) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return private.who_decides(family, role) <> '{}';
end
$$;
comment on function private.somebody_decides(uuid, public.member_role) is
	'Whether there is anybody who decides (who_decides). Granted to nobody.';

create function public.correct_birth(
	family uuid, name text, role public.member_role, born_on date, known_born_on date default null
) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	place public.member;
	deciding uuid[];
	decided uuid[];
begin
	-- Whoever leads no more from this moment corrects nothing.
	perform from public.job j where j.person_id = private.uid() and j.is_project_lead and j.left_at is null
	order by j.id for share;
	-- Nobody leaves the family meanwhile.
	perform from public.member m where m.family_id = correct_birth.family and m.left_at is null order by m.id for no key update;
	perform private.check_leads(family);
	-- Before anybody is looked for: what is answered of a day tells nothing of a person.
	if correct_birth.born_on is null then
		perform private.refuse('birth_has_a_day', 'nobody is born on none');
	end if;
	-- As the table says it, which is asked when somebody is found.
	if correct_birth.born_on < '1900-01-01' then
		perform private.refuse('born_in_this_age', 'nobody is as old as that');
	end if;
	if correct_birth.born_on > private.today() then
		perform private.refuse('born_not_in_the_future', 'that day has not come');
	end if;
	if role <> 'child' and private.age_on(born_on, private.today()) < private.answers_alone_from() then
		perform private.refuse('parent_or_relative_is_no_child', 'as young as that one answers for nobody');
	end if;
	deciding := private.who_decides(family, role);
	-- The one whom a family cannot do without is not told from others by the name that is tried.
	if role <> 'child' and cardinality(deciding) = 1
		and private.age_on(born_on, private.today()) < (case role when 'parent' then 15 else 18 end)
		and exists (select from public.member m where m.id = deciding[1] and m.role = correct_birth.role)
	then
		perform private.refuse('family_keeps_an_adult', 'by that date nobody of the family could say yes to anything');
	end if;
	place := private.place_called(family, name, role, known_born_on);
	-- Whoever leaves another of their families, or comes into one, is waited for.
	perform private.hold(array[place.person_id]);
	perform private.check_leads(family);
	-- Of whom the lead is family another lead writes it, and of a child that is with a home here that home's. Answered
	-- as if nobody were called that, because where else somebody belongs is told to no office.
	if place.id is null or exists (
		select from public.member m
		where m.person_id = place.person_id and m.left_at is null and (
			m.family_id = any (private.families_of_my_side())
			or (place.role <> 'child' and m.role = 'child' and private.stage_of(m) <> 'adult')
			-- Nor does it become a child under 13 who is a parent or a relative elsewhere, or a colleague under 18.
			or (place.role = 'child' and m.role <> 'child'
				and private.age_on(born_on, private.today()) < private.answers_alone_from()
				and coalesce(private.age_of(m.person_id) >= private.answers_alone_from(), true))
		)
	) or (
		private.age_on(born_on, private.today()) < 18
		and exists (select from public.job j where j.person_id = place.person_id and j.left_at is null)
	) then
		perform private.refuse('somebody_is_called_that', 'nobody of the family is, whose date is corrected there');
	end if;
	decided := array(
		select m.id from public.member m
		where m.person_id = place.person_id and m.left_at is null and private.somebody_decides(m.family_id, m.role)
	);
	insert into public.birth (person_id, born_on) values (place.person_id, correct_birth.born_on)
	on conflict (person_id) do update set born_on = excluded.born_on;
	if exists (
		select from public.member m where m.id = any (decided) and not private.somebody_decides(m.family_id, m.role)
	) then
		perform private.refuse(
			case when private.somebody_decides(place.family_id, place.role) then 'somebody_is_called_that'
			else 'family_keeps_an_adult' end,
			'by that date nobody of a family could say yes to anything'
		);
	end if;
end
$$;
comment on function public.correct_birth(uuid, text, public.member_role, date, date) is
	'The project lead writes the date of birth of somebody of a family, as the family has said it; who is meant they say by name and role (place_called), and what stood there they do not see. A child''s is corrected where it is a child. No date leaves a family where nobody can say yes. What follows from it follows at once, and the families are told (note_birth).';
grant execute on function public.correct_birth(uuid, text, public.member_role, date, date) to authenticated;

-- Who decides for a family: a parent, and one under 18 only where no parent there is an adult (011).

create function private.is_grown(person uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return coalesce(private.age_of(person) >= 18, true);
end
$$;
comment on function private.is_grown(uuid) is
	'Whether somebody decides as an adult. Whose age nobody knows does. Granted to nobody.';

create function private.leaves_it_to_an_adult(family uuid, before timestamptz default 'infinity') returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return not private.is_grown(private.uid()) and exists (
		select from public.member me join public.member m on m.family_id = me.family_id
		where me.family_id = family and me.person_id = private.uid() and me.role = 'parent' and me.left_at is null
			and m.role = 'parent' and m.left_at is null and m.joined_at < before and private.is_grown(m.person_id)
	);
end
$$;
comment on function private.leaves_it_to_an_adult(uuid, timestamptz) is
	'Whether I am a parent under 18 of this family in which a parent is an adult, who says who comes, who goes and who coordinates; of somebody who came at a moment, one who was there before.';
grant execute on function private.leaves_it_to_an_adult(uuid, timestamptz) to authenticated;

create function private.check_an_adult_decides(family uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
	if private.leaves_it_to_an_adult(family) then
		perform private.refuse('adult_parent_decides', 'a parent under 18 beside one who is an adult');
	end if;
end
$$;
comment on function private.check_an_adult_decides(uuid) is 'Says why, where a page cannot know it. Granted to nobody.';

create function private.decides_as_parent(family uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return exists (
		select from public.member me
		where me.family_id = family and me.person_id = private.uid() and me.role = 'parent' and me.left_at is null
	) and not private.leaves_it_to_an_adult(family);
end
$$;
comment on function private.decides_as_parent(uuid) is
	'Whether I say for this family who comes and where its children belong: a parent; one under 18 only where no parent of the household is an adult, for somebody must be able to. Granted to nobody.';

-- Enrolment: since when a family takes part, and how far it has come (F2). What change is measured from (W2) stands here.

create type public.enrolment_answer as enum ('accepted', 'declined');
comment on type public.enrolment_answer is 'What a family answers when a place in the project is offered to it.';

create table public.enrolment (
	id uuid primary key default gen_random_uuid(),
	family_id uuid not null,
	municipality_id uuid not null,
	visited_on date not null,
	offered_on date,
	answered_on date,
	answer public.enrolment_answer,
	ended_on date,
	ended_at timestamptz,
	was_called text,
	created_at timestamptz not null default now(),
	constraint enrolment_in_the_municipality_of_the_family foreign key (family_id, municipality_id)
		references public.family (id, municipality_id) on delete cascade,
	constraint enrolment_of_the_family unique (id, family_id),
	constraint visited_in_this_time check (visited_on >= '2010-01-01'),
	constraint visited_not_in_the_future check (visited_on <= private.today()),
	constraint offered_not_in_the_future check (offered_on <= private.today()),
	constraint answered_not_in_the_future check (answered_on <= private.today()),
	constraint ended_not_in_the_future check (ended_on <= private.today()),
	constraint offered_after_the_visit check (offered_on >= visited_on),
	constraint answered_after_the_offer check (
		answered_on is null or (offered_on is not null and answered_on >= offered_on)
	),
	constraint answer_has_its_day check ((answer is null) = (answered_on is null)),
	constraint ended_after_the_visit check (ended_on >= visited_on),
	constraint ended_after_the_answer check (ended_on >= answered_on),
	constraint declined_is_over check (answer is distinct from 'declined' or ended_on is not null)
);
comment on table public.enrolment is
	'A time in which a family takes part in the project. It can take part again later; then that is a row of its own.';
comment on column public.enrolment.visited_on is 'The visitation date: the baseline of all measures (W2).';
comment on column public.enrolment.offered_on is 'When a place was offered. Null: not written down here.';
comment on column public.enrolment.ended_on is 'Null while it is in force.';
comment on column public.enrolment.ended_at is
	'When it was written down that it ended: what ended with it has the same moment. Set by the database (private.notes_the_end).';
comment on column public.enrolment.was_called is
	'What the family was called at that moment, for whoever was in its team: what it is called since is not theirs. Set by the database too.';
create unique index enrolment_one_in_force on public.enrolment (family_id) where ended_on is null;
create index on public.enrolment (family_id, municipality_id);

create trigger stays before update on public.enrolment
	for each row execute function private.stays('id', 'family_id', 'municipality_id');
create trigger keep_from_api before insert or update on public.enrolment
	for each row execute function private.keep_from_api('visited_on', 'offered_on', 'answered_on', 'answer', 'ended_on', 'ended_at', 'was_called');

create function private.notes_the_end() returns trigger
language plpgsql set search_path = ''
as $$
begin
	new.ended_at := case when new.ended_on is not null then
		coalesce(case when tg_op = 'UPDATE' then old.ended_at else new.ended_at end, now()) end;
	new.was_called := case when new.ended_on is not null then coalesce(
		case when tg_op = 'UPDATE' then old.was_called end, (select f.name from public.family f where f.id = new.family_id)
	) end;
	return new;
end
$$;
comment on function private.notes_the_end() is 'When the end of an enrolment was written down, and what the family was called then; correcting its day moves nothing.';
create trigger notes_the_end before insert or update on public.enrolment
	for each row execute function private.notes_the_end();

create trigger at_most after insert on public.enrolment
	for each row execute function private.at_most('enrolments_at_most_a_hundred', '100', 'family_id');

create type public.tier as enum ('stabilising', 'normalising', 'preventive');
comment on type public.tier is 'How far a family has come in the project (F2).';

-- A period lasts until the next one begins or the enrolment ends. Two can therefore not overlap, nor leave a gap.
create table public.enrolment_tier (
	enrolment_id uuid not null,
	family_id uuid not null,
	tier public.tier not null,
	from_on date not null,
	constraint enrolment_tier_pkey primary key (enrolment_id, from_on),
	constraint tier_not_in_the_future check (from_on <= private.today()),
	constraint tier_of_an_enrolment foreign key (enrolment_id, family_id)
		references public.enrolment (id, family_id) on delete cascade
);
comment on table public.enrolment_tier is
	'Which tier a family is in from when. A period lasts until the next begins or the enrolment ends, so that no two overlap.';
create index on public.enrolment_tier (enrolment_id, family_id);
create index on public.enrolment_tier (family_id);

create function private.tier_within_its_enrolment() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	around public.enrolment;
begin
	select * into around from public.enrolment e where e.id = new.enrolment_id for share;
	if new.from_on < around.visited_on or new.from_on > coalesce(around.ended_on, new.from_on) then
		perform private.refuse('tier_within_its_enrolment', 'a tier begins while the enrolment is in force');
	end if;
	return new;
end
$$;
comment on function private.tier_within_its_enrolment() is
	'A tier begins while its enrolment is in force. Locked, so that the enrolment does not end meanwhile.';
create trigger tier_within_its_enrolment after insert or update on public.enrolment_tier
	for each row execute function private.tier_within_its_enrolment();
create trigger keep_from_api before insert or update on public.enrolment_tier
	for each row execute function private.keep_from_api('enrolment_id', 'family_id', 'tier', 'from_on');

create trigger at_most after insert on public.enrolment_tier
	for each row execute function private.at_most('tiers_at_most_a_hundred', '100', 'enrolment_id');

create function private.ended_after_its_tiers() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if exists (
		select from public.enrolment_tier t where t.enrolment_id = new.id and t.from_on > new.ended_on
	) then
		perform private.refuse('ended_after_its_tiers', 'a tier begins after that day');
	end if;
	return null;
end
$$;
comment on function private.ended_after_its_tiers() is 'An enrolment ends on a day after its last tier began, or on that day.';
create trigger ended_after_its_tiers after update of ended_on on public.enrolment
	for each row when (new.ended_on is not null) execute function private.ended_after_its_tiers();

create function public.enrolled_on(family public.family) returns date
language sql stable
return (
	select e.visited_on from public.enrolment e
	where e.family_id = family.id and e.answer is distinct from 'declined'
	order by e.ended_on is not null, e.visited_on desc limit 1
);
comment on function public.enrolled_on(public.family) is
	'The baseline of all measures (W2): the visitation date of the enrolment in force; when none is, of the last that was. Asks as whoever looks.';
grant execute on function public.enrolled_on(public.family) to authenticated;

create function public.last_enrolments(families uuid[])
returns table (family_id uuid, enrolled_on date, ended_on date)
language sql stable set search_path = ''
as $$
	select distinct on (e.family_id) e.family_id, e.visited_on, e.ended_on
	from public.enrolment e where e.family_id = any (families)
	order by e.family_id, e.ended_on desc nulls first, e.visited_on desc limit 1000
$$;
comment on function public.last_enrolments(uuid[]) is
	'Since when and until when each of these families takes part: the enrolment in force, or the last. Asks as who asks: row security decides.';
grant execute on function public.last_enrolments(uuid[]) to authenticated;

-- Row security: as the family itself is seen (10_family.sql, 16_project_lead.sql, 20_team.sql).

alter table public.enrolment enable row level security;
alter table public.enrolment force row level security;
grant select on public.enrolment to authenticated;
create policy select_own on public.enrolment for select to authenticated
	using (family_id = any ((select private.my_families())::uuid[]));
comment on policy select_own on public.enrolment is 'Members see since when their family takes part.';
-- no insert, update: by enrol_family and the other verbs of 17_enrolment_verbs.sql; no delete

alter table public.enrolment_tier enable row level security;
alter table public.enrolment_tier force row level security;
grant select on public.enrolment_tier to authenticated;
create policy select_own on public.enrolment_tier for select to authenticated
	using (family_id = any ((select private.my_families())::uuid[]));
comment on policy select_own on public.enrolment_tier is 'Nothing is said of a family that it cannot see itself.';
-- no insert, update: by enrol_family and the other verbs of 17_enrolment_verbs.sql; no delete

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

-- Staff: organisations, and the jobs people have in them, over time and at once; some of them lead the project. What a
-- professional sees of a family comes with its team (20_team.sql).

create type public.organisation_kind as enum ('municipality', 'association', 'business');
comment on type public.organisation_kind is 'Whose it is: the municipality''s own, an association, or a firm.';

create table public.organisation (
	id uuid primary key,
	municipality_id uuid not null references public.municipality on delete restrict,
	kind public.organisation_kind not null,
	name text not null,
	revision integer not null default 0,
	constraint organisation_has_a_name check (length(btrim(name)) between 1 and 100),
	constraint organisation_of_a_municipality unique (id, municipality_id)
);
comment on table public.organisation is 'Where people work with families: the municipality and its schools, associations, firms.';
comment on column public.organisation.revision is 'How often what a form edits was changed, so that a form says what it was drawn from. Set by the database (private.counts_changes).';
create index on public.organisation (municipality_id);
create trigger counts_changes before insert or update on public.organisation for each row
	execute function private.counts_changes('name');

create table public.job (
	id uuid primary key,
	person_id uuid not null references public.person on delete cascade,
	organisation_id uuid not null references public.organisation on delete restrict,
	municipality_id uuid not null references public.municipality on delete restrict,
	profession text not null,
	helps_with text not null default '',
	is_project_lead boolean not null default false,
	started_at timestamptz not null default now(),
	left_at timestamptz,
	revision integer not null default 0,
	constraint job_of_a_person unique (id, person_id),
	constraint job_is_where_its_organisation_is foreign key (organisation_id, municipality_id)
		references public.organisation (id, municipality_id) on delete restrict,
	constraint job_has_a_profession check (length(btrim(profession)) between 1 and 60),
	constraint helps_with_at_most_400 check (length(helps_with) <= 400),
	constraint job_ends_after_it_starts check (left_at >= started_at)
);
comment on table public.job is
	'A person''s work in an organisation, with the short profile families choose by. Teams, choices and logs name the job, so that they stay true when the person goes on to another.';
comment on column public.job.revision is 'How often what a form edits was changed, so that a form says what it was drawn from. Set by the database (private.counts_changes).';
comment on column public.job.municipality_id is 'The organisation''s, so that row security needs no join.';
comment on column public.job.profession is 'In plain words, as the family would say it. As it is now: what has been keeps its own words (private.stamp_as_what).';
comment on column public.job.helps_with is 'What the person can help with in this job, in own words.';
comment on column public.job.is_project_lead is 'Invites families and staff, keeps the offers fresh; sees no plan.';
comment on column public.job.left_at is 'Null while the person works here; afterwards nothing opens any more. Who comes back has a new job.';
create unique index job_once_at_a_time on public.job (person_id, organisation_id) where left_at is null;
create index on public.job (person_id);
create index on public.job (organisation_id, municipality_id);
create index on public.job (municipality_id);

create trigger stays before update on public.job
	for each row execute function private.stays('id', 'person_id', 'organisation_id', 'municipality_id', 'started_at');
create trigger keep_from_api before insert or update on public.job
	for each row execute function private.keep_from_api('is_project_lead', 'left_at');

create trigger at_most after insert on public.job
	for each row execute function private.at_most('jobs_at_most_twenty', '20', 'person_id', 'left_at is null');
create trigger counts_changes before insert or update on public.job for each row
	execute function private.counts_changes('profession', 'helps_with');
create function private.end_job_once() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.refuse('job_ends_once', 'who comes back has a new job, and is in no old team');
	return null;
end
$$;
comment on function private.end_job_once() is 'A job that has ended is not taken up again: its teams and logs would come back with it.';
create trigger end_job_once before update of left_at on public.job
	for each row when (old.left_at is not null and new.left_at is distinct from old.left_at)
	execute function private.end_job_once();

create function private.stamp_as_what() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	new.profession := coalesce(new.profession, (select j.profession from public.job j where j.id = new.job_id));
	new.place := coalesce(new.place, (
		select o.name from public.job j join public.organisation o on o.id = j.organisation_id where j.id = new.job_id
	));
	return new;
end
$$;
comment on function private.stamp_as_what() is
	'Writes into a row about the past as what and from where somebody did it. A profession is changed, an organisation gets another name: the row stays as it was then.';

create function private.my_workplaces() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct j.municipality_id from public.job j where j.person_id = private.uid() and j.left_at is null
	);
end
$$;
comment on function private.my_workplaces() is 'Municipalities I work in.';
grant execute on function private.my_workplaces() to authenticated;

create function private.my_colleagues() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct j.person_id from public.job j
		where j.municipality_id = any ((select private.my_workplaces())::uuid[]) and j.left_at is null
	);
end
$$;
comment on function private.my_colleagues() is 'Professionals of the municipalities I work in.';
grant execute on function private.my_colleagues() to authenticated;

create function private.my_colleague_jobs() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select j.id from public.job j where j.municipality_id = any ((select private.my_workplaces())::uuid[]) and j.left_at is null
	);
end
$$;
comment on function private.my_colleague_jobs() is 'What is worked at now in the municipalities I work in, my own jobs among them.';
grant execute on function private.my_colleague_jobs() to authenticated;

-- Row security: what colleagues see. What project leads see stands in 16_project_lead.sql.

create policy select_workplace on public.municipality for select to authenticated
	using (id = any ((select private.my_workplaces())::uuid[]));
comment on policy select_workplace on public.municipality is 'Professionals see where they work.';
create policy select_colleagues on public.person for select to authenticated
	using (id = any ((select private.my_colleagues())::uuid[]));
comment on policy select_colleagues on public.person is 'Professionals of a municipality know each other''s names.';

alter table public.organisation enable row level security;
alter table public.organisation force row level security;
grant select on public.organisation to authenticated;
create policy select_workplace on public.organisation for select to authenticated
	using (municipality_id = any ((select private.my_workplaces())::uuid[]));
comment on policy select_workplace on public.organisation is 'Professionals see who else works with families where they work.';
create policy select_home on public.organisation for select to authenticated
	using (municipality_id = any ((select private.my_home_municipalities())::uuid[]));
comment on policy select_home on public.organisation is 'Families see where those around them work.';
-- no delete: by the operator; insert, update: by the project lead (72_staff_jobs.sql)

alter table public.job enable row level security;
alter table public.job force row level security;
grant select, update (profession, helps_with, revision) on public.job to authenticated;
create policy select_own on public.job for select to authenticated using (person_id = (select private.uid()));
comment on policy select_own on public.job is 'I see my jobs, those I have left too.';
create policy select_colleagues on public.job for select to authenticated
	using (municipality_id = any ((select private.my_workplaces())::uuid[]));
comment on policy select_colleagues on public.job is 'Colleagues see each other''s profiles.';
create policy update_own on public.job for update to authenticated
	using (person_id = (select private.uid()) and left_at is null)
	with check (person_id = (select private.uid()) and left_at is null);
comment on policy update_own on public.job is 'I write my own profile while I work here.';
-- no insert: by accepting an invitation, or give_job; no delete: end_job sets left_at (72_staff_jobs.sql)

-- Project leads: where they lead, and what they see of people and families by it. What they write down about an enrolment
-- stands in 17_enrolment_verbs.sql, what they do about jobs in 72_staff_jobs.sql.

create function private.my_led_municipalities() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct j.municipality_id from public.job j
		where j.person_id = private.uid() and j.is_project_lead and j.left_at is null
	);
end
$$;
comment on function private.my_led_municipalities() is 'Municipalities whose project lead I am.';
grant execute on function private.my_led_municipalities() to authenticated;

create function private.families_of_my_side() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		-- A parent stays one after moving out, and of a child that is grown.
		with my_child as (
			select c.person_id from public.member me
			join public.member c on c.family_id = me.family_id and c.role = 'child'
			where me.person_id = private.uid() and me.role = 'parent'
		),
		-- Whoever has left a family knows it from inside, and it may have moved away from them (one_side_of_the_table).
		my_side as (
			select me.family_id from public.member me where me.person_id = private.uid()
			union
			select m.family_id from public.member m where m.person_id in (select c.person_id from my_child c)
			union
			select theirs.family_id from public.member me
			join public.member c on c.family_id = me.family_id and c.role = 'child'
			join public.member theirs on theirs.person_id = c.person_id and theirs.role = 'child'
			where me.person_id = private.uid()
		),
		-- Whoever is a parent where my children live has families of their own too.
		other_side as (
			select theirs.family_id from public.member parent
			join public.member c on c.family_id = parent.family_id and c.person_id in (select k.person_id from my_child k)
			join public.member theirs on theirs.person_id = parent.person_id and theirs.left_at is null
			where parent.role = 'parent'
		)
		select s.family_id from my_side s union select o.family_id from other_side o
	);
end
$$;
comment on function private.families_of_my_side() is
	'My own families, left or not, the other homes of their children, the families of my children, and of whoever is a parent of them with me: where I am family, or was. Granted to nobody.';

create function private.my_led_families() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select f.id from public.family f
		where f.municipality_id = any ((select private.my_led_municipalities())::uuid[])
			and f.id <> all ((select private.families_of_my_side())::uuid[])
	);
end
$$;
comment on function private.my_led_families() is
	'Families of the municipality I lead the project in: that they take part, their names and teams, not their people. Not where I am family (families_of_my_side).';
grant execute on function private.my_led_families() to authenticated;

create function private.check_leads(family uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	if (check_leads.family = any (private.my_led_families())) is not true then
		raise exception 'only the project lead, and not of a family that is their own' using errcode = '42501';
	end if;
end
$$;
comment on function private.check_leads(uuid) is
	'Refuses whoever does not lead the project for this family. Whoever may have waited in between asks again: a lead can have become family meanwhile (docs/decisions/016-locks.md). Granted to nobody.';

create function private.my_led_professionals() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct j.person_id from public.job j where j.municipality_id = any ((select private.my_led_municipalities())::uuid[])
	);
end
$$;
comment on function private.my_led_professionals() is
	'Everybody who works or has worked where I lead the project.';
grant execute on function private.my_led_professionals() to authenticated;

-- Row security

create policy select_led on public.person for select to authenticated
	using (id = any ((select private.my_led_professionals())::uuid[]));
comment on policy select_led on public.person is
	'The project lead knows the names of those who have gone too: they stand in old teams and under invitations.';
create policy select_lead on public.family for select to authenticated
	using (id = any ((select private.my_led_families())::uuid[]));
comment on policy select_lead on public.family is
	'The project lead sees which families take part, not who they are; not that the other home of their own children does.';
create policy select_lead on public.enrolment for select to authenticated
	using (family_id = any ((select private.my_led_families())::uuid[]));
comment on policy select_lead on public.enrolment is 'The project lead sees since when families take part.';
create policy select_lead on public.enrolment_tier for select to authenticated
	using (family_id = any ((select private.my_led_families())::uuid[]));
comment on policy select_lead on public.enrolment_tier is 'The project lead sees how far families have come.';

-- What the project lead writes down about an enrolment (F2): that it begins, that a place was offered, what the family
-- answered, how far it has come, that it is over, and that it takes part again. What follows from an end stands in 47_enrolment_ending.sql.

create function public.enrol_family(
	id uuid, municipality uuid, name text, visited_on date, tier public.tier default null
) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	enrolment uuid := gen_random_uuid();
	same public.enrolment;
begin
	if (municipality = any (private.my_led_municipalities())) is not true then
		raise exception 'only the project lead enrols families' using errcode = '42501';
	end if;
	-- The same press delivered twice is one family; the id of another one is refused by the insert (family_pkey).
	select e.* into same from public.family f
		join public.enrolment e on e.family_id = f.id and e.visited_on = enrol_family.visited_on
		left join public.enrolment_tier t on t.enrolment_id = e.id and t.from_on = e.visited_on
		where f.id = enrol_family.id and f.id = any ((select private.my_led_families())::uuid[])
			and f.municipality_id = municipality and f.name = btrim(enrol_family.name)
			and t.tier is not distinct from enrol_family.tier;
	if found then
		if same.ended_on is not null then
			perform private.refuse('over_since', 'that one has ended');
		end if;
		return;
	end if;
	insert into public.family (id, municipality_id, name) values (enrol_family.id, municipality, btrim(enrol_family.name));
	insert into public.enrolment (id, family_id, municipality_id, visited_on)
	values (enrolment, enrol_family.id, municipality, enrol_family.visited_on);
	insert into public.enrolment_tier (enrolment_id, family_id, tier, from_on)
	select enrolment, enrol_family.id, enrol_family.tier, enrol_family.visited_on where enrol_family.tier is not null;
end
$$;
comment on function public.enrol_family(uuid, uuid, text, date, public.tier) is
	'The project lead enrols a family; the visitation date becomes its baseline (F2).';
grant execute on function public.enrol_family(uuid, uuid, text, date, public.tier) to authenticated;

create function private.enrolment_to_write(enrolment uuid) returns public.enrolment
language plpgsql volatile security definer set search_path = ''
as $$
declare
	found_one public.enrolment;
begin
	select e.* into found_one from public.enrolment e
	where e.id = enrolment_to_write.enrolment and e.family_id = any ((select private.my_led_families())::uuid[])
	for no key update;
	if not found then
		raise exception 'only the project lead writes about an enrolment' using errcode = '42501';
	end if;
	perform private.check_leads(found_one.family_id);
	return found_one;
end
$$;
comment on function private.enrolment_to_write(uuid) is
	'An enrolment of the municipality I lead the project in, not my own family''s; two who write wait for each other. Granted to nobody: the verbs below call it.';

create function private.refuse_when_over(enrolment public.enrolment) returns void
language plpgsql volatile set search_path = ''
as $$
begin
	if enrolment.ended_on is not null then
		perform private.refuse('enrolment_in_force', 'it is over');
	end if;
end
$$;
comment on function private.refuse_when_over(public.enrolment) is 'What is over is not written on.';

create function private.refuse_when_again(enrolment public.enrolment) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	if exists (
		select from public.enrolment e where e.family_id = refuse_when_again.enrolment.family_id and e.ended_on is null
	) then
		perform private.refuse('over_since', 'the family takes part again');
	end if;
end
$$;
comment on function private.refuse_when_again(public.enrolment) is
	'That it ended is no news of a family that takes part again since: an old page would say that it does not. Granted to nobody.';

create function public.offer_place(enrolment uuid, offered_on date, drawn_from date default null) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	now_is public.enrolment := private.enrolment_to_write(enrolment);
begin
	-- Asked first: that it is written down already would be read as said of the course of now.
	perform private.refuse_when_over(now_is);
	if now_is.offered_on = offer_place.offered_on then return; end if;
	if now_is.answer is not null then
		perform private.refuse('offer_is_open', 'the family has answered');
	end if;
	perform private.refuse_changed_since(now_is.offered_on, drawn_from, offer_place.offered_on);
	update public.enrolment e set offered_on = offer_place.offered_on where e.id = now_is.id;
end
$$;
comment on function public.offer_place(uuid, date, date) is
	'The project lead writes down when a place was offered to the family; another day corrects it, until the family has answered, when it is drawn from the day that stands there.';
grant execute on function public.offer_place(uuid, date, date) to authenticated;

create function public.answer_place(enrolment uuid, answer public.enrolment_answer, answered_on date) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	now_is public.enrolment := private.enrolment_to_write(enrolment);
begin
	if (now_is.answer, now_is.answered_on) = (answer_place.answer, answer_place.answered_on) then
		if now_is.ended_on is not null then perform private.refuse_when_again(now_is); end if;
		return;
	end if;
	perform private.refuse_when_over(now_is);
	if now_is.answer is not null then
		perform private.refuse('offer_is_open', 'the family has answered');
	end if;
	if now_is.offered_on is null then
		perform private.refuse('answered_after_the_offer', 'nothing is written down about an offer');
	end if;
	-- A no is the end of it; the family can take part another time.
	update public.enrolment e set answer = answer_place.answer, answered_on = answer_place.answered_on,
		ended_on = case when answer_place.answer = 'declined' then answer_place.answered_on end
	where e.id = now_is.id;
end
$$;
comment on function public.answer_place(uuid, public.enrolment_answer, date) is
	'The project lead writes down what the family answered to the offer. A no ends the enrolment on that day.';
grant execute on function public.answer_place(uuid, public.enrolment_answer, date) to authenticated;

create function public.set_tier(enrolment uuid, tier public.tier, from_on date, drawn_from public.tier default null) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	now_is public.enrolment := private.enrolment_to_write(enrolment);
	last public.enrolment_tier;
begin
	perform private.refuse_when_over(now_is);
	select t.* into last from public.enrolment_tier t where t.enrolment_id = now_is.id order by t.from_on desc limit 1;
	if (last.tier, last.from_on) = (set_tier.tier, set_tier.from_on) then return; end if;
	perform private.refuse_changed_since(last.tier, drawn_from, set_tier.tier);
	if set_tier.from_on < last.from_on then
		perform private.refuse('tier_after_the_last', 'what was before the last tier is not written anew');
	end if;
	if set_tier.tier = last.tier then
		perform private.refuse('tier_is_another', 'that is the tier in force');
	end if;
	-- What was written on the same day was a slip.
	insert into public.enrolment_tier as t (enrolment_id, family_id, tier, from_on)
	values (now_is.id, now_is.family_id, set_tier.tier, set_tier.from_on)
	on conflict on constraint enrolment_tier_pkey do update set tier = excluded.tier;
end
$$;
comment on function public.set_tier(uuid, public.tier, date, public.tier) is
	'The project lead writes down how far the family has come, from a day on: a new period, or, from the same day, a correction of the last.';
grant execute on function public.set_tier(uuid, public.tier, date, public.tier) to authenticated;

create function public.end_enrolment(enrolment uuid, ended_on date) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	now_is public.enrolment := private.enrolment_to_write(enrolment);
begin
	if now_is.ended_on = end_enrolment.ended_on then
		perform private.refuse_when_again(now_is);
		return;
	end if;
	perform private.refuse_when_over(now_is);
	update public.enrolment e set ended_on = end_enrolment.ended_on where e.id = now_is.id;
	-- What follows has waited for whoever was coming into the family.
	perform private.check_leads(now_is.family_id);
end
$$;
comment on function public.end_enrolment(uuid, date) is
	'The project lead writes down that a family takes part no more. The day says since when; what follows, follows now.';
grant execute on function public.end_enrolment(uuid, date) to authenticated;

create function public.enrol_again(id uuid, family uuid, visited_on date, tier public.tier default null) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	perform private.check_leads(enrol_again.family);
	-- An end that is being written is waited for, and whoever is coming into the family.
	perform from public.enrolment e where e.family_id = enrol_again.family order by e.id for no key update;
	perform from public.family f where f.id = enrol_again.family for no key update;
	perform private.check_leads(enrol_again.family);
	if exists (select from public.enrolment e where e.id = enrol_again.id and e.family_id = enrol_again.family and e.ended_on is not null) then
		perform private.refuse('over_since', 'that one has ended');
	end if;
	-- The same press delivered twice is one enrolment; the id of another one is refused by the insert (enrolment_pkey).
	if exists (
		select from public.enrolment e left join public.enrolment_tier t on t.enrolment_id = e.id and t.from_on = e.visited_on
		where e.id = enrol_again.id and e.family_id = enrol_again.family and e.visited_on = enrol_again.visited_on
			and t.tier is not distinct from enrol_again.tier
	) then
		return;
	end if;
	if exists (
		select from public.enrolment e where e.family_id = enrol_again.family and e.ended_on > enrol_again.visited_on
	) then
		perform private.refuse('enrolled_again_after_the_end', 'it took part until later than that');
	end if;
	insert into public.enrolment (id, family_id, municipality_id, visited_on)
	select enrol_again.id, f.id, f.municipality_id, enrol_again.visited_on
	from public.family f where f.id = enrol_again.family;
	insert into public.enrolment_tier (enrolment_id, family_id, tier, from_on)
	select enrol_again.id, enrol_again.family, enrol_again.tier, enrol_again.visited_on
	where enrol_again.tier is not null;
end
$$;
comment on function public.enrol_again(uuid, uuid, date, public.tier) is
	'A family that took part before takes part again: an enrolment of its own, with a baseline of its own. Its plan is taken up where it was left.';
grant execute on function public.enrol_again(uuid, uuid, date, public.tier) to authenticated;

-- Team: the professionals around a family (F4). Its coordinator, and what a coordinator may do here, stands in
-- 21_team_coordinator.sql; who sees the plan by it in 25_plan_access.sql.

create table public.team_member (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	-- Asked at the end: the key of the job answers first, and alike about people who are there and who are not.
	professional_id uuid not null references public.person on delete cascade deferrable initially deferred,
	job_id uuid not null,
	joined_at timestamptz not null default now(),
	left_at timestamptz,
	profession text,
	place text,
	unwanted_at timestamptz,
	constraint team_member_by_a_job foreign key (job_id, professional_id) references public.job (id, person_id) on delete cascade,
	constraint team_member_leaves_after_joining check (left_at >= joined_at),
	constraint unwanted_has_left check (unwanted_at is null or left_at is not null),
	constraint who_has_left_was_something
		check ((left_at is null) = (profession is null) and (left_at is null) = (place is null))
);
comment on table public.team_member is 'The coordination team around a family.';
comment on column public.team_member.left_at is 'Null while in the team; afterwards the professional sees nothing of the family.';
comment on column public.team_member.profession is
	'As what they left, in plain words. Null while in the team: then the job says it. What they were before that, the family''s log knows.';
comment on column public.team_member.place is 'The name of the organisation when they left. Null while in the team.';
comment on column public.team_member.unwanted_at is
	'When the family said no to this professional; while it stands nobody puts them into the team again (89_arrivals_refusing.sql).';
create unique index team_member_once on public.team_member (professional_id, family_id) where left_at is null;
create index on public.team_member (family_id);
comment on column public.team_member.job_id is 'As what they are in the team.';
create index on public.team_member (professional_id);
create index on public.team_member (job_id, professional_id);

create trigger begins_now before insert on public.team_member
	for each row execute function private.begins_now('joined_at', 'left_at', 'profession', 'place', 'unwanted_at');

create trigger at_most after insert on public.team_member
	for each row execute function private.at_most('team_at_most_forty', '40', 'family_id', 'left_at is null');

create function private.my_team_families() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
declare
	me uuid := private.uid();
begin
	return array(
		select t.family_id from public.team_member t
		where t.professional_id = me and t.left_at is null
			and t.job_id in (select j.id from public.job j where j.person_id = me and j.left_at is null)
	);
end
$$;
comment on function private.my_team_families() is 'Families in whose team I, a professional, am now.';
grant execute on function private.my_team_families() to authenticated;

create function private.my_team_people() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct m.person_id from public.member m
		where m.family_id = any ((select private.my_team_families())::uuid[]) and m.left_at is null
	);
end
$$;
comment on function private.my_team_people() is 'The people of the families in whose team I am.';
grant execute on function private.my_team_people() to authenticated;

create function private.my_team_professionals() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		-- Each once: every name on a page is looked for in this list.
		select distinct t.professional_id from public.team_member t
		where t.family_id = any ((select private.my_plans())::uuid[])
	);
end
$$;
comment on function private.my_team_professionals() is
	'The professionals who are or were in the teams around my families, seen from inside the family or the team: history has names.';
grant execute on function private.my_team_professionals() to authenticated;

create function private.my_team_jobs() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select distinct t.job_id from public.team_member t
		where t.family_id = any ((select private.my_plans())::uuid[])
	);
end
$$;
comment on function private.my_team_jobs() is
	'The jobs by which professionals are or were in the teams around my families: what else they work at is not the family''s business.';
grant execute on function private.my_team_jobs() to authenticated;

create function private.my_family_professionals() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select t.professional_id from public.team_member t
		where t.family_id = any ((select private.my_families())::uuid[]) and t.left_at is null
	);
end
$$;
comment on function private.my_family_professionals() is 'The professionals in the teams around my families, seen from inside the family only.';
grant execute on function private.my_family_professionals() to authenticated;

create function private.end_teams_on_leaving() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.team_member t set left_at = now() where t.job_id = new.id and t.left_at is null;
	return null;
end
$$;
comment on function private.end_teams_on_leaving() is
	'Who leaves the job leaves its teams; who comes back, perhaps elsewhere, comes back to none of them.';
create trigger end_teams_on_leaving after update of left_at on public.job
	for each row when (old.left_at is null and new.left_at is not null)
	execute function private.end_teams_on_leaving();

create trigger keep_from_api before update on public.team_member
	for each row execute function private.keep_from_api('unwanted_at', 'profession', 'place');
create trigger stamps before update on public.team_member
	for each row execute function private.stamps('left_at');
create trigger stamp_as_what before insert or update of left_at on public.team_member
	for each row when (new.left_at is not null) execute function private.stamp_as_what();
create trigger stays before update on public.team_member
	for each row execute function private.stays('id', 'family_id', 'professional_id', 'job_id', 'joined_at');

create function private.works_where_it_lives(job uuid, family uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return exists (
		select from public.job j join public.family f on f.municipality_id = j.municipality_id
		where j.id = works_where_it_lives.job and f.id = works_where_it_lives.family
	);
end
$$;
comment on function private.works_where_it_lives(uuid, uuid) is
	'Whether a job is in the municipality that invited the family: what is written of it is that municipality''s to answer for. For insert policies only: never in a scan.';
grant execute on function private.works_where_it_lives(uuid, uuid) to authenticated;

-- Row security: what the team sees of the family, and who sees the team.

create policy select_team on public.family for select to authenticated
	using (id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.family is 'Professionals see the families in whose team they are.';
create policy select_team on public.enrolment for select to authenticated
	using (family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.enrolment is 'The team sees since when the family takes part.';
create policy select_team on public.enrolment_tier for select to authenticated
	using (family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.enrolment_tier is 'The team sees how far the family has come.';
create policy select_team on public.member for select to authenticated
	using (family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.member is 'The team knows who belongs to the family.';
create policy select_team_people on public.person for select to authenticated
	using (id = any ((select private.my_team_people())::uuid[]));
comment on policy select_team_people on public.person is 'The team knows the names of the family.';
create policy select_team_professionals on public.person for select to authenticated
	using (id = any ((select private.my_team_professionals())::uuid[]));
comment on policy select_team_professionals on public.person is 'The family and the team know who is or was in the team.';
create policy select_team on public.job for select to authenticated
	using (id = any ((select private.my_team_jobs())::uuid[]));
comment on policy select_team on public.job is 'The family and the team see as what each is in the team.';

alter table public.team_member enable row level security;
alter table public.team_member force row level security;
grant select, insert (id, family_id, professional_id, job_id), update (left_at) on public.team_member to authenticated;
create policy select_family on public.team_member for select to authenticated
	using (family_id = any ((select private.my_families())::uuid[]));
comment on policy select_family on public.team_member is 'The family sees everybody who is or was around it.';
create policy select_team on public.team_member for select to authenticated
	using (family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.team_member is 'The team sees itself.';
create policy select_lead on public.team_member for select to authenticated
	using (family_id = any ((select private.my_led_families())::uuid[]));
comment on policy select_lead on public.team_member is 'The project lead sees the teams of the municipality.';
create policy insert_lead on public.team_member for insert to authenticated
	with check (
		family_id = any ((select private.my_led_families())::uuid[])
		and job_id = any ((select private.my_colleague_jobs())::uuid[])
		and private.works_where_it_lives(job_id, family_id)
		and professional_id <> (select private.uid())
	);
comment on policy insert_lead on public.team_member is 'The project lead puts colleagues of the family''s municipality into a team, not themselves: a team sees the plan.';
create policy update_lead on public.team_member for update to authenticated
	using (family_id = any ((select private.my_led_families())::uuid[]) and left_at is null)
	with check (family_id = any ((select private.my_led_families())::uuid[]) and left_at is not null);
comment on policy update_lead on public.team_member is 'The project lead takes someone out of a team; nobody is put back by editing history.';
-- no delete: who was around the family stays in its history

-- The coordinator, whom the family itself picks from its team (F5).

create type public.choice_answer as enum ('accepted', 'declined');
comment on type public.choice_answer is 'What a professional answers a family that asks.';

create table public.coordinator_choice (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	professional_id uuid not null references public.person on delete cascade,
	job_id uuid not null,
	profession text not null,
	place text not null,
	chosen_by uuid references public.person on delete set null,
	chosen_at timestamptz not null default now(),
	answer public.choice_answer,
	answered_at timestamptz,
	ended_at timestamptz,
	constraint choice_of_a_job foreign key (job_id, professional_id) references public.job (id, person_id) on delete cascade,
	constraint choice_between_two unique (id, family_id, professional_id),
	constraint nobody_chooses_themselves check (chosen_by <> professional_id),
	constraint answer_has_its_time check ((answer is null) = (answered_at is null))
);
comment on table public.coordinator_choice is 'Whom the family asked to be its coordinator, the answer, and until when: the history too.';
comment on column public.coordinator_choice.job_id is 'As what they were in the team when they were asked.';
comment on column public.coordinator_choice.profession is 'The profession then, in plain words: whom the family chose.';
comment on column public.coordinator_choice.place is 'The name of the organisation then.';
comment on column public.coordinator_choice.ended_at is 'Taken back before the answer, or no longer coordinator. No reason is asked for.';
-- Never two coordinators at once, and never two open questions, also when two parents press at the same moment.
create unique index one_coordinator_per_family on public.coordinator_choice (family_id)
	where answer = 'accepted' and ended_at is null;
create unique index one_open_question_per_family on public.coordinator_choice (family_id)
	where answer is null and ended_at is null;
create index on public.coordinator_choice (family_id);
create index on public.coordinator_choice (professional_id);
create index on public.coordinator_choice (job_id, professional_id);
create index on public.coordinator_choice (chosen_by);

create table public.coordinator_message (
	choice_id uuid primary key references public.coordinator_choice on delete cascade,
	family_id uuid not null,
	professional_id uuid not null,
	words text not null,
	constraint message_belongs_to_its_choice foreign key (choice_id, family_id, professional_id)
		references public.coordinator_choice (id, family_id, professional_id) on delete cascade,
	constraint message_has_words check (length(btrim(words)) between 1 and 1000)
);
comment on table public.coordinator_message is
	'What the professional says to the family with a yes or a no. A table of its own: the team and the project lead see who is coordinator, not these words.';
comment on column public.coordinator_message.family_id is 'Copied from the choice, so that row security needs no join.';
comment on column public.coordinator_message.professional_id is 'Copied from the choice, so that row security needs no join.';
create index on public.coordinator_message (choice_id, family_id, professional_id);
create index on public.coordinator_message (family_id);
create index on public.coordinator_message (professional_id);

create function private.my_coordinated_families() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select c.family_id from public.coordinator_choice c
		where c.professional_id = private.uid() and c.answer = 'accepted' and c.ended_at is null
			and c.family_id = any ((select private.my_team_families())::uuid[])
	);
end
$$;
comment on function private.my_coordinated_families() is 'Families whose chosen coordinator I am now.';
grant execute on function private.my_coordinated_families() to authenticated;

create function private.end_choice_on_leaving() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.coordinator_choice c set ended_at = now()
	where c.family_id = new.family_id and c.professional_id = new.professional_id
		and c.ended_at is null and c.answer is distinct from 'declined';
	return null;
end
$$;
comment on function private.end_choice_on_leaving() is
	'Who leaves the team is no longer coordinator, and no longer asked: the family is free to ask somebody else.';
create trigger end_choice_on_leaving after update of left_at on public.team_member
	for each row when (old.left_at is null and new.left_at is not null)
	execute function private.end_choice_on_leaving();

create trigger stamp_as_what before insert on public.coordinator_choice
	for each row execute function private.stamp_as_what();
create trigger stays before update on public.coordinator_choice for each row
	execute function private.stays(
		'id', 'family_id', 'professional_id', 'job_id', 'profession', 'place', 'chosen_by', 'chosen_at'
	);

create function public.coordinators(families uuid[]) returns table (family_id uuid, professional_id uuid, since timestamptz)
language sql stable set search_path = ''
as $$
	with recursive term as (
		select c.family_id, c.professional_id, c.answered_at as since from public.coordinator_choice c
		where c.family_id = any (families) and c.answer = 'accepted' and c.ended_at is null
		union
		-- Who says yes anew goes on from the moment the former yes ends: both are one transaction.
		select c.family_id, c.professional_id, c.answered_at from term t
		join public.coordinator_choice c on c.family_id = t.family_id and c.professional_id = t.professional_id
			and c.answer = 'accepted' and c.ended_at = t.since
	)
	select t.family_id, t.professional_id, min(t.since) from term t group by 1, 2 order by 1 limit 1000
$$;
comment on function public.coordinators(uuid[]) is
	'Who coordinates each of these families, one of each, and since when without a break. Asks as who asks: row security decides.';
grant execute on function public.coordinators(uuid[]) to authenticated;

-- Row security

create policy insert_coordinator on public.team_member for insert to authenticated
	with check (
		family_id = any ((select private.my_coordinated_families())::uuid[])
		and job_id = any ((select private.my_colleague_jobs())::uuid[])
		and private.works_where_it_lives(job_id, family_id)
	);
comment on policy insert_coordinator on public.team_member is 'The coordinator the family chose shapes the team with it, of colleagues in the family''s municipality.';

create function private.check_shapes_the_team() returns trigger
language plpgsql set search_path = ''
as $$
declare
	mine uuid[];
begin
	if current_user <> 'authenticated' then return null; end if;
	mine := private.my_led_families();
	if tg_op = 'INSERT' then mine := mine || private.my_coordinated_families(); end if;
	if (new.family_id = any (mine)) is not true then
		raise exception 'no team of yours to shape' using errcode = '42501';
	end if;
	return null;
end
$$;
comment on function private.check_shapes_the_team() is
	'What insert_lead, update_lead and insert_coordinator say, once more: keep_plan_access has waited in between for whoever was ending that right. Asks as whoever writes; what our functions and other changes bring about has been asked there.';
-- By its name after keep_plan_access.
create trigger shapes_the_team after insert or update on public.team_member
	for each row execute function private.check_shapes_the_team();

alter table public.coordinator_choice enable row level security;
alter table public.coordinator_choice force row level security;
grant select on public.coordinator_choice to authenticated;
create policy select_family on public.coordinator_choice for select to authenticated
	using (family_id = any ((select private.my_families())::uuid[]));
comment on policy select_family on public.coordinator_choice is 'The family sees whom it asked, the answers and the history.';
create policy select_asked on public.coordinator_choice for select to authenticated
	using (professional_id = (select private.uid()) and family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_asked on public.coordinator_choice is 'Who is asked sees the question, while in the team.';
create policy select_team on public.coordinator_choice for select to authenticated
	using (answer = 'accepted' and family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_team on public.coordinator_choice is 'The team sees who is coordinator; a no stays between the family and who said it.';
create policy select_lead on public.coordinator_choice for select to authenticated
	using (answer = 'accepted' and family_id = any ((select private.my_led_families())::uuid[]));
comment on policy select_lead on public.coordinator_choice is 'The project lead sees who is coordinator.';
-- no insert, update, delete: choose_coordinator, end_coordinator_choice, answer_coordinator_choice (21_team_coordinator_choosing.sql)

alter table public.coordinator_message enable row level security;
alter table public.coordinator_message force row level security;
grant select on public.coordinator_message to authenticated;
create policy select_family on public.coordinator_message for select to authenticated
	using (family_id = any ((select private.my_families())::uuid[]));
comment on policy select_family on public.coordinator_message is 'The words are for the family.';
create policy select_own on public.coordinator_message for select to authenticated
	using (professional_id = (select private.uid()) and family_id = any ((select private.my_team_families())::uuid[]));
comment on policy select_own on public.coordinator_message is 'Who wrote them sees them, while in the team.';
-- no insert, update, delete: written by answer_coordinator_choice

-- Choosing a coordinator, ending that and answering: one verb for one decision; the family's answer to "who?" is never half done.

create function public.choose_coordinator(
	id uuid, family uuid, professional uuid, stop_current boolean default false, as_what text default null,
	drawn_coordinator uuid default null, drawn_place uuid default null
) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	job uuid;
	what text;
	place uuid;
	present uuid;
	is_over boolean;
	asked_at timestamptz;
begin
	-- Whoever is leaving at this moment is waited for, and then is not in the team; who leaves a moment later ends the
	-- question too.
	perform from public.person p where p.id in (private.uid(), professional) order by p.id for key share;
	perform from public.family f where f.id = family for no key update;
	if (family = any (private.my_households())) is not true then
		raise exception 'only a parent of the family chooses' using errcode = '42501';
	end if;
	perform private.check_an_adult_decides(family);
	select t.job_id, j.profession, t.id into job, what, place
	from public.team_member t join public.job j on j.id = t.job_id
	where t.family_id = family and t.professional_id = professional and t.left_at is null and j.left_at is null;
	if not found then
		raise exception 'not in the team' using errcode = '42501';
	end if;
	-- The same press delivered twice is one choice; the id of another one is refused by the insert.
	select c.ended_at is not null or c.answer is not distinct from 'declined', c.chosen_at into is_over, asked_at
	from public.coordinator_choice c
	where c.id = choose_coordinator.id and c.chosen_by = private.uid()
		and c.family_id = family and c.professional_id = professional;
	if is_over then
		perform private.refuse('over_since', 'taken back, declined or ended since');
	elsif found and not exists (
		select from public.coordinator_choice c
		where c.family_id = family and c.id <> choose_coordinator.id and c.answer = 'accepted' and case
			when stop_current then c.ended_at is null
			-- Stopped by this press, when it was another.
			else c.ended_at = asked_at
		end
	) then
		return;
	end if;
	select c.professional_id into present from public.coordinator_choice c
	where c.family_id = family and c.answer = 'accepted' and c.ended_at is null;
	-- Somebody who decides about us by now is another one to ask, and so is who is in the team by another job, called the
	-- same; and nobody is stopped whom the page did not name.
	if drawn_place is not null and (
		place <> drawn_place or what is distinct from as_what or present is distinct from drawn_coordinator
	) then
		perform private.refuse('changed_since', 'the team was changed after the form was drawn from it');
	end if;
	insert into public.coordinator_choice (id, family_id, professional_id, job_id, chosen_by)
	values (choose_coordinator.id, family, professional, job, private.uid());
	if stop_current then
		update public.coordinator_choice c set ended_at = now()
		where c.family_id = family and c.answer = 'accepted' and c.ended_at is null;
	end if;
end
$$;
comment on function public.choose_coordinator(uuid, uuid, uuid, boolean, text, uuid, uuid) is
	'A parent asks someone from the team to be coordinator, as what they were shown (as_what, by the place in the team drawn_place), beside the coordinator they were shown (drawn_coordinator). That one goes on until the new one says yes, unless stop_current. Unique violation when a question is open already.';
grant execute on function public.choose_coordinator(uuid, uuid, uuid, boolean, text, uuid, uuid) to authenticated;

create function public.end_coordinator_choice(choice uuid, only_question boolean default false) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	-- What is being answered, or ended by somebody who leaves, is waited for.
	perform from public.family f
	where f.id = (select c.family_id from public.coordinator_choice c where c.id = choice) for no key update;
	perform private.check_an_adult_decides(c.family_id) from public.coordinator_choice c where c.id = choice;
	-- A yes that arrives while a parent takes the question back is not undone by it.
	update public.coordinator_choice c set ended_at = now()
	where c.id = choice and c.ended_at is null and c.answer is distinct from 'declined'
		and (c.answer is null or not only_question)
		and c.family_id = any ((select private.my_households())::uuid[]);
	if not found then
		raise exception 'not yours to end' using errcode = '42501';
	end if;
end
$$;
comment on function public.end_coordinator_choice(uuid, boolean) is
	'A parent takes a question back (only_question: unless it is answered), or ends the coordinator''s role. No reason is asked for.';
grant execute on function public.end_coordinator_choice(uuid, boolean) to authenticated;

create function public.answer_coordinator_choice(choice uuid, accept boolean, message text default null) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	asked public.coordinator_choice;
begin
	perform from public.person p where p.id = private.uid() for key share;
	perform from public.family f
	where f.id = (select c.family_id from public.coordinator_choice c where c.id = choice) for no key update;
	select * into asked from public.coordinator_choice c
	where c.id = choice and c.professional_id = private.uid() and c.answer is null and c.ended_at is null
		and c.family_id = any ((select private.my_team_families())::uuid[])
	for update;
	if not found then
		-- The same answer delivered twice is one, as long as it stands.
		if exists (
			select from public.coordinator_choice c
			left join public.coordinator_message m on m.choice_id = c.id
			where c.id = choice and c.professional_id = private.uid() and c.ended_at is null
				and c.family_id = any ((select private.my_team_families())::uuid[])
				and c.answer = case when accept then 'accepted' else 'declined' end::public.choice_answer
				and m.words is not distinct from nullif(btrim(message), '')
		) then
			return;
		end if;
		raise exception 'no open question to you' using errcode = '42501';
	end if;
	if accept then
		update public.coordinator_choice c set ended_at = now()
		where c.family_id = asked.family_id and c.answer = 'accepted' and c.ended_at is null;
	end if;
	update public.coordinator_choice c
	set answer = case when accept then 'accepted' else 'declined' end::public.choice_answer,
		answered_at = now()
	where c.id = choice;
	if length(btrim(message)) > 0 then
		insert into public.coordinator_message (choice_id, family_id, professional_id, words)
		values (choice, asked.family_id, asked.professional_id, btrim(message));
	end if;
end
$$;
comment on function public.answer_coordinator_choice(uuid, boolean, text) is
	'The professional says yes or no, with a message. A yes ends the former coordinator in the same transaction.';
grant execute on function public.answer_coordinator_choice(uuid, boolean, text) to authenticated;

-- Finding a family among many, by what whoever looks may see of it: what it is called, and who is in its team.

create function public.find_families(municipality uuid, part text) returns setof public.family
language sql stable security invoker set search_path = ''
as $$
	select f.* from public.family f
	where f.municipality_id = find_families.municipality and (
		f.name ilike find_families.part
		or exists (
			select from public.team_member t join public.person p on p.id = t.professional_id
			where t.family_id = f.id and t.left_at is null and p.name ilike find_families.part
		)
	)
	order by f.sorts_as, f.id limit 1000 + 1
$$;
comment on function public.find_families(uuid, text) is
	'The families of a municipality that have this pattern in their name, or in that of somebody in their team. Row security applies: the caller''s own. Nobody is looked for among the people of the families.';
grant execute on function public.find_families(uuid, text) to authenticated;

-- Who sees a plan: its family, and its team. Every look at a plan asks, so the answer is kept ready in a small table;
-- docs/decisions/003-row-security.md has the measurements.

create type private.side as enum ('family', 'team');
comment on type private.side is 'On which side of the table somebody sits. Nobody sits on both.';

create view private.plan_seer with (security_invoker = true) as
	select m.person_id, m.family_id, 'family'::private.side as side from public.member m where m.left_at is null
	union
	select t.professional_id, t.family_id, 'team'
	from public.team_member t join public.job j on j.id = t.job_id
	where t.left_at is null and j.left_at is null;
comment on view private.plan_seer is
	'Who sees whose plan, and from which side: who belongs to the family, and who is in its team and still works here. The definition of plan_access.';

-- No foreign keys: nothing but the triggers below writes here, and they follow rows that have them.
create table private.plan_access (
	person_id uuid not null,
	family_id uuid not null,
	side private.side not null,
	primary key (person_id, family_id)
);
comment on table private.plan_access is
	'The rows of plan_seer, kept in step with it by triggers, so that policies find them by one index. Its key says that nobody sits on both sides.';
comment on column private.plan_access.person_id is 'Who sees the plan.';
comment on column private.plan_access.family_id is 'Whose plan it is.';

alter table private.plan_access enable row level security;
alter table private.plan_access force row level security;
grant select on private.plan_access to authenticated;
create policy select_own on private.plan_access for select to authenticated using (person_id = (select private.uid()));
comment on policy select_own on private.plan_access is
	'I see which plans I see. The policies of the plan read this table as who asks, and rest on this.';
-- no insert, update, delete: keep_plan_access below

create function private.hold(people uuid[], homes uuid[] default '{}') returns uuid[]
language plpgsql volatile security definer set search_path = ''
as $$
declare
	families uuid[];
begin
	perform from public.person p where p.id = any (people) order by p.id for no key update;
	families := array(
		select m.family_id from public.member m where m.person_id = any (people)
		union
		select t.family_id from public.team_member t where t.professional_id = any (people)
		union
		select unnest(homes)
	);
	perform from public.family f where f.id = any (families) order by f.id for no key update;
	return families;
end
$$;
comment on function private.hold(uuid[], uuid[]) is
	'Waits for whoever is changing something about these people, or about a family that is or was theirs, and keeps others waiting until the end: two changes about one person, and two about one family, come one after the other. In the one order of locks (docs/decisions/016-locks.md). Answers with the families. Granted to nobody.';

create function private.keep_plan_access() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	people uuid[] := array[to_jsonb(old) ->> tg_argv[0], to_jsonb(new) ->> tg_argv[0]];
	-- The later of two changes sees what the earlier one left. A change about a child waits for one about its parents too,
	-- because they share a home.
	families uuid[] := private.hold(people);
begin
	delete from private.plan_access a
	where a.person_id = any (people) and not exists (
		select from private.plan_seer s
		where s.person_id = a.person_id and s.family_id = a.family_id and s.side = a.side
	);
	insert into private.plan_access (person_id, family_id, side)
	select s.person_id, s.family_id, s.side from private.plan_seer s where s.person_id = any (people)
	on conflict do nothing;
	-- In the family and in its team; or in the team and once of the family, or of another home of one of its children
	-- (a parent stays one where a child of theirs is grown): whoever has left knows the family from the other side, and
	-- it may have moved away from them.
	if exists (
		select from private.plan_seer s join private.plan_access a using (person_id, family_id)
		where s.person_id = any (people) and s.side <> a.side
	) or exists (
		select from private.plan_access a
		join public.member mine on mine.person_id = a.person_id
		left join public.member home on home.family_id = mine.family_id and home.role = 'child'
		left join public.member theirs on theirs.person_id = home.person_id and theirs.family_id = a.family_id
			and (mine.role = 'parent' or theirs.role = 'child')
		where a.side = 'team' and a.family_id = any (families)
			and (mine.family_id = a.family_id or theirs.id is not null)
	) then
		perform private.refuse('one_side_of_the_table', 'is or was of the family, or of another home of its children, and in its team');
	end if;
	return null;
end
$$;
comment on function private.keep_plan_access() is
	'Keeps plan_access in step with plan_seer, within the statement that changes who sees a plan, and refuses what would put somebody on both sides of the table. Its argument is the column that names the person.';
-- By its name PostgreSQL fires it before every other trigger of these tables: what else follows from a place that begins
-- or ends is found when whoever was before has gone on.
create trigger at_first_keep_plan_access after insert or delete or update of family_id, person_id, role, left_at on public.member
	for each row execute function private.keep_plan_access('person_id');
create trigger at_first_keep_plan_access after insert or delete or update of family_id, professional_id, job_id, left_at on public.team_member
	for each row execute function private.keep_plan_access('professional_id');

-- Leaving the job ends the places in teams, which come here too. This one is for the place somebody is given in the
-- same moment: the later of the two waits for the other, and the place counts for nothing.
create trigger at_first_keep_plan_access after update of left_at on public.job
	for each row execute function private.keep_plan_access('person_id');

create function private.my_plans() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(select a.family_id from private.plan_access a where a.person_id = private.uid());
end
$$;
comment on function private.my_plans() is
	'Families whose plan I see, for functions that are past row security. Policies read plan_access, which costs half.';

-- What a team sees of a date of birth, and the family with it: PostgREST gives it as a column of member.
create function public.stage(who public.member) returns public.life_stage
language plpgsql stable security definer set search_path = ''
as $$
begin
	-- Nothing of the row is believed but its id: anybody can write a row.
	return (
		select private.stage_of(m) from public.member m
		join private.plan_access a on a.family_id = m.family_id and a.person_id = private.uid()
		where m.id = who.id
	);
end
$$;
comment on function public.stage(public.member) is
	'The stage of life of a member, today, for whoever sees who belongs to the family: a child, a young person or an adult, and no date.';
grant execute on function public.stage(public.member) to authenticated;

-- Plan: what a family's goals stand in. The goals themselves are in 31_plan_goals.sql.

create table public.plan (
	id uuid primary key default gen_random_uuid(),
	family_id uuid not null references public.family on delete cascade,
	begun_at timestamptz not null default now(),
	ended_at timestamptz,
	constraint plan_of_its_family unique (id, family_id),
	constraint plan_ends_after_it_began check (ended_at >= begun_at)
);
comment on table public.plan is
	'A family''s plan. It has one from the moment it is a family; when it takes part again later, it goes on with it.';
comment on column public.plan.ended_at is
	'When the family''s enrolment ended: the plan is read and not written on. Null while it is worked with.';
create unique index plan_one_in_force on public.plan (family_id) where ended_at is null;
create index on public.plan (family_id);

create trigger stays before update on public.plan for each row
	execute function private.stays('id', 'family_id', 'begun_at');
create trigger keep_from_api before insert or update on public.plan for each row
	execute function private.keep_from_api('id', 'family_id', 'begun_at', 'ended_at');

create function private.begin_plan() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	insert into public.plan (family_id, begun_at) values (new.id, new.created_at);
	return null;
end
$$;
comment on function private.begin_plan() is 'A family has a plan before anybody else has: it may write there first.';
create trigger begin_plan after insert on public.family for each row execute function private.begin_plan();

-- Row security

alter table public.plan enable row level security;
alter table public.plan force row level security;
grant select on public.plan to authenticated;
create policy select_plan on public.plan for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.plan is 'The family and its team see which plans there have been.';
-- no insert: begin_plan above; no update, delete: it ends with an enrolment (47_enrolment_ending.sql)

-- The goals a family sets itself, at most three levels deep (P1, P3). What must hold of each stands in
-- 32_plan_goal_checks.sql.

create table public.goal (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	-- Checked and not 'not null', so that nobody who makes a goal is asked for what the database sets.
	plan_id uuid,
	parent_id uuid,
	level smallint not null default 1,
	-- Asked at the end: the rule goal_is_about_a_member answers first, and alike to a stranger and to nobody at all.
	about_id uuid references public.person on delete cascade deferrable initially deferred,
	life_area public.life_area,
	title text not null,
	sign text,
	due_on date,
	position integer not null default 0,
	created_by uuid references public.person on delete set null,
	created_at timestamptz not null default now(),
	changed_at timestamptz not null default now(),
	done_at timestamptz,
	said_at timestamptz,
	removed_at timestamptz,
	removed_by uuid references public.person on delete set null,
	revision integer not null default 0,
	made_as text,
	-- What else stands in the plan of a goal, or is about whom it is about, refers to it by these.
	constraint goal_stands_in_one_plan unique (id, family_id),
	constraint goal_is_about_one unique (id, about_id),
	constraint goal_stands_in_a_plan check (plan_id is not null),
	constraint goal_stands_in_a_plan_of_its_family foreign key (plan_id, family_id)
		references public.plan (id, family_id) on delete cascade,
	constraint step_stands_in_the_plan_of_its_goal foreign key (parent_id, family_id)
		references public.goal (id, family_id) on delete cascade,
	constraint goal_level_at_most_three check (level between 1 and 3),
	constraint goal_level_one_has_no_parent check ((level = 1) = (parent_id is null)),
	constraint goal_title_has_words check (length(btrim(title)) between 1 and 500),
	constraint goal_sign_at_most_1000 check (length(sign) <= 1000),
	constraint goal_removed_by_has_its_time check (removed_at is not null or removed_by is null),
	constraint goal_made_as_a_fingerprint check (made_as ~ '^[0-9a-f]{64}$')
);
comment on table public.goal is 'A goal (level 1), a sub-goal (2) or a small step under it (3), of the whole family or one member.';
comment on column public.goal.revision is 'How often what a form edits was changed, so that a form says what it was drawn from. Set by the database (private.counts_changes).';
comment on column public.goal.level is '1 goal, 2 sub-goal, 3 small step; set by the database from the parent.';
comment on column public.goal.plan_id is 'The plan of the family that was in force when the goal was made; set by the database.';
comment on column public.goal.about_id is 'The member it is about; null: the whole family. It stays when the member leaves.';
comment on column public.goal.title is 'The words as they are now. Every wording is kept in goal_wording.';
comment on column public.goal.sign is 'How we will see it.';
comment on column public.goal.due_on is 'By when. Not in the past, and at most twenty years ahead, when it is set.';
comment on column public.goal.position is 'Order among siblings, ascending; ties by id (ids are in order of time). Numbered by the database from 1; move_goal changes it.';
comment on column public.goal.said_at is
	'When it was last said that it is done, or not after all: what waited on a phone was said then. Set by the database.';
comment on column public.goal.removed_at is 'Taken off the plan; null again when the removal is undone.';
comment on column public.goal.removed_by is
	'Who took it off; set by the database, and null again when it is put back or they have been erased. What somebody took off themselves is not put back when they have left.';
comment on column public.goal.made_as is 'The SHA-256 of what it was made with: the same form sent again is known, whatever has been changed since.';
create index on public.goal (family_id, position);
create index on public.goal (parent_id, family_id);
create index on public.goal (about_id);
create index on public.goal (plan_id, family_id);
create index on public.goal (created_by);
create index on public.goal (removed_by);

create function private.place_goal() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	parent public.goal;
begin
	new.level := 1;
	-- An end that is being written is waited for; then there is no plan to stand in.
	new.plan_id := null;
	select p.id into new.plan_id from public.plan p where p.family_id = new.family_id and p.ended_at is null for share;
	if new.parent_id is not null then
		-- A goal that is not there, or in another plan, is left to the foreign key, which is asked after row security.
		select * into parent from public.goal g where g.id = new.parent_id and g.family_id = new.family_id;
		new.level := coalesce(parent.level, 1) + 1;
		new.about_id := parent.about_id;
		new.life_area := coalesce(new.life_area, parent.life_area);
	end if;
	if new.position = 0 or private.uid() is not null then
		new.position := 1 + coalesce((
			select max(g.position) from public.goal g
			where g.family_id = new.family_id and g.parent_id is not distinct from new.parent_id
		), 0);
	end if;
	return new;
end
$$;
comment on function private.place_goal() is
	'Sets the plan, the level from the parent and the place after its siblings; a step is about the same person as its goal, so both homes of a child see the whole branch.';
create trigger begins_now before insert on public.goal
	for each row execute function private.begins_now('created_at', 'changed_at', 'done_at', 'said_at', 'removed_at', 'removed_by');
create trigger place_goal before insert on public.goal for each row execute function private.place_goal();

create trigger counts_changes before insert or update on public.goal for each row
	execute function private.counts_changes('title', 'sign', 'due_on', 'life_area');
create function private.stamp_goal() returns trigger
language plpgsql set search_path = ''
as $$
begin
	if private.uid() is null and new.changed_at is distinct from old.changed_at then return new; end if;
	if new.done_at is not null then new.done_at := coalesce(old.done_at, now()); end if;
	if new.removed_at is null then
		new.removed_by := null;
	elsif old.removed_at is null then
		new.removed_at := now();
		new.removed_by := coalesce(private.uid(), new.removed_by);
	else
		new.removed_at := old.removed_at;
		-- Nobody any more, when who took it off is erased.
		new.removed_by := case when new.removed_by is not null then old.removed_by end;
	end if;
	if (new.title, new.sign, new.due_on, new.life_area, new.done_at)
		is distinct from (old.title, old.sign, old.due_on, old.life_area, old.done_at)
		-- Taken off by a slip and put back at once, it is as it was; what nobody saw for longer is news again.
		or (new.removed_at is null and old.removed_at < now() - interval '10 minutes') then
		new.changed_at := now();
	else
		new.changed_at := old.changed_at;
	end if;
	return new;
end
$$;
comment on function private.stamp_goal() is
	'When it was done, taken off and changed is now, and who took it off is who asks, whatever comes with it. Moving in the list, taking off, putting back within ten minutes, and saying the same again, is no change. Only who fills a database (the owner) brings other times.';
create trigger stamp_goal before update on public.goal for each row execute function private.stamp_goal();

create trigger stays before update on public.goal for each row
	execute function private.stays('id', 'family_id', 'plan_id', 'parent_id', 'level', 'about_id', 'created_by', 'created_at', 'made_as');

-- The order is move_goal's (36_plan_order.sql), who took it off stamp_goal's.
create trigger keep_from_api before update on public.goal for each row
	execute function private.keep_from_api('position', 'removed_by', 'said_at');

create trigger says_when before update on public.goal
	for each row when ((old.done_at is null) <> (new.done_at is null)) execute function private.says_when();
create trigger says_again before update of done_at on public.goal
	for each row when ((old.done_at is null) = (new.done_at is null)) execute function private.says_again();

create function private.my_goals_left_behind() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select g.id from public.goal g
		where g.family_id = any ((select private.my_households())::uuid[]) and g.about_id is not null
			and not exists (
				select from public.member m
				where m.family_id = g.family_id and m.person_id = g.about_id and m.left_at is null
			)
	);
end
$$;
comment on function private.my_goals_left_behind() is
	'Goals in the plans of my households about somebody who is no member of that family any more: they stay, and nobody else is left to take them off.';
grant execute on function private.my_goals_left_behind() to authenticated;

create function private.is_from_before(goal uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
	since timestamptz := (select private.back_since(g.family_id, g.about_id) from public.goal g where g.id = goal);
begin
	return since > '-infinity' and exists (
		select from public.goal g left join public.goal p on p.id = g.parent_id
		cross join unnest(array[g.id, p.id, p.parent_id]) branch (id)
		where g.id = is_from_before.goal and branch.id is not null and not exists (
			select from public.goal_wording w where w.goal_id = branch.id and w.said_at >= since
		)
	);
end
$$;
comment on function private.is_from_before(uuid) is
	'Whether a goal, or what it stands under, is said as it was before the child it is about came back to the family. Granted to nobody.';

create function private.my_childrens_goals() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select g.id from public.goal g
		join public.member c on c.family_id = g.family_id and c.person_id = g.about_id and c.left_at is null
		where g.about_id = any ((select private.my_children())::uuid[]) and not private.is_from_before(g.id)
	);
end
$$;
comment on function private.my_childrens_goals() is
	'Goals about my children in the families they belong to: what is written in a home that a child has left is that home''s, also when the child is back, until it is said in other words there. A step stands under its goal.';
grant execute on function private.my_childrens_goals() to authenticated;

-- Row security

alter table public.goal enable row level security;
alter table public.goal force row level security;
grant select,
	insert (id, family_id, parent_id, about_id, life_area, title, sign, due_on, created_by, made_as),
	update (life_area, title, sign, due_on, done_at, removed_at, revision)
	on public.goal to authenticated;
create policy select_plan on public.goal for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.goal is 'The family and its team see the plan.';
create policy select_other_home on public.goal for select to authenticated
	using (id = any ((select private.my_childrens_goals())::uuid[]));
comment on policy select_other_home on public.goal is 'The goals about a child are seen by the parents in both its homes (F1), for as long as it belongs to both: who writes them is told (read_elsewhere).';
create policy insert_household on public.goal for insert to authenticated
	with check (
		family_id = any ((select private.my_households())::uuid[]) and created_by = (select private.uid())
		and (about_id is null or about_id = any ((select private.my_children())::uuid[]))
	);
comment on policy insert_household on public.goal is
	'Parents set goals for the household and its children, and steps under them. A grown-up''s own goal, and its steps, nobody else sets.';
create policy insert_about_me on public.goal for insert to authenticated
	with check (
		family_id = any ((select private.my_families())::uuid[])
		and about_id = (select private.uid()) and created_by = (select private.uid())
	);
comment on policy insert_about_me on public.goal is 'Every member sets goals of their own.';
create policy update_household on public.goal for update to authenticated
	using (
		family_id = any ((select private.my_households())::uuid[]) and (
			about_id is null or about_id = any ((select private.my_children())::uuid[])
			or id = any ((select private.my_goals_left_behind())::uuid[])
		)
	)
	with check (
		family_id = any ((select private.my_households())::uuid[]) and (
			about_id is null or about_id = any ((select private.my_children())::uuid[])
			or id = any ((select private.my_goals_left_behind())::uuid[])
		)
	);
comment on policy update_household on public.goal is
	'Parents edit, finish and take off the goals of the household and its children, and what somebody who has left leaves behind, but not what they took off themselves (check_goal_as_left). A grown-up''s own goal nobody else changes.';
create policy update_about_me on public.goal for update to authenticated
	using (family_id = any ((select private.my_families())::uuid[]) and about_id = (select private.uid()))
	with check (family_id = any ((select private.my_families())::uuid[]) and about_id = (select private.uid()));
comment on policy update_about_me on public.goal is 'Every member edits the goals about themselves.';
-- no delete: removed_at takes a goal off the plan and can be undone; no update of position: move_goal in 36_plan_order.sql

-- What must hold of a goal that no constraint can say: about whom, by when, and where nothing is set any more. Asked after
-- row security.

create function private.check_about() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if not exists (
		select from public.member m
		where m.family_id = new.family_id and m.person_id = new.about_id and m.left_at is null
	) then
		perform private.refuse(tg_argv[0], 'it is about a member of the family');
	end if;
	return null;
end
$$;
comment on function private.check_about() is
	'What stands in a plan is about the whole family or somebody who belongs to it when it is made; no constraint can say when. Its argument is the name of the rule. Asked after row security, so that strangers learn nothing from the answer.';
create trigger check_goal_about after insert on public.goal
	for each row when (new.about_id is not null) execute function private.check_about('goal_is_about_a_member');

create function private.check_goal_date() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if tg_op = 'UPDATE' and new.due_on is not distinct from old.due_on then
		return null;
	end if;
	if new.due_on < private.today() then
		perform private.refuse('goal_due_not_in_the_past', 'the date has passed');
	end if;
	if new.due_on > private.today() + interval '20 years' then
		perform private.refuse('goal_due_within_twenty_years', 'a plan looks at most twenty years ahead');
	end if;
	return null;
end
$$;
comment on function private.check_goal_date() is 'The day a goal is given is ahead, Danish time, and near enough to be meant. A day that has gone by since stays.';
create trigger check_goal_date after insert or update of due_on on public.goal
	for each row when (new.due_on is not null) execute function private.check_goal_date();

create function private.is_off_the_plan(goal uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return exists (
		select from public.goal g
		left join public.goal p on p.id = g.parent_id
		left join public.goal pp on pp.id = p.parent_id
		where g.id = is_off_the_plan.goal
			and (g.removed_at is not null or p.removed_at is not null or pp.removed_at is not null)
	);
end
$$;
comment on function private.is_off_the_plan(uuid) is
	'Whether a goal, or what it stands under, was taken off the plan. Granted to nobody: only triggers ask, after row security.';

create function private.check_goal_stands() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.uid() is not null and (
		private.is_off_the_plan(new.parent_id)
		or (tg_op = 'UPDATE' and old.removed_at is not null and new.removed_at is not null)
	) then
		perform private.refuse('goal_stands_in_the_plan', 'it was taken off the plan, where nobody would see it');
	end if;
	return null;
end
$$;
comment on function private.check_goal_stands() is
	'Nothing is set, said or finished where it was taken off the plan: nobody would see it, nor a step put back under it. It can be put back first. Only who fills a database (the owner) does.';
create trigger check_goal_stands after insert or update of title, sign, due_on, life_area, done_at on public.goal
	for each row execute function private.check_goal_stands();
create trigger check_goal_back after update of removed_at on public.goal
	for each row when (new.removed_at is null) execute function private.check_goal_stands();

-- What is put back comes with its steps.
create trigger at_most after insert or update of removed_at on public.goal
	for each row when (new.removed_at is null) execute function private.at_most(
		'plan_at_most_600', '600', 'family_id', $$removed_at is null and not exists (
			select from public.goal p left join public.goal pp on pp.id = p.parent_id
			where p.id = r.parent_id and (p.removed_at is not null or pp.removed_at is not null)
		)$$
	);

-- What is about one person nobody else takes off, unless it is a child: it leaves room for the others.
create trigger at_most_about_one after insert or update of removed_at on public.goal
	for each row when (new.removed_at is null and new.about_id is not null) execute function private.at_most(
		'goals_about_one_at_most_300', '300', 'about_id',
		$$family_id = ($2 ->> 'family_id')::uuid and removed_at is null and not exists (
			select from public.goal p left join public.goal pp on pp.id = p.parent_id
			where p.id = r.parent_id and (p.removed_at is not null or pp.removed_at is not null)
		)$$
	);

create function private.check_goal_as_left() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.uid() is not null and not exists (
		select from public.member m
		where m.family_id = new.family_id and m.person_id = new.about_id and m.left_at is null
	) and (
		old.removed_by = old.about_id
		or exists (
			select from public.goal p left join public.goal pp on pp.id = p.parent_id
			where p.id = new.parent_id and (p.removed_by = p.about_id or pp.removed_by = pp.about_id)
		)
	) then
		perform private.refuse('goal_stays_as_it_was_left', 'who it is about took it off before they left');
	end if;
	return null;
end
$$;
comment on function private.check_goal_as_left() is
	'What somebody took off the plan themselves, and its steps, nobody else puts back or rewords when they have left. They do when they are there again. Only who fills a database (the owner) does otherwise.';
-- By its name before check_goal_back and check_goal_stands, which would say that it can be put back.
create trigger check_goal_as_left after update of title, sign, due_on, life_area, done_at, removed_at on public.goal
	for each row when (new.about_id is not null) execute function private.check_goal_as_left();

-- What a page asks of the goals of a plan.

create function public.plan_goals(family uuid) returns setof public.goal
language sql stable set search_path = ''
as $$
	select g.* from public.goal g
	left join public.goal p on p.id = g.parent_id
	left join public.goal pp on pp.id = p.parent_id
	where g.family_id = plan_goals.family
		and g.removed_at is null and p.removed_at is null and pp.removed_at is null
	order by g.done_at desc nulls first, g.position, g.id
	limit 1000
$$;
comment on function public.plan_goals(uuid) is
	'The goals and steps that stand in the plan of a family, all of them (plan_at_most_600): what is on the way, then what was reached last. Asks as who asks: row security decides.';
grant execute on function public.plan_goals(uuid) to authenticated;

create function public.goal_branch(goal uuid) returns setof public.goal
language sql stable set search_path = ''
as $$
	with branch as (
		select g.id, 0 as below from public.goal g where g.id = goal_branch.goal
		union all
		select s.id, 1 from public.goal s where s.parent_id = goal_branch.goal
		union all
		select t.id, 2 from public.goal s join public.goal t on t.parent_id = s.id where s.parent_id = goal_branch.goal
	)
	select g.* from branch b
	join public.goal g using (id)
	left join public.goal p on p.id = g.parent_id
	left join public.goal pp on pp.id = p.parent_id
	where g.removed_at is null and p.removed_at is null and pp.removed_at is null
	order by b.below, g.done_at desc nulls first, g.position, g.id
	limit 1000
$$;
comment on function public.goal_branch(uuid) is
	'A goal and the steps under it, as far as they stand in the plan; nothing when it was taken off, or what it stands under was. The goal first, then its steps and then theirs, what is on the way before what was reached, all of them (plan_at_most_600). Asks as who asks: row security decides.';
grant execute on function public.goal_branch(uuid) to authenticated;

create function public.next_goals(families uuid[])
returns table (
	id uuid, family_id uuid, title text, life_area public.life_area, due_on date, step text, about_has_left boolean
)
language sql stable set search_path = ''
as $$
	select g.id, g.family_id, g.title, g.life_area, g.due_on, coalesce(small.title, step.title), about.has_left
	from public.goal g
	cross join lateral (
		select g.about_id is not null and not exists (
			select from public.member m
			where m.family_id = g.family_id and m.person_id = g.about_id and m.left_at is null
		)
	) about (has_left)
	left join lateral (
		select s.id, s.title from public.goal s
		where s.parent_id = g.id and s.removed_at is null and s.done_at is null
		order by s.position, s.id limit 1
	) step on true
	left join lateral (
		select s.title from public.goal s
		where s.parent_id = step.id and s.removed_at is null and s.done_at is null
		order by s.position, s.id limit 1
	) small on true
	where g.family_id = any (families) and g.level = 1 and g.removed_at is null and g.done_at is null
	order by about.has_left, g.due_on nulls last, g.position, g.id
	limit 3
$$;
comment on function public.next_goals(uuid[]) is
	'The three goals of these plans that can be acted on first: not reached yet, the earliest date first, also one that has gone by, then in the family''s own order, and after all others what is about somebody who has left. With the deepest step that is not done. Asks as who asks: row security decides.';
grant execute on function public.next_goals(uuid[]) to authenticated;

create function public.read_elsewhere(families uuid[]) returns table (family_id uuid, person_id uuid)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select m.family_id, m.person_id from public.member m
	where m.family_id = any (families) and m.family_id = any ((select private.my_families())::uuid[]) and m.left_at is null
		and exists (
			select from private.parents_of_children p
			where p.child_id = m.person_id and p.home_id <> m.family_id and not exists (
				select from public.member here
				where here.family_id = m.family_id and here.person_id = p.person_id and here.left_at is null
			)
		)
	order by m.family_id, m.person_id limit 1000;
end
$$;
comment on function public.read_elsewhere(uuid[]) is
	'Of whom in these families of mine the goals and steps are read in another home too, by a parent who is none of the family: said before somebody writes, not only after.';
grant execute on function public.read_elsewhere(uuid[]) to authenticated;

create function public.stays_in_this_home(goal uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return private.is_from_before(stays_in_this_home.goal) and exists (
		select from public.goal g
		where g.id = stays_in_this_home.goal and g.family_id = any ((select private.my_families())::uuid[])
	);
end
$$;
comment on function public.stays_in_this_home(uuid) is
	'To a family: whether a goal about a child that came back is from before, so that its other home does not read it until it is said in other words (read_elsewhere).';
grant execute on function public.stays_in_this_home(uuid) to authenticated;

-- The words of the goals: who said which, when, and in whose voice (P1). What was said first stays beside what is said now.

create type public.voice as enum ('family', 'team');
comment on type public.voice is 'In whose voice something is said: the family''s, which is its children''s and young people''s too, or the team''s.';

create table public.goal_wording (
	goal_id uuid not null,
	number integer not null,
	family_id uuid not null,
	about_id uuid,
	words text not null,
	said_by uuid references public.person on delete set null,
	said_at timestamptz not null,
	voice public.voice not null,
	primary key (goal_id, number),
	constraint wording_of_its_family unique (goal_id, number, family_id),
	constraint wording_stands_in_the_plan_of_its_goal foreign key (goal_id, family_id)
		references public.goal (id, family_id) on delete cascade,
	constraint wording_is_about_whom_its_goal_is_about foreign key (goal_id, about_id)
		references public.goal (id, about_id) on delete cascade
);
comment on table public.goal_wording is
	'Every wording a goal has had: who said it, when, in whose voice. Append-only, and written by the database alone.';
comment on column public.goal_wording.number is '1: the first words. Each wording after it one more.';
comment on column public.goal_wording.family_id is 'The goal''s, so that row security needs no join.';
comment on column public.goal_wording.about_id is 'The goal''s, so that row security needs no join.';
comment on column public.goal_wording.said_by is 'Null when the person has been erased: the words are the family''s and stay.';
create index on public.goal_wording (family_id, goal_id, number);
create index on public.goal_wording (about_id, goal_id);
create index on public.goal_wording (said_by);

create trigger stays before update on public.goal_wording for each row
	execute function private.stays('goal_id', 'number', 'family_id', 'about_id', 'words', 'said_by', 'said_at', 'voice');
create trigger keep_from_api before insert or update on public.goal_wording for each row
	execute function private.keep_from_api('goal_id', 'number', 'family_id', 'about_id', 'words', 'said_by', 'said_at', 'voice');

create function private.keep_wording() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	speaker uuid := case when tg_op = 'INSERT' then new.created_by else coalesce(private.uid(), new.created_by) end;
begin
	-- Whoever changes the words holds the goal's row, so that two wordings never take the same number.
	insert into public.goal_wording (goal_id, number, family_id, about_id, words, said_by, said_at, voice)
	select new.id, 1 + coalesce(max(w.number), 0), new.family_id, new.about_id, new.title, speaker,
		case when tg_op = 'INSERT' then new.created_at else new.changed_at end,
		case when exists (
			select from private.plan_access a
			where a.person_id = speaker and a.family_id = new.family_id and a.side = 'team'
		) then 'team' else 'family' end::public.voice
	from public.goal_wording w where w.goal_id = new.id;
	return null;
end
$$;
comment on function private.keep_wording() is
	'Keeps the words a goal is made with and every wording after them. Saying the same again is no new wording. The voice follows from the side of the table the speaker sits on in that moment.';
create trigger keep_wording after insert on public.goal for each row execute function private.keep_wording();
create trigger keep_new_wording after update of title on public.goal
	for each row when (new.title is distinct from old.title) execute function private.keep_wording();

-- Row security

alter table public.goal_wording enable row level security;
alter table public.goal_wording force row level security;
grant select on public.goal_wording to authenticated;
create policy select_plan on public.goal_wording for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.goal_wording is 'The family and its team see how a goal was said.';
-- A child's other home sees the words as they are now, and not what was said before.
-- no insert: keep_wording above; no update, delete: what was said then is not rewritten now

-- How the goals of a plan go (P4).

create table public.goal_progress (
	id uuid primary key,
	goal_id uuid not null,
	family_id uuid not null references public.family on delete cascade,
	about_id uuid,
	noted_by uuid references public.person on delete set null,
	noted_at timestamptz not null default now(),
	note text,
	score smallint,
	constraint progress_stands_in_the_plan_of_its_goal foreign key (goal_id, family_id)
		references public.goal (id, family_id) on delete cascade,
	constraint progress_is_about_whom_its_goal_is_about foreign key (goal_id, about_id)
		references public.goal (id, about_id) on delete cascade,
	constraint progress_score_0_to_10 check (score between 0 and 10),
	constraint progress_note_at_most_2000 check (length(note) <= 2000),
	constraint progress_says_something check (length(btrim(coalesce(note, ''))) > 0 or score is not null)
);
comment on table public.goal_progress is 'How it goes with a goal: a note, a number from 0 to 10, or both (P4). Append-only.';
comment on column public.goal_progress.score is 'How it goes, 0 to 10; null: only a note.';
comment on column public.goal_progress.family_id is 'The goal''s, so that row security needs no join.';
comment on column public.goal_progress.about_id is 'The goal''s, set by the database, so that row security needs no join.';
create index on public.goal_progress (goal_id, family_id, noted_at desc);
create index on public.goal_progress (family_id, noted_at desc);
create index on public.goal_progress (about_id, goal_id);
create index on public.goal_progress (noted_by);

create function private.place_goal_progress() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- A goal that is not there, or in another plan, is left to the foreign key, which is asked after row security.
	new.about_id := (select g.about_id from public.goal g where g.id = new.goal_id and g.family_id = new.family_id);
	return new;
end
$$;
comment on function private.place_goal_progress() is
	'Progress is about the person the goal is about.';
create trigger begins_now before insert on public.goal_progress
	for each row execute function private.begins_now('noted_at');
create trigger place_goal_progress before insert on public.goal_progress
	for each row execute function private.place_goal_progress();

create function private.check_progress_stands() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.uid() is not null and private.is_off_the_plan(new.goal_id) then
		perform private.refuse('goal_stands_in_the_plan', 'its goal was taken off the plan, where nobody would see it');
	end if;
	return null;
end
$$;
comment on function private.check_progress_stands() is
	'Nothing is noted where it was taken off the plan. Asked after row security, so that strangers learn nothing from the answer.';
create trigger check_progress_stands after insert on public.goal_progress
	for each row execute function private.check_progress_stands();

-- Row security

alter table public.goal_progress enable row level security;
alter table public.goal_progress force row level security;
grant select, insert (id, goal_id, family_id, noted_by, note, score) on public.goal_progress to authenticated;
create policy select_plan on public.goal_progress for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.goal_progress is 'The family and its team see how the goals go.';
-- A child's other home sees its goals, and not what is noted about them.
create policy insert_household on public.goal_progress for insert to authenticated
	with check (
		family_id = any ((select private.my_families())::uuid[]) and about_id is null
		and noted_by = (select private.uid())
	);
comment on policy insert_household on public.goal_progress is 'Everybody in the family notes how it goes with what is for all of them.';
create policy insert_about_me on public.goal_progress for insert to authenticated
	with check (
		family_id = any ((select private.my_families())::uuid[]) and about_id = (select private.uid())
		and noted_by = (select private.uid())
	);
comment on policy insert_about_me on public.goal_progress is 'How it goes with my own goals, I say.';
create policy insert_about_child on public.goal_progress for insert to authenticated
	with check (
		family_id = any ((select private.my_households())::uuid[])
		and about_id = any ((select private.my_children())::uuid[]) and noted_by = (select private.uid())
	);
comment on policy insert_about_child on public.goal_progress is 'A parent notes how it goes with their child''s goals too; with another adult''s, nobody else does.';
-- no update, delete: what was noted then is not rewritten now

-- What has happened in a plan since somebody looked last.

create table public.plan_visit (
	person_id uuid not null references public.person on delete cascade,
	family_id uuid not null references public.family on delete cascade,
	visited_at timestamptz not null default now(),
	since timestamptz,
	primary key (person_id, family_id)
);
comment on table public.plan_visit is 'When I last looked at a plan, so that it can show me what has changed since. Mine alone.';
comment on column public.plan_visit.since is 'The visit before: what happened after it is news. Null at the first visit.';
create index on public.plan_visit (family_id);

create function private.stamp_visit() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.uid() is null then return new; end if;
	new.visited_at := now();
	new.since := null;
	if tg_op = 'UPDATE' then
		if old.visited_at > now() - interval '30 minutes' then
			new.visited_at := old.visited_at;
			new.since := old.since;
		else
			new.since := old.visited_at;
		end if;
	end if;
	return new;
end
$$;
comment on function private.stamp_visit() is
	'When I looked is now, and news is what happened since I looked before; within half an hour it is the same visit, as nextVisit in src/lib/plan/plan.ts. Only who fills a database (the owner) brings other times.';
create trigger stamp_visit before insert or update on public.plan_visit
	for each row execute function private.stamp_visit();
create trigger stays before update on public.plan_visit
	for each row execute function private.stays('person_id', 'family_id');

-- Row security

alter table public.plan_visit enable row level security;
alter table public.plan_visit force row level security;
-- Looking is one statement, whether it is the first time or not: an upsert sets the key as well.
grant select, insert (person_id, family_id), update (person_id, family_id)
	on public.plan_visit to authenticated;
create policy select_own on public.plan_visit for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.plan_visit is 'When I looked is mine.';
create policy insert_own on public.plan_visit for insert to authenticated
	with check (
		person_id = (select private.uid())
		and family_id = any (array(select a.family_id from private.plan_access a))
	);
comment on policy insert_own on public.plan_visit is 'I note that I looked at a plan I may see.';
create policy update_own on public.plan_visit for update to authenticated
	using (person_id = (select private.uid()))
	with check (
		person_id = (select private.uid())
		and family_id = any (array(select a.family_id from private.plan_access a))
	);
comment on policy update_own on public.plan_visit is 'I look again.';
-- no delete

-- The order of goals among their siblings (P1).

create function public.move_goal(goal uuid, up boolean, past uuid default null) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	moved public.goal;
	neighbour uuid;
	line uuid[];
	spot integer;
begin
	select * into moved from public.goal g
	where g.id = move_goal.goal and g.removed_at is null and (
		(
			g.family_id = any ((select private.my_households())::uuid[]) and (
				-- The goals stand in one line, which is the household's; the steps under a goal are whose the goal is.
				g.parent_id is null or g.about_id is null or g.about_id = any ((select private.my_children())::uuid[])
				or g.id = any ((select private.my_goals_left_behind())::uuid[])
			)
		)
		or (g.about_id = private.uid() and g.parent_id is not null and g.family_id = any ((select private.my_families())::uuid[]))
	);
	if not found then
		raise exception 'not yours to move' using errcode = '42501';
	end if;
	-- Two who move at the same moment wait here for each other; the second starts from what the first left.
	perform from public.family f where f.id = moved.family_id for no key update;
	select * into moved from public.goal g where g.id = moved.id;
	line := array(
		select g.id from public.goal g
		where g.family_id = moved.family_id and g.parent_id is not distinct from moved.parent_id
		order by g.position, g.id
	);
	if past is not null then
		if past = moved.id or array_position(line, past) is null then
			raise exception 'not among its siblings' using errcode = '42501';
		end if;
		-- The same press delivered twice is one move.
		if (array_position(line, moved.id) < array_position(line, past)) = up then return; end if;
	end if;
	-- The one that was shown beside it, wherever that stands by now: one that is taken off the plan or reached since too,
	-- or the goal would go further than to where it was seen to go. What else was taken off keeps its place in the line,
	-- but nobody sees it, so it is no neighbour. Nor is a goal that is reached: the plan shows those by themselves. Steps
	-- stay where they are, walked or not.
	neighbour := coalesce(past, (
		select g.id from public.goal g
		where g.id = any (line) and g.removed_at is null
			and (moved.parent_id is not null or (g.done_at is null) = (moved.done_at is null)) and case
			when up then (g.position, g.id) < (moved.position, moved.id)
			else (g.position, g.id) > (moved.position, moved.id)
		end
		order by abs(array_position(line, g.id) - array_position(line, moved.id)) limit 1
	));
	if neighbour is null then
		perform private.refuse('goal_is_at_the_end', 'there is nothing to change places with');
	end if;
	line := array_remove(line, moved.id);
	spot := array_position(line, neighbour) - case when up then 1 else 0 end;
	line := line[:spot] || moved.id || line[spot + 1:];
	update public.goal g set position = array_position(line, g.id)
	where g.id = any (line) and g.position <> array_position(line, g.id);
end
$$;
comment on function public.move_goal(uuid, boolean, uuid) is
	'Moves a goal one place among its siblings, past the one it was shown beside, also when that is taken off or reached since, if it is not past it already; they are numbered anew: a parent the goals of the household and the steps under what is not another grown-up''s own, everybody the steps of their own goals. Refused at the end of the line.';
grant execute on function public.move_goal(uuid, boolean, uuid) to authenticated;

-- Meetings: upcoming and past, when and why (M1). Who comes stands in 41_meetings_attendees.sql, what will be talked
-- about in 42_meetings_agenda.sql, where in 43_meetings_places.sql: not everybody who sees a meeting sees that.

create type public.meeting_kind as enum ('network', 'pre_meeting', 'follow_up', 'other');
comment on type public.meeting_kind is 'Network meeting, pre-meeting (formøde), follow-up, or something else.';

create table public.meeting (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	about_id uuid references public.person on delete cascade deferrable initially deferred,
	kind public.meeting_kind not null default 'network',
	purpose text not null,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	proposed_by uuid references public.person on delete set null,
	created_at timestamptz not null default now(),
	cancelled_at timestamptz,
	cancelled_by uuid references public.person on delete set null,
	moved_from timestamptz,
	place_moved_at timestamptz,
	revision integer not null default 0,
	held_again integer,
	made_as text,
	constraint meeting_is_of_one_family unique (id, family_id),
	constraint meeting_ends_after_it_starts check (ends_at > starts_at),
	constraint meeting_within_a_day check (ends_at <= starts_at + interval '1 day'),
	constraint meeting_of_our_time check (starts_at >= timestamptz '2020-01-01 00:00+01'),
	constraint meeting_is_called_before_it_ends check (ends_at > created_at),
	constraint meeting_within_three_years check (starts_at <= created_at + interval '3 years'),
	constraint meeting_purpose_has_words check (length(btrim(purpose)) between 1 and 500),
	constraint meeting_made_as_a_fingerprint check (made_as ~ '^[0-9a-f]{64}$')
);
comment on table public.meeting is 'A meeting of a family with those around it.';
comment on column public.meeting.about_id is 'The child it is about, so that both its homes see it; null: the whole family.';
comment on column public.meeting.purpose is 'Why we meet, in plain words.';
comment on column public.meeting.cancelled_at is 'Set by the database, when somebody says that it is cancelled.';
comment on column public.meeting.cancelled_by is
	'Who cancelled it; null: nobody by hand, it ended with the course, or they were erased. Set by the database.';
comment on column public.meeting.moved_from is
	'When it was to start before its time was last changed, which is when it starts now if only its end was; null: it never was. Set by the database.';
comment on column public.meeting.place_moved_at is
	'When its place or link, or whether it is a home, was last changed; null: it never was. Set by the database (43_meetings_places.sql).';
comment on column public.meeting.revision is
	'How often it was moved to another time or place, cancelled or held after all, as calendars count (RFC 5545, SEQUENCE); also when its place was said to be a home or none. Set by the database.';
comment on column public.meeting.held_again is
	'The revision with which it was last held after all, when somebody may count on its being cancelled; null: it never was. Set by the database (44_meetings_cancelled.sql).';
comment on column public.meeting.made_as is 'The SHA-256 of what it was called with: the same form sent again is known, whatever has been changed since.';
create index on public.meeting (family_id, starts_at desc);
create index on public.meeting (about_id);
create index on public.meeting (proposed_by);
create index on public.meeting (cancelled_by);

create function private.check_meeting_about() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if new.about_id is not null and not exists (
		select from public.member m
		where m.family_id = new.family_id and m.person_id = new.about_id and m.left_at is null
	) then
		perform private.refuse('meeting_is_about_a_member', 'a meeting is about a member of its family');
	end if;
	return new;
end
$$;
comment on function private.check_meeting_about() is
	'A meeting is about the whole family or one of its members. The foreign key is asked later, so that the answer is the same about people who are not here at all.';
create trigger check_meeting_about after insert on public.meeting
	for each row execute function private.check_meeting_about();

create function private.stamp_meeting() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.uid() is not null then new.revision := 0; end if;
	return new;
end
$$;
comment on function private.stamp_meeting() is
	'A meeting that is called was never moved. Only who fills a database (the owner) brings what was.';
create trigger begins_now before insert on public.meeting
	for each row execute function private.begins_now(
	'created_at', 'cancelled_at', 'cancelled_by', 'moved_from', 'place_moved_at', 'held_again'
);
create trigger stamp_meeting before insert on public.meeting
	for each row execute function private.stamp_meeting();

create function private.stamp_meeting_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if (new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at) then
		new.moved_from := old.starts_at;
	end if;
	if (new.starts_at, new.ends_at, new.cancelled_at is null, new.kind, new.purpose)
		is distinct from (old.starts_at, old.ends_at, old.cancelled_at is null, old.kind, old.purpose)
		and (old.ends_at <= now() or new.ends_at <= now())
	then
		perform private.refuse('meeting_is_not_over', 'what has been stays as it was, and nothing is moved there');
	end if;
	if old.cancelled_at is not null and new.cancelled_at is not null
		and (new.starts_at, new.ends_at, new.kind, new.purpose) is distinct from (old.starts_at, old.ends_at, old.kind, old.purpose)
	then
		perform private.refuse('over_since', 'cancelled since');
	end if;
	if (new.starts_at, new.ends_at, new.cancelled_at is null)
		is distinct from (old.starts_at, old.ends_at, old.cancelled_at is null)
	then
		new.revision := old.revision + 1;
	end if;
	if (new.cancelled_at is null) <> (old.cancelled_at is null) then
		-- What is cancelled with the course is cancelled by nobody.
		new.cancelled_by := case when new.cancelled_at is not null and pg_trigger_depth() = 1 then private.uid() end;
	end if;
	return new;
end
$$;
comment on function private.stamp_meeting_change() is 'That a meeting was moved is a fact that everybody can see, not a claim; and one that has been stays as it was.';
create trigger stamp_meeting_change before update on public.meeting
	for each row execute function private.stamp_meeting_change();
create trigger stamps before update on public.meeting
	for each row execute function private.stamps('cancelled_at');
create trigger keep_from_api before update on public.meeting
	for each row execute function private.keep_from_api('cancelled_by', 'moved_from', 'place_moved_at', 'revision', 'held_again');
create trigger stays before update on public.meeting
	for each row execute function private.stays('id', 'family_id', 'about_id', 'proposed_by', 'created_at', 'made_as');

create function private.check_meeting_is_not_over() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Who fills a database (the owner) brings meetings that have been, with all that belongs to them.
	if private.uid() is not null and exists (
		select from public.meeting m where m.id = new.meeting_id and m.ends_at <= now()
	) then
		perform private.refuse('meeting_is_not_over', 'what has been stays as it was');
	end if;
	return null;
end
$$;
comment on function private.check_meeting_is_not_over() is
	'What was to be talked about, where it was and who was asked is not rewritten when a meeting is over. Asked after row security and the foreign key.';

-- Row security

alter table public.meeting enable row level security;
alter table public.meeting force row level security;
grant select,
	insert (id, family_id, about_id, kind, purpose, starts_at, ends_at, proposed_by, made_as),
	update (kind, purpose, starts_at, ends_at, cancelled_at)
	on public.meeting to authenticated;
create policy select_plan on public.meeting for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.meeting is 'The family and its team see its meetings.';
create policy insert_household on public.meeting for insert to authenticated
	with check (family_id = any ((select private.my_households())::uuid[]) and proposed_by = (select private.uid()));
comment on policy insert_household on public.meeting is 'Parents call a meeting.';
create policy insert_coordinator on public.meeting for insert to authenticated
	with check (
		family_id = any ((select private.my_coordinated_families())::uuid[]) and proposed_by = (select private.uid())
	);
comment on policy insert_coordinator on public.meeting is 'The coordinator proposes a meeting.';
create policy update_household on public.meeting for update to authenticated
	using (family_id = any ((select private.my_households())::uuid[]))
	with check (family_id = any ((select private.my_households())::uuid[]));
comment on policy update_household on public.meeting is 'Parents move or cancel a meeting.';
create policy update_coordinator on public.meeting for update to authenticated
	using (family_id = any ((select private.my_coordinated_families())::uuid[]))
	with check (family_id = any ((select private.my_coordinated_families())::uuid[]));
comment on policy update_coordinator on public.meeting is 'The coordinator moves or cancels a meeting.';
-- no delete: cancelled_at cancels it, and it says so

-- Who may be asked to a meeting, and by whom: the family, its team, and a parent in the other home of the child it is about.

create function private.askable_elsewhere(family uuid) returns table (child_id uuid, person_id uuid)
language sql stable security definer set search_path = ''
as $$
	select distinct here.person_id, p.person_id
	from public.member here
	join private.parents_of_children p on p.child_id = here.person_id and p.home_id <> here.family_id
	where here.family_id = askable_elsewhere.family and here.left_at is null
		and not exists (
			select from private.plan_access s where s.person_id = p.person_id and s.family_id = here.family_id
		)
		-- A home that takes part no more is read, and asked to nothing.
		and (
			not exists (select from public.enrolment e where e.family_id = p.home_id)
			or exists (select from public.enrolment e where e.family_id = p.home_id and e.ended_on is null)
		)
	order by 1, 2 limit 1000
$$;
comment on function private.askable_elsewhere(uuid) is
	'The parents in the other homes of this family''s children, each with the child about whom they can be asked to a meeting: those who see there what concerns it, and neither their relatives nor their team. Granted to nobody.';

create function public.askable_elsewhere(family uuid) returns table (child_id uuid, person_id uuid, name text)
language sql stable security definer set search_path = ''
as $$
	select e.child_id, e.person_id, p.name
	from private.askable_elsewhere(askable_elsewhere.family) e join public.person p on p.id = e.person_id
	where askable_elsewhere.family = any (
		(select private.my_households() || private.my_coordinated_families())::uuid[]
	)
	order by p.name, e.person_id, e.child_id limit 1000
$$;
comment on function public.askable_elsewhere(uuid) is
	'To whoever may call a meeting of this family: which parents in the other homes of its children can be asked, each to a meeting about that child. Their names and nothing else of those homes.';
grant execute on function public.askable_elsewhere(uuid) to authenticated;

create function private.i_may_ask(family uuid, person uuid, from_elsewhere_to uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return family = any (private.my_households() || private.my_coordinated_families())
		and case when from_elsewhere_to is not null then exists (
			select from public.meeting t join private.askable_elsewhere(family) e on e.child_id = t.about_id
			where t.id = from_elsewhere_to and t.family_id = family and e.person_id = person
				and t.created_at >= private.back_since(t.family_id, t.about_id)
		)
		else exists (
			select from public.member m where m.family_id = family and m.person_id = person and m.left_at is null
		)
		or exists (
			select from public.team_member t join public.job j on j.id = t.job_id
			where t.family_id = family and t.professional_id = person and t.left_at is null and j.left_at is null
		) end;
end
$$;
comment on function private.i_may_ask(uuid, uuid, uuid) is
	'Whether I may ask this person to a meeting of this family: somebody of that family or its team, not of another of mine; or to that one meeting, when it is said, a parent in the other home of the child it is about, unless the child came back after it was called. For insert policies only: never in a scan.';
grant execute on function private.i_may_ask(uuid, uuid, uuid) to authenticated;

-- Who is asked to a meeting and why, whether they come, and what guests of it see (M1, M2). Who may be asked stands in
-- 41_meetings_asking.sql.

create type public.attendance_answer as enum ('coming', 'not_coming');
comment on type public.attendance_answer is 'What somebody invited to a meeting answers.';

create table public.meeting_attendee (
	id uuid primary key default gen_random_uuid(),
	meeting_id uuid not null,
	person_id uuid references public.person on delete set null,
	family_id uuid not null,
	reason text,
	from_other_home boolean not null default false,
	sees_home boolean not null default false,
	answer public.attendance_answer,
	answered_at timestamptz,
	said_at timestamptz,
	said_before_leaving public.attendance_answer,
	profession text,
	place text,
	constraint works_somewhere_as_something check ((profession is null) = (place is null)),
	constraint answer_comes_with_its_time check ((answer is null) = (answered_at is null)),
	-- The family is the meeting's. It stands in the key so that only its own rows are in the way of a new one.
	constraint asked_once unique (meeting_id, family_id, person_id),
	constraint attendee_belongs_to_its_meeting foreign key (meeting_id, family_id)
		references public.meeting (id, family_id) on delete cascade,
	constraint attendee_reason_at_most_200 check (length(reason) <= 200)
);
comment on table public.meeting_attendee is 'Who is asked to come, why, and what they answered.';
comment on column public.meeting_attendee.family_id is 'The family of the meeting, so that row security needs no join.';
comment on column public.meeting_attendee.answered_at is 'Set by the database, with the answer.';
comment on column public.meeting_attendee.said_at is
	'When the latest answer was given: what waited on a phone was said then. Set by the database, and read by nobody: beside no answer it would tell that there was one.';
comment on column public.meeting_attendee.said_before_leaving is
	'What was taken back because they left: read when the meeting is over or cancelled, so that nobody reads there that they did not answer (said_before_leaving). Set by the database.';
comment on column public.meeting_attendee.profession is
	'As what a professional comes, in plain words; null for the family. Kept in step with the job until the meeting is over, and then as it was. Set by the database.';
comment on column public.meeting_attendee.place is 'The name of the organisation, as the profession; null for the family.';
comment on column public.meeting_attendee.reason is 'Why this person comes, in plain words.';
comment on column public.meeting_attendee.from_other_home is
	'Asked as a parent in the other home of the child the meeting is about, and not as somebody of the family. Set by the database.';
comment on column public.meeting_attendee.sees_home is
	'Asked from the other home and shown where it is though that is a home: a parent of the family opened it, and nothing has closed it since (43_meetings_homes.sql). Set by the database.';
create index on public.meeting_attendee (person_id);
create index on public.meeting_attendee (family_id);

-- By its name before stamp_comes_as, which writes as what a professional comes.
create trigger begins_now before insert on public.meeting_attendee
	for each row execute function
	private.begins_now('answer', 'answered_at', 'said_at', 'said_before_leaving', 'profession', 'place');

create function private.stamp_from_other_home() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Who is moving the child out of a home at this moment is waited for.
	perform from public.person p
	where p.id = (select t.about_id from public.meeting t where t.id = new.meeting_id) for share;
	new.from_other_home := exists (
		select from public.meeting t
		join private.parents_of_children p on p.child_id = t.about_id and p.home_id <> t.family_id
		where t.id = new.meeting_id and p.person_id = new.person_id
	) and not exists (
		select from private.plan_access s where s.person_id = new.person_id and s.family_id = new.family_id
	);
	new.sees_home := new.from_other_home and (new.family_id = any ((select private.my_households())::uuid[])) is true;
	if new.sees_home then
		perform from public.meeting t where t.id = new.meeting_id for share;
		new.sees_home := exists (
			select from public.meeting_place w where w.meeting_id = new.meeting_id and w.is_home
		);
	end if;
	return new;
end
$$;
comment on function private.stamp_from_other_home() is
	'Writes down with the asking that somebody comes from the child''s other home: by that they are asked, as long as the child is theirs there. Whom a parent asks to what is a home by then, they show it.';
create trigger stamp_from_other_home before insert on public.meeting_attendee
	for each row execute function private.stamp_from_other_home();

create view private.still_asked with (security_invoker = true) as
	select a.meeting_id, a.family_id, a.person_id, a.answer, a.from_other_home, a.sees_home
	from public.meeting_attendee a
	where a.person_id is not null and (
		exists (
			select from private.plan_access s where s.person_id = a.person_id and s.family_id = a.family_id
		)
		or case when a.from_other_home then exists (
			-- However old the child is by then: a birthday takes no invitation back.
			select from public.meeting t
			join public.member c on c.person_id = t.about_id and c.role = 'child' and c.left_at is null
			join public.member p on p.family_id = c.family_id and p.role = 'parent' and p.left_at is null
			join public.member here on here.person_id = t.about_id and here.family_id = a.family_id and here.left_at is null
			where t.id = a.meeting_id and c.family_id <> a.family_id and p.person_id = a.person_id
				and t.created_at >= private.back_since(t.family_id, t.about_id)
		)
		else not (
			exists (
				select from public.member m
				where m.person_id = a.person_id and m.family_id = a.family_id and m.left_at is not null
			)
			or exists (
				select from public.team_member t join public.job j on j.id = t.job_id
				where t.professional_id = a.person_id and t.family_id = a.family_id
					and (t.left_at is not null or j.left_at is not null)
			)
			or exists (
				select from public.job j where j.person_id = a.person_id
				having count(*) > 0 and bool_and(j.left_at is not null)
			)
		) end
	);
comment on view private.still_asked is
	'Who is asked to which meeting. Who left the family, its team, or all work, is asked no more, nor who was asked from the child''s other home when the child has left one of the two, also when it is back, or they theirs; who sees the plan today is, whatever they left elsewhere.';

create function private.my_asked_meetings() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(select a.meeting_id from private.still_asked a where a.person_id = private.uid());
end
$$;
comment on function private.my_asked_meetings() is 'Meetings I am still asked to come to.';
grant execute on function private.my_asked_meetings() to authenticated;

create function private.my_guest_meetings() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select m.id from public.meeting m
		join public.member c on c.family_id = m.family_id and c.person_id = m.about_id and c.left_at is null
		where m.about_id = any ((select private.my_children())::uuid[])
			and m.created_at >= private.back_since(m.family_id, m.about_id)
		union
		select unnest(private.my_asked_meetings())
	);
end
$$;
comment on function private.my_guest_meetings() is
	'Meetings about my children in their other home, for as long as they belong to it, called since they do, and meetings I am asked to come to.';
grant execute on function private.my_guest_meetings() to authenticated;

create function private.my_meeting_people() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		with met as (
			select m.id, m.proposed_by from public.meeting m
			where m.id = any ((select private.my_guest_meetings())::uuid[])
				or m.family_id = any ((select private.my_plans())::uuid[])
		)
		select a.person_id from public.meeting_attendee a where a.meeting_id in (select met.id from met)
		union
		select p.author_id from public.agenda_point p where p.meeting_id in (select met.id from met)
		union
		select met.proposed_by from met
	);
end
$$;
comment on function private.my_meeting_people() is
	'Who is asked to come, proposed, or brought a point: to the meetings of my families and teams, and those I am a guest of.';
grant execute on function private.my_meeting_people() to authenticated;

create function private.check_meeting_is_held() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if exists (select from public.meeting m where m.id = new.meeting_id and m.cancelled_at is not null) then
		perform private.refuse('meeting_is_held', 'what is cancelled stays as it was');
	end if;
	return new;
end
$$;
comment on function private.check_meeting_is_held() is
	'Nobody is asked to a cancelled meeting, it gets no more points, nor one back or other words, and nobody says where it is. Asked after row security and the foreign key, as all checks that read other rows.';
create trigger check_meeting_is_held after insert on public.meeting_attendee
	for each row execute function private.check_meeting_is_held();
create trigger check_meeting_is_not_over after insert on public.meeting_attendee
	for each row execute function private.check_meeting_is_not_over();

-- Row security

create policy select_guest on public.meeting for select to authenticated
	using (id = any ((select private.my_guest_meetings())::uuid[]));
comment on policy select_guest on public.meeting is 'Who is asked to come sees the meeting; so do both homes of the child it is about.';

alter table public.meeting_attendee enable row level security;
alter table public.meeting_attendee force row level security;
grant
	select (id, meeting_id, person_id, family_id, reason, from_other_home, sees_home, answer, answered_at, profession, place),
	insert (meeting_id, person_id, family_id, reason), update (answer)
	on public.meeting_attendee to authenticated;
create policy select_plan on public.meeting_attendee for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.meeting_attendee is 'The family and its team see who comes.';
create policy select_guest on public.meeting_attendee for select to authenticated
	using (meeting_id = any ((select private.my_guest_meetings())::uuid[]));
comment on policy select_guest on public.meeting_attendee is 'Guests see who else comes.';
create policy insert_household on public.meeting_attendee for insert to authenticated
	with check (
		family_id = any ((select private.my_households())::uuid[])
		and private.i_may_ask(family_id, person_id, case when from_other_home then meeting_id end)
	);
comment on policy insert_household on public.meeting_attendee is 'Parents ask the family and its team to come, and the other home of the child it is about.';
create policy insert_coordinator on public.meeting_attendee for insert to authenticated
	with check (
		family_id = any ((select private.my_coordinated_families())::uuid[])
		and private.i_may_ask(family_id, person_id, case when from_other_home then meeting_id end)
	);
comment on policy insert_coordinator on public.meeting_attendee is 'The coordinator asks the family and its team to come, and the other home of the child it is about.';
create policy update_own on public.meeting_attendee for update to authenticated
	using (person_id = (select private.uid()) and meeting_id = any ((select private.my_asked_meetings())::uuid[]))
	with check (person_id = (select private.uid()));
comment on policy update_own on public.meeting_attendee is 'I say whether I come, as long as I am asked.';
create policy update_for_child on public.meeting_attendee for update to authenticated
	using (
		family_id = any ((select private.my_households())::uuid[])
		and person_id = any ((select private.my_young_children())::uuid[])
	)
	with check (
		family_id = any ((select private.my_households())::uuid[])
		and person_id = any ((select private.my_young_children())::uuid[])
	);
comment on policy update_for_child on public.meeting_attendee is 'Parents answer together with a child under 13; a young person answers alone.';
-- no delete yet: declining an attendee comes with M2

-- PostgreSQL asks the policies of a table from the last of their names to the first, and stops where one lets the row
-- through: only of those whom nothing else lets me see are all meetings looked through.
create policy select_at_meetings on public.person for select to authenticated
	using (id = any ((select private.my_meeting_people())::uuid[]));
comment on policy select_at_meetings on public.person is 'Who meets knows each other''s names.';

-- Who was asked to a meeting and has left since: told to the family and its team, so that nobody counts on them (M1). Who is
-- asked still says still_asked (41_meetings_attendees.sql).

create function private.had_left(family uuid, person uuid, by_then timestamptz) returns boolean
language sql stable security definer set search_path = ''
as $$
	select coalesce(not bool_or(p.left_at is null or p.left_at >= by_then), false)
	from (
		select o.left_at from public.member o
		where o.family_id = had_left.family and o.person_id = had_left.person
		union all
		select o.left_at from public.team_member o
		where o.family_id = had_left.family and o.professional_id = had_left.person
	) p
$$;
comment on function private.had_left(uuid, uuid, timestamptz) is
	'Whether somebody of a family or its team was with it no more at a moment; who leaves in that moment was, and so was who is of neither. Granted to nobody.';

create function public.asked_no_more(meetings uuid[]) returns table (meeting_id uuid, people uuid[])
language sql stable security definer set search_path = ''
as $$
	select a.meeting_id, array_agg(a.person_id order by a.person_id)
	from public.meeting_attendee a join public.meeting m on m.id = a.meeting_id
	where a.meeting_id = any (meetings) and a.person_id is not null and m.ends_at > now()
		and (
			exists (
				select from private.plan_access me where me.person_id = private.uid() and me.family_id = a.family_id
			)
			or (a.person_id = private.uid() and a.meeting_id = any ((select private.my_guest_meetings())::uuid[]))
		)
		and case when m.cancelled_at is null then not exists (
			select from private.still_asked s where s.meeting_id = a.meeting_id and s.person_id = a.person_id
		) else private.had_left(a.family_id, a.person_id, m.cancelled_at) end
	group by 1 order by 1 limit 1000
$$;
comment on function public.asked_no_more(uuid[]) is
	'Of these meetings, as far as they are not over: who was asked and has left, of one that is cancelled who had before it was, so that nobody counts on them. Told to the family and its team; guests are not told who moves out of a home, but that they themselves are asked no more to what they see as their child''s.';
grant execute on function public.asked_no_more(uuid[]) to authenticated;

create function public.said_before_leaving(meeting uuid)
returns table (attendee_id uuid, said public.attendance_answer, was_gone boolean)
language sql stable security definer set search_path = ''
as $$
	select a.id, a.said_before_leaving, by_then.was_gone
	from public.meeting_attendee a join public.meeting m on m.id = a.meeting_id
	cross join lateral (
		select private.had_left(a.family_id, a.person_id, coalesce(m.cancelled_at, m.ends_at)) as was_gone
	) by_then
	where a.meeting_id = said_before_leaving.meeting and a.answer is null
		and (a.said_before_leaving is not null or by_then.was_gone)
		and (m.ends_at <= now() or m.cancelled_at is not null)
		and exists (
			select from private.plan_access me where me.person_id = private.uid() and me.family_id = a.family_id
		)
	order by a.id limit 1000
$$;
comment on function public.said_before_leaving(uuid) is
	'Of a meeting that is over or cancelled: what they had answered who have left since, and whether they had before it was held or cancelled, answered or not; who leaves as it is cancelled, because the family takes part no more, had not. Told to whom asked_no_more tells of what lies ahead: by an answer that went, guests would read who moved out.';
grant execute on function public.said_before_leaving(uuid) to authenticated;

-- What will be talked about at a meeting: the family's own points first (M1).

create table public.agenda_point (
	id uuid primary key,
	meeting_id uuid not null,
	family_id uuid not null,
	author_id uuid references public.person on delete set null,
	from_family boolean not null default false,
	wording text not null,
	created_at timestamptz not null default now(),
	removed_at timestamptz,
	constraint point_belongs_to_its_meeting foreign key (meeting_id, family_id)
		references public.meeting (id, family_id) on delete cascade,
	constraint agenda_point_has_words check (length(btrim(wording)) between 1 and 500)
);
comment on table public.agenda_point is 'What somebody wants to talk about. The family''s points stand first.';
comment on column public.agenda_point.from_family is 'Set by the database: the author belongs to the family, or is the other home of the child it is about.';
comment on column public.agenda_point.removed_at is 'Set by the database, when its author takes it off.';
create index on public.agenda_point (meeting_id, family_id, created_at);
create index on public.agenda_point (family_id);
create index on public.agenda_point (author_id);

create trigger check_meeting_is_held after insert on public.agenda_point
	for each row execute function private.check_meeting_is_held();
create trigger check_meeting_is_not_over after insert on public.agenda_point
	for each row execute function private.check_meeting_is_not_over();
create trigger stays_when_over after update on public.agenda_point
	for each row when ((old.wording, old.removed_at) is distinct from (new.wording, new.removed_at))
	execute function private.check_meeting_is_not_over();
create trigger stays_when_cancelled after update on public.agenda_point
	for each row when (old.wording <> new.wording or (old.removed_at is not null and new.removed_at is null))
	execute function private.check_meeting_is_held();
create trigger begins_now before insert on public.agenda_point
	for each row execute function private.begins_now('created_at', 'removed_at');
create trigger stamps before update on public.agenda_point
	for each row execute function private.stamps('removed_at');
create trigger stays before update on public.agenda_point
	for each row execute function private.stays('id', 'meeting_id', 'family_id', 'author_id', 'from_family', 'created_at');

create function private.stamp_agenda_point() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	new.from_family := exists (
		select from public.member m
		where m.family_id = new.family_id and m.person_id = new.author_id and m.left_at is null
	) or exists (
		select from public.meeting t join private.parents_of_children p on p.child_id = t.about_id
		where t.id = new.meeting_id and p.person_id = new.author_id
	);
	return new;
end
$$;
comment on function private.stamp_agenda_point() is 'Whether a point comes from the family is a fact, not a claim.';
create trigger stamp_agenda_point before insert on public.agenda_point
	for each row execute function private.stamp_agenda_point();

-- Row security

alter table public.agenda_point enable row level security;
alter table public.agenda_point force row level security;
grant select, insert (id, meeting_id, family_id, author_id, wording), update (wording, removed_at)
	on public.agenda_point to authenticated;
create policy select_plan on public.agenda_point for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.agenda_point is 'The family and its team see what will be talked about.';
create policy select_guest on public.agenda_point for select to authenticated
	using (meeting_id = any ((select private.my_guest_meetings())::uuid[]));
comment on policy select_guest on public.agenda_point is 'Guests see what will be talked about.';
create policy insert_family on public.agenda_point for insert to authenticated
	with check (family_id = any ((select private.my_families())::uuid[]) and author_id = (select private.uid()));
comment on policy insert_family on public.agenda_point is 'Every member of the family brings points.';
create policy insert_coordinator on public.agenda_point for insert to authenticated
	with check (
		family_id = any ((select private.my_coordinated_families())::uuid[]) and author_id = (select private.uid())
	);
comment on policy insert_coordinator on public.agenda_point is 'The coordinator brings points.';
create policy insert_guest on public.agenda_point for insert to authenticated
	with check (meeting_id = any ((select private.my_guest_meetings())::uuid[]) and author_id = (select private.uid()));
comment on policy insert_guest on public.agenda_point is 'Who is asked to come may bring a point.';
create policy update_own on public.agenda_point for update to authenticated
	using (
		author_id = (select private.uid()) and (
			family_id = any (array(select a.family_id from private.plan_access a))
			or meeting_id = any ((select private.my_guest_meetings())::uuid[])
		)
	)
	with check (author_id = (select private.uid()));
comment on policy update_own on public.agenda_point is 'I change or take back my own point, until I leave the family or its team.';
-- no delete: removed_at takes a point off and can be undone

-- To whom of the child's other home a meeting is shown that is held in a home. What ends the reason for it closes it: a
-- no (and the erasure of who said nothing), a meeting that is cancelled, another place (43_meetings_places.sql), and
-- leaving (44_meetings_answering.sql). Only a parent opens it anew.

create function private.sees_home_no_more() returns trigger
language plpgsql set search_path = ''
as $$
begin
	new.sees_home := false;
	return new;
end
$$;
comment on function private.sees_home_no_more() is
	'Who does not come need not know where: a yes later, or being asked again, opens nothing.';
-- By its name after keep_from_api: whoever says no does not write this.
create trigger sees_home_no_more before update on public.meeting_attendee
	for each row when (new.sees_home and (new.answer = 'not_coming' or new.person_id is null))
	execute function private.sees_home_no_more();

create function private.close_home() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.meeting_attendee a set sees_home = false where a.meeting_id = new.id and a.sees_home;
	return null;
end
$$;
comment on function private.close_home() is
	'To what is cancelled nobody goes; whoever holds it after all opens no address by that.';
create trigger close_home after update of cancelled_at on public.meeting
	for each row when (old.cancelled_at is null and new.cancelled_at is not null)
	execute function private.close_home();

create function private.my_shown_homes() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select a.meeting_id from private.still_asked a join public.meeting m on m.id = a.meeting_id
		where a.person_id = private.uid() and (
			not a.from_other_home or (a.sees_home and m.ends_at > now())
		)
	);
end
$$;
comment on function private.my_shown_homes() is
	'Meetings I am asked to, whose place I see though it is a home: from the child''s other home while a parent of the family shows it (sees_home), until it is over.';
grant execute on function private.my_shown_homes() to authenticated;

create function private.hold_shown(meeting uuid, out shown uuid[], out may_see uuid[])
language plpgsql volatile security definer set search_path = ''
as $$
begin
	shown := '{}';
	may_see := '{}';
	if not exists (
		select from public.meeting m where m.id = meeting and m.family_id = any ((select private.my_households())::uuid[])
	) then
		return;
	end if;
	-- Whoever is saying no or leaving at this moment is waited for.
	perform from public.meeting_attendee a where a.meeting_id = meeting and a.from_other_home
	order by a.person_id for no key update;
	select
		coalesce(array_agg(s.person_id order by s.person_id) filter (where s.sees_home), '{}'),
		coalesce(array_agg(s.person_id) filter (where s.answer is distinct from 'not_coming'), '{}')
	into shown, may_see
	from private.still_asked s where s.meeting_id = meeting and s.from_other_home;
end
$$;
comment on function private.hold_shown(uuid) is
	'To a parent of the family, who keeps them so until the end: who of those asked from the child''s other home is shown where a meeting is though that is a home, and who may be, for they are still asked and have not said no. To anybody else nobody.';
grant execute on function private.hold_shown(uuid) to authenticated;

create function private.show_home(meeting uuid, people uuid[]) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	may_see uuid[] := (private.hold_shown(meeting)).may_see;
begin
	if not exists (
		select from public.meeting m join public.meeting_place p on p.meeting_id = m.id
		where m.id = meeting and m.family_id = any ((select private.my_households())::uuid[])
			and p.is_home and m.cancelled_at is null and m.ends_at > now()
	) then
		return;
	end if;
	update public.meeting_attendee a set sees_home = not a.sees_home
	where a.meeting_id = meeting and a.from_other_home
		and a.sees_home <> coalesce(a.person_id = any (people) and a.person_id = any (may_see), false);
	if found then
		update public.meeting m set revision = m.revision + 1 where m.id = meeting;
	end if;
end
$$;
comment on function private.show_home(uuid, uuid[]) is
	'A parent of the family says which of those asked from the child''s other home see where a meeting is that is held in a home. Of anybody else it is not asked. It makes a page from before another one.';
grant execute on function private.show_home(uuid, uuid[]) to authenticated;

-- Where a meeting is (M1). A table of its own: a place that is a home is not for everybody who sees the meeting. The
-- other home of the child it is about sees when and why, and where only when asked to come (S5).

create table public.meeting_place (
	meeting_id uuid not null,
	family_id uuid not null,
	place text,
	link text,
	is_home boolean not null default false,
	primary key (meeting_id, family_id),
	constraint place_belongs_to_its_meeting foreign key (meeting_id, family_id)
		references public.meeting (id, family_id) on delete cascade,
	constraint meeting_has_a_place_or_link check (length(btrim(coalesce(place, link, ''))) > 0),
	constraint meeting_place_at_most_300 check (length(place) <= 300),
	constraint meeting_link_is_https check (link ~ '^https://' and length(link) <= 500)
);
comment on table public.meeting_place is 'Where to meet: one for each meeting.';
comment on column public.meeting_place.family_id is 'The family of the meeting, so that row security needs no join.';
comment on column public.meeting_place.link is 'Where to meet on a screen, https; with or instead of a place.';
comment on column public.meeting_place.is_home is 'The place is a home: the child''s other home does not see it, unless asked to come, and then for as long as they may have to. Taken off by a parent of the family alone.';
create index on public.meeting_place (family_id);
create trigger check_meeting_is_not_over after insert on public.meeting_place
	for each row execute function private.check_meeting_is_not_over();
-- That it is a home can be said afterwards too: an address is protected from then on, and nothing is rewritten.
create trigger stays_when_over after update on public.meeting_place
	for each row when ((old.place, old.link) is distinct from (new.place, new.link) or (old.is_home and not new.is_home))
	execute function private.check_meeting_is_not_over();
create trigger check_meeting_is_held after insert on public.meeting_place
	for each row execute function private.check_meeting_is_held();
create trigger stays_when_cancelled after update on public.meeting_place
	for each row when ((old.place, old.link) is distinct from (new.place, new.link) or (old.is_home and not new.is_home))
	execute function private.check_meeting_is_held();
create trigger stays before update on public.meeting_place
	for each row execute function private.stays('meeting_id', 'family_id');

create function private.stamp_place_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.meeting m set revision = m.revision + 1, place_moved_at = now() where m.id = new.meeting_id;
	update public.meeting_attendee a set sees_home = false where a.meeting_id = new.meeting_id and a.sees_home;
	return null;
end
$$;
comment on function private.stamp_place_change() is
	'A meeting that is somewhere else is another one to who looked at it before: its revision says so, and everybody can see that its place is new, and that others may see where it is. Answers stay, they were given to its time. To whom a home is shown, is said anew with each other place.';
create trigger stamp_place_change after update on public.meeting_place
	for each row when ((old.place, old.link, old.is_home) is distinct from (new.place, new.link, new.is_home))
	execute function private.stamp_place_change();

create function private.check_who_unmarks_a_home() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Who fills a database (the owner) brings what was.
	if private.uid() is not null and (new.family_id = any (private.my_households())) is not true then
		perform private.refuse('family_says_what_is_a_home', 'who does not live there opens no address');
	end if;
	return new;
end
$$;
comment on function private.check_who_unmarks_a_home() is
	'That a place is no home after all, a parent of the family says: of another place too, for an address can be written in many ways.';
create trigger check_who_unmarks_a_home before update on public.meeting_place
	for each row when (old.is_home and not new.is_home) execute function private.check_who_unmarks_a_home();

-- Row security

alter table public.meeting_place enable row level security;
alter table public.meeting_place force row level security;
grant select, insert (meeting_id, family_id, place, link, is_home), update (place, link, is_home)
	on public.meeting_place to authenticated;
create policy select_plan on public.meeting_place for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.meeting_place is 'The family and its team see where its meetings are.';
create policy select_asked on public.meeting_place for select to authenticated
	using (meeting_id = any ((select private.my_shown_homes())::uuid[]));
comment on policy select_asked on public.meeting_place is 'Who is asked to come knows where to go, also when it is a home.';
create policy select_other_home on public.meeting_place for select to authenticated
	using (not is_home and meeting_id = any ((select private.my_guest_meetings())::uuid[]));
comment on policy select_other_home on public.meeting_place is
	'The other home of the child it is about sees where, but for a home: a protected address stays protected.';
create policy insert_household on public.meeting_place for insert to authenticated
	with check (family_id = any ((select private.my_households())::uuid[]));
comment on policy insert_household on public.meeting_place is 'Parents say where.';
create policy insert_coordinator on public.meeting_place for insert to authenticated
	with check (family_id = any ((select private.my_coordinated_families())::uuid[]));
comment on policy insert_coordinator on public.meeting_place is 'The coordinator says where.';
create policy update_household on public.meeting_place for update to authenticated
	using (family_id = any ((select private.my_households())::uuid[]))
	with check (family_id = any ((select private.my_households())::uuid[]));
comment on policy update_household on public.meeting_place is 'Parents say where else.';
create policy update_coordinator on public.meeting_place for update to authenticated
	using (family_id = any ((select private.my_coordinated_families())::uuid[]))
	with check (family_id = any ((select private.my_coordinated_families())::uuid[]));
comment on policy update_coordinator on public.meeting_place is 'The coordinator says where else.';
-- no delete: it goes with its meeting

-- Whether somebody comes: when it was said, until when, and what takes an answer back (M1). The answer stands with
-- who is asked (41_meetings_attendees.sql).

create function private.check_answered(meeting uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
	if exists (select from public.meeting m where m.id = meeting and m.ends_at <= now()) then
		perform private.refuse('meeting_can_be_answered', 'a meeting that is over is answered by nobody');
	end if;
	-- What takes an answer back by itself does so there all the same: the meeting may be held after all.
	if pg_trigger_depth() = 1 and exists (
		select from public.meeting m where m.id = meeting and m.cancelled_at is not null
	) then
		perform private.refuse('meeting_is_held', 'a meeting that is cancelled is answered by nobody');
	end if;
end
$$;
comment on function private.check_answered(uuid) is
	'For triggers: a meeting is answered, and an answer taken away, until it is over or cancelled; who leaves takes theirs along also from what is cancelled. Granted to nobody.';

create function private.stamp_answer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if new.answer is not distinct from old.answer then
		new.answered_at := old.answered_at;
		return new;
	end if;
	perform private.check_answered(old.meeting_id);
	-- Row security asked before this row was waited for: by now they may have left. Who fills a database (the owner)
	-- brings all answers.
	if new.answer is not null and private.uid() is not null and not exists (
		select from private.still_asked s where s.meeting_id = old.meeting_id and s.person_id = old.person_id
	) then
		raise exception 'asked to come no more' using errcode = '42501';
	end if;
	new.answered_at := case when new.answer is not null then now() end;
	if new.answer is not null then
		new.said_before_leaving := null;
	end if;
	return new;
end
$$;
comment on function private.stamp_answer() is
	'An answer and its time come together, and only until the meeting is over or cancelled: who came is not rewritten afterwards. Who is leaving at this moment comes to nothing.';
create trigger stamp_answer before update on public.meeting_attendee
	for each row execute function private.stamp_answer();
-- An answer that is taken back because the meeting was moved says nothing: answer_meeting asks about that.
create trigger says_when before update on public.meeting_attendee
	for each row when (new.answer is not null and new.answer is distinct from old.answer)
	execute function private.says_when();

create function private.check_answered_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- What is stored already, and a phone sends once more because it did not hear so, was in time.
	if (private.made_at() < now() and private.made_at() = old.said_at) is not true then
		perform private.check_answered(old.meeting_id);
	end if;
	return new;
end
$$;
comment on function private.check_answered_again() is
	'The same answer again is an answer like any other: none to a meeting that is over or cancelled.';
-- By its name before says_again, which says that it was said now.
create trigger check_answered_again before update of answer on public.meeting_attendee
	for each row when (new.answer is not null and new.answer is not distinct from old.answer)
	execute function private.check_answered_again();
create trigger says_again before update of answer on public.meeting_attendee
	for each row when (new.answer is not null and new.answer is not distinct from old.answer)
	execute function private.says_again();
create trigger stays before update on public.meeting_attendee
	for each row execute function private.stays('id', 'meeting_id', 'person_id', 'family_id', 'reason', 'from_other_home');

create function public.answer_meeting(
	meeting uuid, person uuid, answer public.attendance_answer, revision integer
) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
#variable_conflict use_variable
begin
	update public.meeting_attendee a set answer = answer where a.meeting_id = meeting and a.person_id = person;
	if not found then
		raise exception 'nobody you answer for' using errcode = 'insufficient_privilege';
	end if;
	-- Asked last: a move that this row was waited for has happened by now.
	if exists (select from public.meeting m where m.id = meeting and m.revision <> revision) then
		perform private.refuse('answer_is_for_the_meeting_shown', 'the meeting has been changed since it was looked at');
	end if;
end
$$;
comment on function public.answer_meeting(uuid, uuid, public.attendance_answer, integer) is
	'Says whether somebody comes to a meeting as it was when they looked (its revision): an answer from a page, or a phone, that does not know the new time is none to it. Invoker: row security decides for whom one answers.';
grant execute on function public.answer_meeting(uuid, uuid, public.attendance_answer, integer) to authenticated;

create function private.ask_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.meeting_attendee a set answer = null
	where a.meeting_id = new.id and a.person_id is distinct from private.uid();
	return new;
end
$$;
comment on function private.ask_again() is
	'Who answered, answered for another time: when a meeting starts or ends at another time everybody is asked again, except the one who moved it.';
create trigger ask_again after update of starts_at, ends_at on public.meeting
	for each row when ((new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at))
	execute function private.ask_again();

create function private.take_answers_back() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Also where there is no answer yet: one that is being given is waited for, and taken back.
	update public.meeting_attendee a
	set answer = null, said_before_leaving = coalesce(a.answer, a.said_before_leaving), sees_home = false
	from public.meeting m
	where m.id = a.meeting_id and m.family_id = new.family_id and m.ends_at > now()
		and a.person_id = (to_jsonb(new) ->> tg_argv[0])::uuid;
	return null;
end
$$;
comment on function private.take_answers_back() is
	'Who leaves the family or its team comes to none of its meetings that are ahead, and an answer from before does not come back with them: who returns is asked anew. What it was is kept for when the meeting is over or cancelled. Its argument is the column that names the person.';
create trigger take_answers_back after update of left_at on public.member
	for each row when (old.left_at is null and new.left_at is not null)
	execute function private.take_answers_back('person_id');
create trigger take_answers_back after update of left_at on public.team_member
	for each row when (old.left_at is null and new.left_at is not null)
	execute function private.take_answers_back('professional_id');

create function private.take_back_from_other_home() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.meeting_attendee a
	set answer = null, said_before_leaving = coalesce(a.answer, a.said_before_leaving), sees_home = false
	from public.meeting m
	where m.id = a.meeting_id and a.from_other_home and m.ends_at > now()
		and new.person_id in (a.person_id, m.about_id)
		and not exists (
			select from private.still_asked s where s.meeting_id = a.meeting_id and s.person_id = a.person_id
		);
	return null;
end
$$;
comment on function private.take_back_from_other_home() is
	'Whoever was asked from the child''s other home comes no more when the child, or they themselves, have left it: as take_answers_back.';
create trigger take_back_from_other_home after update of left_at on public.member
	for each row when (old.left_at is null and new.left_at is not null)
	execute function private.take_back_from_other_home();

-- Calling a meeting and moving it: the meeting, where it is and who is asked, all or nothing. Invoker: row security
-- decides about every row.

create function private.hold_asked(people uuid[]) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	perform from public.person p where p.id = any (people) order by p.id for share;
end
$$;
comment on function private.hold_asked(uuid[]) is
	'Whoever is asked to a meeting, and the child it is about, in one order before any of them is waited for alone (stamp_comes_as, stamp_from_other_home).';
grant execute on function private.hold_asked(uuid[]) to authenticated;

create function public.propose_meeting(
	id uuid, family uuid, kind public.meeting_kind, purpose text, starts_at timestamptz, ends_at timestamptz,
	people uuid[], reasons text[], about uuid default null, place text default null, link text default null,
	is_home boolean default false, made_as text default null
) returns void
language plpgsql volatile security invoker set search_path = ''
as $$
#variable_conflict use_variable
declare
	is_over boolean;
begin
	-- The same command delivered twice is one meeting; the id of another one is refused by the insert (meeting_pkey).
	select m.cancelled_at is not null into is_over from public.meeting m
	where m.id = id and m.proposed_by = private.uid() and m.made_as = made_as;
	if is_over then
		perform private.refuse('over_since', 'cancelled since');
	elsif found then
		return;
	end if;
	insert into public.meeting (id, family_id, about_id, kind, purpose, starts_at, ends_at, proposed_by, made_as)
	values (id, family, about, kind, purpose, starts_at, ends_at, private.uid(), made_as);
	perform private.hold_asked(people || about);
	insert into public.meeting_place (meeting_id, family_id, place, link, is_home)
	values (id, family, place, link, is_home);
	if exists (
		select from public.askable_elsewhere(family) e where e.person_id = any (people)
		group by e.person_id having bool_and(e.child_id is distinct from about)
	) then
		perform private.refuse('other_home_is_asked_about_its_child', 'the other home comes to what is about its child');
	end if;
	insert into public.meeting_attendee (meeting_id, person_id, family_id, reason)
	select id, asked.person, family, nullif(asked.reason, '') from unnest(people, reasons) as asked (person, reason);
	-- Who calls a meeting comes to it.
	update public.meeting_attendee a set answer = 'coming'
	where a.meeting_id = id and a.person_id = private.uid();
end
$$;
comment on function public.propose_meeting(
	uuid, uuid, public.meeting_kind, text, timestamptz, timestamptz, uuid[], text[], uuid, text, text, boolean, text
) is 'A parent or the coordinator calls a meeting and asks people to come; people and reasons stand in the same order. made_as is a fingerprint of all that was given, signed by whoever made it.';
grant execute on function public.propose_meeting(
	uuid, uuid, public.meeting_kind, text, timestamptz, timestamptz, uuid[], text[], uuid, text, text, boolean, text
) to authenticated;

create type public.meeting_change as enum ('time', 'place', 'link', 'home', 'already', 'nothing');
comment on type public.meeting_change is
	'What is another than it was when a meeting has been moved: its time, and whatever else; else its place, else its link; only whether its place is a home; already: what was said before was said again; nothing.';

create function public.move_meeting(
	id uuid, starts_at timestamptz, ends_at timestamptz, drawn_from integer,
	place text default null, link text default null, is_home boolean default false, shows uuid[] default '{}',
	drawn_shows uuid[] default '{}'
) returns public.meeting_change
language plpgsql volatile security invoker set search_path = ''
as $$
#variable_conflict use_variable
declare
	stands public.meeting;
	was public.meeting_place;
	shown uuid[];
	may_see uuid[];
begin
	select m.* into stands from public.meeting m
	where m.id = id and m.cancelled_at is null and m.ends_at > now() for no key update;
	if not found then
		raise exception 'no meeting ahead that you decide about' using errcode = 'insufficient_privilege';
	end if;
	-- Asked while the meeting is held. Who says again how it is held by now, changes nothing.
	select h.shown, h.may_see into shown, may_see from private.hold_shown(id) h;
	shows := array(select distinct one from unnest(shows) one where is_home and one = any (may_see) order by 1);
	select p.* into was from public.meeting_place p where p.meeting_id = id;
	if (stands.starts_at, stands.ends_at) = (starts_at, ends_at) and found
		and (was.place, was.link, was.is_home) is not distinct from (place, link, is_home) and shown = shows
	then
		return case when drawn_from = stands.revision then 'nothing' else 'already' end;
	end if;
	-- An answer makes no new revision of the meeting, and a no closes a home.
	if drawn_from is distinct from stands.revision
		or shown is distinct from array(select distinct one from unnest(drawn_shows) one order by 1)
	then
		perform private.refuse('changed_since', 'the meeting was changed after the form was drawn from it');
	end if;
	update public.meeting m set starts_at = starts_at, ends_at = ends_at where m.id = id;
	insert into public.meeting_place as p (meeting_id, family_id, place, link, is_home)
	values (id, stands.family_id, place, link, is_home)
	on conflict (meeting_id, family_id) do update
		set place = excluded.place, link = excluded.link, is_home = excluded.is_home;
	-- After all that takes it away.
	perform private.show_home(id, shows);
	return case
		when (stands.starts_at, stands.ends_at) <> (starts_at, ends_at) then 'time'
		when was.place is distinct from place then 'place'
		when was.link is distinct from link then 'link'
		else 'home'
	end;
end
$$;
comment on function public.move_meeting(uuid, timestamptz, timestamptz, integer, text, text, boolean, uuid[], uuid[]) is
	'A parent or the coordinator holds a meeting, as it was when they looked (its revision), at another time or place: both or neither. A parent says too who of the child''s other home sees it when it is a home (shows), by who saw it when they looked (drawn_shows); nobody is shown it who has said no. Returns what is another: when it is the time, everybody is asked again. Invoker, as propose_meeting.';
grant execute on function public.move_meeting(uuid, timestamptz, timestamptz, integer, text, text, boolean, uuid[], uuid[]) to authenticated;

-- That a meeting is cancelled is told to each who may count on it until they have seen it (M1): somebody has taken the day
-- off, however far away it is. That it is held after all is told to the same, who may count on nothing any more.

create table public.cancellation_seen (
	meeting_id uuid not null references public.meeting on delete cascade,
	person_id uuid not null references public.person on delete cascade,
	of_revision integer not null,
	seen_at timestamptz not null default now(),
	constraint cancellation_seen_pkey primary key (meeting_id, person_id, of_revision)
);
comment on table public.cancellation_seen is 'That a meeting is cancelled, or held after all, as far as I have seen it: it is not told again. Mine alone.';
comment on column public.cancellation_seen.of_revision is
	'The revision of the meeting as it was shown: one that is held after all, or cancelled once more, is told once more.';
create index on public.cancellation_seen (person_id);

create trigger begins_now before insert on public.cancellation_seen
	for each row execute function private.begins_now('seen_at');

alter table public.cancellation_seen enable row level security;
alter table public.cancellation_seen force row level security;
grant select, insert (meeting_id, person_id, of_revision) on public.cancellation_seen to authenticated;
create policy select_own on public.cancellation_seen for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.cancellation_seen is 'I see what I have been shown.';
create policy insert_own on public.cancellation_seen for insert to authenticated
	with check (
		person_id = (select private.uid())
		and (meeting_id, of_revision) in (select m.id, m.revision from public.meeting m)
	);
comment on policy insert_own on public.cancellation_seen is 'A page notes that it has shown me a meeting as it is now; of one that was never cancelled that says nothing.';
-- no update, delete: what was seen was seen

create function private.stamp_held_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- What is undone at once, before anybody else has seen it, is as if it had never been.
	if old.cancelled_at < now() - interval '1 minute' or exists (
		select from public.cancellation_seen s
		where s.meeting_id = old.id and s.of_revision = old.revision and s.person_id is distinct from old.cancelled_by
	) then
		new.held_again := new.revision;
	end if;
	return new;
end
$$;
comment on function private.stamp_held_again() is
	'A meeting that is held after all, when somebody may have taken up something else meanwhile, is news.';
-- By its name after stamp_meeting_change, which counts the revision.
create trigger stamps_held_again before update on public.meeting
	for each row when (old.cancelled_at is not null and new.cancelled_at is null)
	execute function private.stamp_held_again();

create function private.ask_held_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.meeting_attendee a set answer = null
	where a.meeting_id = new.id and a.answer is distinct from 'not_coming' and a.person_id is distinct from private.uid();
	if private.uid() is not null then
		insert into public.cancellation_seen (meeting_id, person_id, of_revision)
		values (new.id, private.uid(), new.held_again) on conflict do nothing;
	end if;
	return null;
end
$$;
comment on function private.ask_held_again() is
	'Who was to come, has heard since that nobody needs to: they are asked again, except the one who holds it after all, who is told nothing. Who said no is not asked again: the day is the same.';
create trigger ask_held_again after update on public.meeting
	for each row when (new.held_again is distinct from old.held_again)
	execute function private.ask_held_again();

create function public.cancellations() returns table (
	meeting_id uuid, family_id uuid, starts_at timestamptz, cancelled_at timestamptz, by_id uuid, by_name text,
	at_work boolean, is_asked boolean
)
language sql stable set search_path = ''
as $$
	with counting as (
		select a.meeting_id, a.profession is not null as at_work,
			a.person_id = (select private.uid()) and a.answer is null as is_asked
		from public.meeting_attendee a
		where a.answer is distinct from 'not_coming' and (
			a.person_id = (select private.uid())
			or (
				a.person_id = any ((select private.my_young_children())::uuid[])
				and a.family_id = any ((select private.my_households())::uuid[])
			)
		)
		union all
		select p.meeting_id, not p.from_family, false from public.agenda_point p
		where p.author_id = (select private.uid()) and p.removed_at is null
	),
	mine as (
		select c.meeting_id, bool_and(c.at_work) as at_work, bool_or(c.is_asked) as is_asked from counting c group by 1
	)
	select m.id, m.family_id, m.starts_at, m.cancelled_at, who.id, who.name, mine.at_work, mine.is_asked
	from mine
	join public.meeting m on m.id = mine.meeting_id
	left join public.person who on who.id = m.cancelled_by
	where m.ends_at > now() and m.cancelled_by is distinct from private.uid()
		and (m.cancelled_at is not null or m.held_again is not null)
		and not exists (
			select from public.cancellation_seen s
			where s.meeting_id = m.id and s.person_id = private.uid()
				and s.of_revision >= case when m.cancelled_at is null then m.held_again else m.revision end
		)
	order by m.starts_at, m.id limit 100 + 1
$$;
comment on function public.cancellations() is
	'Meetings ahead that somebody else cancelled, or that ended with the course, and that I or a child I answer for was asked to and had not said no to, or that I brought a point to, until I have seen it; with who cancelled it, where I may know them. The same of one that is held after all, which has no cancelled_at. at_work: I was to come as a professional; is_asked: I have not said whether I come. Soonest first; at most 100, and one more where there are more. Asks as whoever looks.';
grant execute on function public.cancellations() to authenticated;

-- As what a professional comes to a meeting: kept in step with the job until the meeting is over, and then as it was.
-- The columns profession and place stand with who is asked (41_meetings_attendees.sql).

create function private.works_as(person uuid, family uuid, out profession text, out place text)
language sql stable security definer set search_path = ''
as $$
	select coalesce(t.profession, j.profession), coalesce(t.place, o.name)
	from public.team_member t
	join public.job j on j.id = t.job_id
	join public.organisation o on o.id = j.organisation_id
	where t.family_id = family and t.professional_id = person
	order by t.left_at desc nulls first limit 1
$$;
comment on function private.works_as(uuid, uuid) is
	'As what somebody is in the team of a family, or was when they left it; nothing of who never was. Granted to nobody.';

create function private.stamp_comes_as() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Whoever is becoming something else at this moment is waited for.
	perform from public.person p where p.id = new.person_id for share;
	select w.profession, w.place into new.profession, new.place
	from private.works_as(new.person_id, new.family_id) w;
	return new;
end
$$;
comment on function private.stamp_comes_as() is 'Writes down with the asking as what a professional comes.';
create trigger stamp_comes_as before insert on public.meeting_attendee
	for each row when (new.profession is null) execute function private.stamp_comes_as();

create function private.keep_comes_as(who uuid[]) returns void
language sql volatile security definer set search_path = ''
as $$
	update public.meeting_attendee a
	set (profession, place) = (select w.profession, w.place from private.works_as(a.person_id, a.family_id) w)
	from public.meeting m
	where m.id = a.meeting_id and m.ends_at > now() and a.person_id = any (who)
$$;
comment on function private.keep_comes_as(uuid[]) is
	'Somebody is something else now: so they come to what is ahead. Who came to what has been, came as what they were. Granted to nobody.';

create function private.comes_as_now() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	who uuid[] := case tg_table_name
		when 'organisation' then array(select j.person_id from public.job j where j.organisation_id = new.id)
		else array[(to_jsonb(new) ->> tg_argv[0])::uuid]
	end;
begin
	-- A profession and the name of a place, changed at the same moment, are both in what is written last; and whoever is
	-- being asked to come meanwhile is waited for.
	perform from public.person p where p.id = any (who) order by p.id for no key update;
	perform private.keep_comes_as(who);
	return null;
end
$$;
comment on function private.comes_as_now() is
	'Somebody has another profession, another job in a team, or a place another name. Its argument is the column that names the person; of a place it is whoever works there.';
create trigger comes_as_now after update of profession on public.job
	for each row when (old.profession <> new.profession) execute function private.comes_as_now('person_id');
create trigger comes_as_now after insert on public.team_member
	for each row execute function private.comes_as_now('professional_id');
create trigger comes_as_now after update of name on public.organisation
	for each row when (old.name <> new.name) execute function private.comes_as_now();

create trigger keep_from_api before update on public.meeting_attendee
	for each row execute function private.keep_from_api('profession', 'place', 'said_at', 'said_before_leaving', 'sees_home');

-- The link to a meeting on a screen is no address: who is asked to come has it, also where the home it stands beside is
-- not shown to them (43_meetings_homes.sql).

create function public.video_links(meetings uuid[]) returns table (meeting_id uuid, link text)
language sql stable security definer set search_path = ''
as $$
	select p.meeting_id, p.link
	from public.meeting_place p join public.meeting m on m.id = p.meeting_id
	where p.meeting_id = any (meetings) and p.link is not null and m.cancelled_at is null and m.ends_at > now()
		and p.meeting_id = any ((select private.my_asked_meetings())::uuid[])
	order by 1 limit 1000
$$;
comment on function public.video_links(uuid[]) is
	'Of these meetings those with a link, to whom is asked to come, as long as they can: for where they see no place. Who sees the place reads the link beside it.';
grant execute on function public.video_links(uuid[]) to authenticated;

-- Versions: the plan as it was agreed at a moment, kept so that it can be looked at again (P7). Append-only.

create table public.plan_version (
	id uuid primary key,
	plan_id uuid not null,
	family_id uuid not null,
	number integer not null,
	agreed_by uuid references public.person on delete set null,
	-- Asked under the family's lock, as its number is: a transaction may have begun before another that was faster.
	agreed_at timestamptz not null default clock_timestamp(),
	meeting_id uuid,
	made_as text,
	constraint version_made_as_a_fingerprint check (made_as ~ '^[0-9a-f]{64}$'),
	constraint version_agreed_at_a_meeting_of_the_family foreign key (meeting_id, family_id)
		references public.meeting (id, family_id) on delete set null (meeting_id),
	constraint version_of_a_plan_of_the_family foreign key (plan_id, family_id)
		references public.plan (id, family_id) on delete cascade,
	constraint version_once_in_its_plan unique (plan_id, number),
	constraint version_of_its_family unique (id, family_id)
);
comment on table public.plan_version is 'That a family agreed its plan: who said so, when. What was agreed is in plan_version_goal, who was there in plan_version_person, who said yes to it afterwards in plan_version_yes.';
comment on column public.plan_version.number is '1: the first the family agreed. Each after it one more: the highest is the one agreed last.';
comment on column public.plan_version.agreed_by is 'The parent who said that it is agreed.';
comment on column public.plan_version.meeting_id is 'The meeting it was agreed at, or after; null: it was no meeting, or one about somebody who has been erased.';
comment on column public.plan_version.made_as is 'The SHA-256 of what it was agreed with: the same form sent again is known, whoever has been erased since.';
create index on public.plan_version (plan_id, family_id);
create index on public.plan_version (family_id, number desc);
create index on public.plan_version (agreed_by);
create index on public.plan_version (meeting_id, family_id);

create table public.plan_version_goal (
	version_id uuid not null,
	family_id uuid not null,
	goal_id uuid not null,
	wording integer not null,
	life_area public.life_area,
	sign text,
	due_on date,
	position integer not null,
	done_at timestamptz,
	primary key (version_id, goal_id),
	constraint goal_of_a_version_of_the_family foreign key (version_id, family_id)
		references public.plan_version (id, family_id) on delete cascade,
	constraint agreed_with_a_wording_of_the_goal foreign key (goal_id, wording, family_id)
		references public.goal_wording (goal_id, number, family_id) on delete cascade
);
comment on table public.plan_version_goal is 'A goal as it was agreed: with which of its wordings, life area, sign, date and place. Parent and person are the goal''s, and never change.';
comment on column public.plan_version_goal.wording is 'The number of the goal''s wording in force.';
comment on column public.plan_version_goal.sign is 'How we would see it, as it was written then.';
comment on column public.plan_version_goal.position is 'Order among siblings then.';
create index on public.plan_version_goal (family_id, version_id);
create index on public.plan_version_goal (goal_id, wording, family_id);

create table public.plan_version_person (
	id uuid primary key default gen_random_uuid(),
	version_id uuid not null,
	family_id uuid not null,
	person_id uuid references public.person on delete set null,
	voice public.voice not null,
	constraint person_at_a_version_of_the_family foreign key (version_id, family_id)
		references public.plan_version (id, family_id) on delete cascade,
	constraint person_once_at_a_version unique (version_id, person_id)
);
comment on table public.plan_version_person is 'Who was there when the plan was agreed, and on which side of the table. Erased people leave the side.';
create index on public.plan_version_person (family_id, version_id);
create index on public.plan_version_person (person_id);

create table public.plan_version_yes (
	id uuid primary key default gen_random_uuid(),
	version_id uuid not null,
	family_id uuid not null,
	person_id uuid references public.person on delete set null,
	-- Asked under the family's lock, as when it was agreed.
	said_at timestamptz not null default clock_timestamp(),
	constraint yes_to_a_version_of_the_family foreign key (version_id, family_id)
		references public.plan_version (id, family_id) on delete cascade,
	constraint yes_said_once unique (version_id, person_id)
);
comment on table public.plan_version_yes is 'Who in the family says yes too to what one of the parents said is agreed. Each says it alone: nobody says it for another. Erased people leave their yes.';
create index on public.plan_version_yes (family_id, version_id);
create index on public.plan_version_yes (person_id);

create trigger stays before update on public.plan_version for each row
	execute function private.stays('id', 'plan_id', 'family_id', 'number', 'agreed_by', 'agreed_at', 'meeting_id', 'made_as');
create trigger keep_from_api before insert or update on public.plan_version for each row
	execute function private.keep_from_api('id', 'plan_id', 'family_id', 'number', 'agreed_by', 'agreed_at', 'meeting_id', 'made_as');
create trigger stays before update on public.plan_version_goal for each row
	execute function private.stays('version_id', 'family_id', 'goal_id', 'wording', 'life_area', 'sign', 'due_on', 'position', 'done_at');
create trigger keep_from_api before insert or update on public.plan_version_goal for each row
	execute function private.keep_from_api('version_id', 'family_id', 'goal_id', 'wording', 'life_area', 'sign', 'due_on', 'position', 'done_at');
create trigger stays before update on public.plan_version_person for each row
	execute function private.stays('id', 'version_id', 'family_id', 'person_id', 'voice');
create trigger keep_from_api before insert or update on public.plan_version_person for each row
	execute function private.keep_from_api('id', 'version_id', 'family_id', 'person_id', 'voice');
create trigger stays before update on public.plan_version_yes for each row
	execute function private.stays('id', 'version_id', 'family_id', 'person_id', 'said_at');
create trigger keep_from_api before insert or update on public.plan_version_yes for each row
	execute function private.keep_from_api('id', 'version_id', 'family_id', 'person_id', 'said_at');

-- Row security

alter table public.plan_version enable row level security;
alter table public.plan_version force row level security;
grant select on public.plan_version to authenticated;
create policy select_plan on public.plan_version for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.plan_version is 'The family and its team see when the plan was agreed.';
-- no insert: agree_plan in 46_plan_agreeing.sql; no update, delete: what was agreed then is not rewritten now

alter table public.plan_version_goal enable row level security;
alter table public.plan_version_goal force row level security;
grant select on public.plan_version_goal to authenticated;
create policy select_plan on public.plan_version_goal for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.plan_version_goal is 'The family and its team see what was agreed.';
-- no insert: agree_plan in 46_plan_agreeing.sql; no update, delete: what was agreed then is not rewritten now

alter table public.plan_version_person enable row level security;
alter table public.plan_version_person force row level security;
grant select on public.plan_version_person to authenticated;
create policy select_plan on public.plan_version_person for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.plan_version_person is 'The family and its team see who was there.';
-- no insert: agree_plan in 46_plan_agreeing.sql; no update, delete: who was there then is not rewritten now

alter table public.plan_version_yes enable row level security;
alter table public.plan_version_yes force row level security;
grant select on public.plan_version_yes to authenticated;
create policy select_plan on public.plan_version_yes for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.plan_version_yes is 'The family and its team see who says yes to what was agreed.';
-- no insert: say_yes_to_plan in 46_plan_agreeing.sql; no update, delete: a yes to what was agreed then is not rewritten now

-- A plan is agreed by a parent as it was read, and whoever else of the family is old enough says yes to it (P7).

create function public.plan_as_read(family uuid) returns text
language sql stable set search_path = ''
as $$
	select encode(sha256(convert_to(coalesce(jsonb_agg(jsonb_build_array(
		g.id, g.title, g.life_area, g.sign, g.due_on, g.done_at is not null
	) order by g.id), '[]')::text, 'UTF8')), 'hex')
	from public.plan l
	join public.goal g on g.plan_id = l.id and g.family_id = l.family_id
	left join public.goal p on p.id = g.parent_id
	left join public.goal pp on pp.id = p.parent_id
	where l.family_id = plan_as_read.family and l.ended_at is null
		and g.removed_at is null and p.removed_at is null and pp.removed_at is null
$$;
comment on function public.plan_as_read(uuid) is
	'What a family''s plan says now, as a fingerprint: who agrees says by it what they have read. Another place among siblings is no other plan. Asks as who asks: row security decides.';
grant execute on function public.plan_as_read(uuid) to authenticated;

create function public.agree_plan(
	version uuid, family uuid, present uuid[], as_read text, meeting uuid default null
) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	there uuid[] := array(select distinct p from unnest(present || private.uid()) p where p is not null order by p);
	given constant text := encode(sha256(convert_to(
		jsonb_build_array(agree_plan.family, there, agree_plan.as_read, agree_plan.meeting)::text, 'UTF8'
	)), 'hex');
	made public.plan_version;
	goals bigint;
	says text;
begin
	-- Two who agree at the same moment wait here for each other, and for whoever moves a goal or is put out of the family.
	perform from public.person p where p.id = any (there) order by p.id for key share;
	perform from public.family f where f.id = agree_plan.family for no key update;
	if (agree_plan.family = any (private.my_households())) is not true then
		raise exception 'not yours to agree' using errcode = '42501';
	end if;
	-- The id of another family's version is refused by the insert (plan_version_pkey), after everything else.
	select * into made from public.plan_version v
	where v.id = agree_plan.version and v.family_id = agree_plan.family;
	if found then
		if made.agreed_by is distinct from private.uid() or made.made_as is distinct from given then
			perform private.refuse('made_already', 'the id stands for something else');
		end if;
		return;
	end if;
	if exists (
		select from unnest(there) p
		where not exists (
			select from private.plan_access a where a.person_id = p and a.family_id = agree_plan.family
		)
	) then
		perform private.refuse('agreed_by_who_sees_the_plan', 'somebody is neither in the family nor in its team');
	end if;
	if agree_plan.meeting is not null and not exists (
		select from public.meeting m
		where m.id = agree_plan.meeting and m.family_id = agree_plan.family and m.cancelled_at is null
			and m.starts_at <= now() and m.starts_at > now() - interval '30 days'
	) then
		perform private.refuse('agreed_at_a_meeting_that_was', 'it has not begun, was cancelled, or is long ago');
	end if;
	insert into public.plan_version (id, plan_id, family_id, number, agreed_by, meeting_id, made_as)
	select agree_plan.version, p.id, p.family_id,
		1 + (select count(*) from public.plan_version v where v.plan_id = p.id), private.uid(), agree_plan.meeting, given
	from public.plan p where p.family_id = agree_plan.family and p.ended_at is null;
	if not found then
		perform private.refuse('plan_is_open', 'the plan has ended, and stays as it is');
	end if;
	-- Kept and compared in one statement, which sees the plan as it was at one moment: somebody may be writing in it now.
	with agreed as (
		-- The steps of a goal that was taken off the plan are off too.
		insert into public.plan_version_goal
			(version_id, family_id, goal_id, wording, life_area, sign, due_on, position, done_at)
		select agree_plan.version, g.family_id, g.id,
			(select max(w.number) from public.goal_wording w where w.goal_id = g.id),
			g.life_area, g.sign, g.due_on, g.position, g.done_at
		from public.plan_version v
		join public.goal g on g.plan_id = v.plan_id
		left join public.goal p on p.id = g.parent_id
		left join public.goal pp on pp.id = p.parent_id
		where v.id = agree_plan.version and g.removed_at is null and p.removed_at is null and pp.removed_at is null
		returning goal_id
	)
	select count(*), public.plan_as_read(agree_plan.family) into goals, says from agreed;
	if goals = 0 then
		perform private.refuse('plan_says_something', 'there is nothing in the plan to agree on');
	end if;
	-- Nobody agrees to what they have not read: whatever was changed, added or taken off since is read first.
	if agree_plan.as_read is distinct from says then
		perform private.refuse('plan_is_as_it_was_read', 'the plan has been changed since it was read');
	end if;
	insert into public.plan_version_person (version_id, family_id, person_id, voice)
	select agree_plan.version, a.family_id, a.person_id, a.side::text::public.voice
	from private.plan_access a where a.family_id = agree_plan.family and a.person_id = any (there);
end
$$;
comment on function public.agree_plan(uuid, uuid, uuid[], text, uuid) is
	'A parent says that the plan, as it stands now and was read (as_read: what plan_as_read said of it), is agreed, who was there, and at which meeting of the last 30 days, if it was at one. Kept as a version under the id the form brings: the same again is one version.';
grant execute on function public.agree_plan(uuid, uuid, uuid[], text, uuid) to authenticated;

create function public.say_yes_to_plan(version uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	asked public.plan_version;
begin
	-- Whoever is leaving the family at this moment says nothing for it any more.
	perform from public.person p where p.id = private.uid() for key share;
	perform from public.family f
	where f.id = (select v.family_id from public.plan_version v where v.id = say_yes_to_plan.version) for no key update;
	select v.* into asked from public.plan_version v
	join public.member m on m.family_id = v.family_id and m.person_id = private.uid() and m.left_at is null
	where v.id = say_yes_to_plan.version and private.speaks_alone(m);
	if not found then
		raise exception 'not yours to say yes to' using errcode = '42501';
	end if;
	if asked.agreed_by = private.uid() or exists (
		select from public.plan_version_yes y where y.version_id = asked.id and y.person_id = private.uid()
	) then
		return;
	end if;
	if exists (
		select from public.plan_version v where v.plan_id = asked.plan_id and v.number > asked.number
	) then
		perform private.refuse('yes_to_the_newest', 'the plan has been agreed anew since');
	end if;
	insert into public.plan_version_yes (version_id, family_id, person_id)
	values (asked.id, asked.family_id, private.uid());
end
$$;
comment on function public.say_yes_to_plan(uuid) is
	'A member of the family who is 15 or older, or a grown-up, says yes too to the plan that was agreed last. Said twice it is one yes.';
grant execute on function public.say_yes_to_plan(uuid) to authenticated;

-- A plan as it was agreed, and what is different in it now (P7).

create function public.plan_as_agreed(version uuid)
returns table (
	id uuid, family_id uuid, parent_id uuid, level smallint, about_id uuid, title text,
	life_area public.life_area, sign text, due_on date, "position" integer, done_at timestamptz
)
language sql stable set search_path = ''
as $$
	select v.goal_id, v.family_id, g.parent_id, g.level, g.about_id, w.words, v.life_area, v.sign, v.due_on, v.position,
		v.done_at
	from public.plan_version_goal v
	join public.goal_wording w on w.goal_id = v.goal_id and w.number = v.wording and w.family_id = v.family_id
	join public.goal g on g.id = v.goal_id and g.family_id = v.family_id
	where v.version_id = plan_as_agreed.version
	order by g.level, v.done_at desc nulls first, v.position, v.goal_id
	limit 1000
$$;
comment on function public.plan_as_agreed(uuid) is
	'The goals and steps of a version with the words they were agreed with: goals first, then steps, all of them (plan_at_most_600). Asks as who asks: row security decides.';
grant execute on function public.plan_as_agreed(uuid) to authenticated;

create type public.plan_difference as enum ('new', 'taken_off', 'changed', 'walked', 'not_walked');
comment on type public.plan_difference is
	'What is different about a goal or a step now: it came, went, is said or meant in another way, was reached, or was not after all.';

create function private.different(version uuid)
returns table (
	goal_id uuid, level smallint, about_id uuid, "position" integer, what public.plan_difference, since timestamptz,
	words_then text, sign_then text, due_then date, area_then public.life_area,
	words_now text, sign_now text, due_now date, area_now public.life_area, done_at timestamptz
)
language sql stable set search_path = ''
as $$
	with agreed as (
		select v.goal_id, w.words, v.sign, v.due_on, v.life_area, v.done_at
		from public.plan_version_goal v
		join public.goal_wording w on w.goal_id = v.goal_id and w.number = v.wording and w.family_id = v.family_id
		where v.version_id = different.version
	), plan as (
		select g.*, g.removed_at is null and p.removed_at is null and pp.removed_at is null as stands
		from public.plan_version v
		join public.goal g on g.family_id = v.family_id and g.plan_id = v.plan_id
		left join public.goal p on p.id = g.parent_id
		left join public.goal pp on pp.id = p.parent_id
		where v.id = different.version
	), compared as (
		select g.id, g.level, g.about_id, g.position,
			case
				when a.goal_id is null then 'new'
				when not g.stands then 'taken_off'
				when (a.words, a.sign, a.due_on, a.life_area) is distinct from (g.title, g.sign, g.due_on, g.life_area)
					then 'changed'
				when a.done_at is null and g.done_at is not null then 'walked'
				when a.done_at is not null and g.done_at is null then 'not_walked'
			end::public.plan_difference as what,
			g.changed_at, a.words, a.sign as sign_then, a.due_on as due_then, a.life_area as area_then,
			g.title, g.sign, g.due_on, g.life_area, g.done_at
		from plan g left join agreed a on a.goal_id = g.id
		where case
			-- What stands under something new, or was taken off with it, is told with it.
			when a.goal_id is null then g.stands and (g.parent_id is null or g.parent_id in (select b.goal_id from agreed b))
			when not g.stands then g.removed_at is not null
			else true
		end
	)
	select c.id, c.level, c.about_id, c.position, c.what, c.changed_at, c.words, c.sign_then, c.due_then, c.area_then,
		c.title, c.sign, c.due_on, c.life_area, c.done_at
	from compared c where c.what is not null
$$;
comment on function private.different(uuid) is
	'What is different now from a version of the plan. Another place among siblings is no difference. Asks as who asks: row security decides.';
grant execute on function private.different(uuid) to authenticated;

create function public.plan_differences(version uuid, skip integer, most integer)
returns table (
	goal_id uuid, level smallint, about_id uuid, what public.plan_difference, since timestamptz,
	words_then text, sign_then text, due_then date, area_then public.life_area,
	words_now text, sign_now text, due_now date, area_now public.life_area, done_at timestamptz, of_all integer
)
language sql stable set search_path = ''
as $$
	select d.goal_id, d.level, d.about_id, d.what, d.since, d.words_then, d.sign_then, d.due_then, d.area_then,
		d.words_now, d.sign_now, d.due_now, d.area_now, d.done_at, (count(*) over ())::integer
	from private.different(plan_differences.version) d
	order by d.what, d.level, d.position, d.goal_id
	limit least(greatest(most, 1), 200) offset greatest(skip, 0)
$$;
comment on function public.plan_differences(uuid, integer, integer) is
	'What is different now from a version of the plan, so much at a time and of how much: what came first, then what was taken off, then what is said or meant in another way, then what was reached. Asks as who asks: row security decides.';
grant execute on function public.plan_differences(uuid, integer, integer) to authenticated;

create function public.plan_since_agreed(families uuid[])
returns table (family_id uuid, version_id uuid, changed integer, walked integer)
language sql stable set search_path = ''
as $$
	select v.family_id, v.id, d.changed, d.walked
	from unnest(families) as f (id)
	cross join lateral (
		select n.family_id, n.id from public.plan_version n
		where n.family_id = f.id order by n.number desc limit 1
	) v
	cross join lateral (
		select count(*) filter (where what <> 'walked')::integer as changed,
			count(*) filter (where what = 'walked')::integer as walked
		from private.different(v.id)
	) d
	order by v.family_id
	limit 1000
$$;
comment on function public.plan_since_agreed(uuid[]) is
	'Of each of these families the version agreed last, and how much is different now: what was changed, and what was reached. Asks as who asks: row security decides.';
grant execute on function public.plan_since_agreed(uuid[]) to authenticated;

-- What follows when an enrolment ends, and when a family takes part again (docs/decisions/015-enrolment.md).

create function private.end_with_enrolment() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform from public.team_member t where t.family_id = new.family_id and t.left_at is null
	order by t.id for no key update;
	perform private.hold(
		array(select t.professional_id from public.team_member t where t.family_id = new.family_id and t.left_at is null),
		array[new.family_id]
	);
	-- Before the team goes: they end with the family's part in it, and not with who sent them.
	update public.invitation i set revoked_at = now()
	where i.family_id = new.family_id and i.accepted_at is null and i.revoked_at is null;
	-- A meeting before who comes to it, as moving it does.
	update public.meeting m set cancelled_at = now()
	where m.family_id = new.family_id and m.cancelled_at is null and m.ends_at > now();
	update public.team_member t set left_at = now() where t.family_id = new.family_id and t.left_at is null;
	update public.plan p set ended_at = now() where p.family_id = new.family_id and p.ended_at is null;
	return null;
end
$$;
comment on function private.end_with_enrolment() is
	'The team goes, and with it the coordinator and what was shared with each of them; meetings ahead are cancelled and invitations open no more; the plan stays as it is, for the family to read.';
create trigger end_with_enrolment after update of ended_on on public.enrolment
	for each row when (old.ended_on is null and new.ended_on is not null)
	execute function private.end_with_enrolment();

create function private.take_plan_up_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	update public.plan p set ended_at = null
	where p.id = (
		select l.id from public.plan l where l.family_id = new.family_id order by l.begun_at desc, l.id desc limit 1
	) and p.ended_at is not null;
	return null;
end
$$;
comment on function private.take_plan_up_again() is
	'A family that takes part again goes on with its plan where it left it: nobody has to tell it all once more.';
create trigger take_plan_up_again after insert on public.enrolment
	for each row when (new.ended_on is null) execute function private.take_plan_up_again();

create function private.family_takes_part() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Into the team one comes after keep_plan_access, which has the family, as an end has. Everything else waits for an end
	-- that is being written here, before it has the rows of others.
	if tg_table_name <> 'team_member' then
		perform from public.enrolment e where e.family_id = new.family_id and e.ended_on is null for share;
	end if;
	if exists (select from public.enrolment e where e.family_id = new.family_id)
		and not exists (select from public.enrolment e where e.family_id = new.family_id and e.ended_on is null)
	then
		perform private.refuse('family_takes_part', 'its enrolment is over');
	end if;
	return null;
end
$$;
comment on function private.family_takes_part() is
	'Nobody is put around a family that takes part no more, for a team sees the plan; nobody calls a meeting for it here or holds one after all, and nobody is invited into it. An end that is being written at the same moment is waited for.';
create trigger takes_part after insert on public.team_member
	for each row execute function private.family_takes_part();

create trigger takes_part after insert on public.meeting
	for each row execute function private.family_takes_part();
create trigger takes_part_when_held after update of cancelled_at on public.meeting
	for each row when (old.cancelled_at is not null and new.cancelled_at is null)
	execute function private.family_takes_part();

create function private.check_plan_is_open() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- An end that is being written is waited for.
	perform from public.plan p where p.family_id = new.family_id and p.ended_at is null for share;
	if not found then
		perform private.refuse('plan_is_open', 'the plan has ended, and stays as it is');
	end if;
	return null;
end
$$;
comment on function private.check_plan_is_open() is
	'A plan that has ended is read, not written on, nor what the family said of offers (54_offers_families.sql). Asked after row security. A new goal is refused by its own rule: it finds no plan to stand in.';
create trigger plan_is_open after update of life_area, title, sign, due_on, done_at, removed_at, position on public.goal
	for each row execute function private.check_plan_is_open();
create trigger plan_is_open after insert on public.goal_progress
	for each row execute function private.check_plan_is_open();
create trigger plan_is_open after insert on public.plan_version_yes
	for each row execute function private.check_plan_is_open();

create function public.ended_for_me() returns table (family_id uuid, name text, ended_on date, meetings integer)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select f.id, e.was_called, e.ended_on, (
		select count(*)::integer from public.meeting m join public.meeting_attendee a on a.meeting_id = m.id
		where m.family_id = f.id and m.cancelled_at = e.ended_at and a.person_id = private.uid()
	)
	from public.team_member t
	join public.enrolment e on e.family_id = t.family_id and e.ended_at = t.left_at
	join public.job j on j.id = t.job_id and j.left_at is null
	join public.family f on f.id = t.family_id
	where t.professional_id = private.uid() and e.ended_at > now() - interval '30 days'
		and not exists (
			select from public.team_member again
			where again.family_id = f.id and again.professional_id = private.uid() and again.left_at is null
		)
	order by e.ended_at desc, f.id limit 1000;
end
$$;
comment on function public.ended_for_me() is
	'The families in whose team I was when their course ended, for 30 days: what they were called then, since when, and how many meetings to which I was asked were cancelled by it. Nothing else of them.';
grant execute on function public.ended_for_me() to authenticated;

-- The families a professional works with, by what needs them: whom one meets soon, and what is new in their plans.

create function public.plan_news(by_name boolean, part text, skip integer, most integer)
returns table (family_id uuid, visited_at timestamptz, goals integer, latest timestamptz, is_empty boolean, of_all integer)
language sql stable set search_path = ''
as $$
	with mine as (
		select f.id, f.sorts_as, v.visited_at from public.family f
		left join public.plan_visit v on v.family_id = f.id and v.person_id = (select private.uid())
		where f.id = any ((select private.my_team_families())::uuid[]) and (
			f.name ilike part
			or exists (
				select from public.member m join public.person p on p.id = m.person_id
				where m.family_id = f.id and m.left_at is null and p.name ilike part
			)
		)
	),
	standing as (
		select g.id, g.family_id, g.changed_at, mine.visited_at from mine
		join public.goal g on g.family_id = mine.id
		left join public.goal p on p.id = g.parent_id
		left join public.goal pp on pp.id = p.parent_id
		where g.removed_at is null and p.removed_at is null and pp.removed_at is null
	),
	written as (
		select s.family_id, max(s.changed_at) as at from standing s group by 1
	),
	touched as (
		select s.family_id, s.id as goal_id, s.changed_at as at from standing s where s.changed_at > s.visited_at
		union all
		select s.family_id, s.id, n.noted_at from standing s
		join public.goal_progress n on n.goal_id = s.id and n.family_id = s.family_id and n.noted_at > s.visited_at
	),
	counted as (
		select t.family_id, count(distinct t.goal_id)::integer as goals, max(t.at) as latest from touched t group by 1
	),
	soon as (
		select m.family_id, min(m.starts_at) as at from mine
		join public.meeting m on m.family_id = mine.id
		where m.cancelled_at is null and m.ends_at > now() and m.starts_at < now() + interval '7 days'
		group by 1
	)
	select mine.id, mine.visited_at, coalesce(c.goals, 0), c.latest, w.at is null, (count(*) over ())::integer
	from mine left join counted c on c.family_id = mine.id left join written w on w.family_id = mine.id
		left join soon on soon.family_id = mine.id
	order by
		case when not by_name then soon.at end nulls last,
		case when not by_name then coalesce(c.latest, case when mine.visited_at is null then w.at end) end desc nulls last,
		mine.sorts_as, mine.id
	limit least(greatest(most, 1), 200) offset greatest(skip, 0)
$$;
comment on function public.plan_news(boolean, text, integer, integer) is
	'The families in whose team I am that have this pattern in their name or in that of one of them, so many at a time and of how many, with what is new in each plan since I looked, without the words: how many goals and steps were made or changed or had something noted about them, when the last of it was, and whether nothing stands there. Whom one meets within a week first, then the latest news, all of a plan that I have never looked at among them, then by name; or all by name. What was taken off the plan, and the steps under it, are no news. Asks as who asks: row security decides.';
grant execute on function public.plan_news(boolean, text, integer, integer) to authenticated;

-- Danish words, however they are typed: Ørsted, Oersted and ørsted are one word, and so are its inflections (O1).

create function private.fold_danish(words text) returns text
language sql immutable set search_path = ''
as $$
	select replace(replace(replace(
		lower(translate(words, 'ÆØÅÄÖäöÉÈÊËéèêëÁÀáàÜüÓó', 'æøåæøæøeeeeeeeeaaaayyoo')),
		'æ', 'ae'), 'ø', 'oe'), 'å', 'aa')
$$;
comment on function private.fold_danish(text) is
	'Small letters, with ae, oe and aa for æ, ø and å and no accents, whatever the locale of the database.';

create function private.danish_stems(words text) returns tsvector
language sql immutable set search_path = ''
as $$
	select ts_delete(
		to_tsvector('pg_catalog.danish', private.fold_danish(words)),
		-- på, når, være, været, også, sådan: little words that the dictionary no longer knows once they are folded.
		array['paa', 'naar', 'vaer', 'ogsaa', 'saadan']
	)
$$;
comment on function private.danish_stems(text) is 'The stems of the words that carry meaning, folded.';

create function private.asked_words(words text, out stem text, out base text) returns setof record
language sql immutable set search_path = ''
as $$
	select distinct s.lexeme, case when length(s.lexeme) >= 4 then s.lexeme else t.word end
	from regexp_split_to_table(private.fold_danish(words), '[^a-z0-9]+') t (word), unnest(private.danish_stems(t.word)) s
$$;
comment on function private.asked_words(text) is
	'Of each typed word that carries meaning its stem, and the base compounds are made of: the stem too, or the whole word when the stem is so short that it begins anything (bolig: bol).';

create function private.word_found(stem text, base text, written text) returns boolean
language sql immutable set search_path = ''
as $$
	select written = stem or (
		length(base) >= 3 and length(written) >= length(base) + 3
		and (starts_with(written, base) or right(written, length(base)) = base)
	)
$$;
comment on function private.word_found(text, text, text) is
	'Whether a written stem answers an asked word: the same stem, or a Danish compound that begins or ends with it (ryg: ryghold; job: fritidsjob). Three letters more at least, so that dans does not find dansk.';

-- Offers: the catalogue of a municipality (O1).

create type public.provider_kind as enum ('municipality', 'association', 'voluntary', 'business');
comment on type public.provider_kind is 'Who stands behind an offer (F8, O1).';

create table public.offer (
	id uuid primary key,
	municipality_id uuid not null references public.municipality on delete restrict,
	title text not null,
	description text not null,
	provider text not null,
	provider_kind public.provider_kind not null,
	life_areas public.life_area[] not null default '{}',
	age_from smallint not null default 0,
	age_to smallint not null default 120,
	place text not null,
	contact text not null,
	price text,
	verified_on date not null default private.today(),
	created_at timestamptz not null default now(),
	retired_at timestamptz,
	revision integer not null default 0,
	made_as text,
	-- What refers to an offer of a municipality refers to it by this.
	constraint offer_is_of_one_municipality unique (id, municipality_id),
	constraint offer_title_has_words check (length(btrim(title)) between 1 and 120),
	constraint offer_description_has_words check (length(btrim(description)) between 1 and 2000),
	constraint offer_provider_has_words check (length(btrim(provider)) between 1 and 120),
	constraint offer_place_has_words check (length(btrim(place)) between 1 and 120),
	constraint offer_contact_has_words check (length(btrim(contact)) between 1 and 200),
	constraint offer_price_at_most_120 check (length(price) <= 120),
	constraint offer_made_as_a_fingerprint check (made_as ~ '^[0-9a-f]{64}$'),
	constraint offer_ages_in_order check (age_from between 0 and 120 and age_to between age_from and 120),
	-- Nobody has checked it on a day to come.
	constraint offer_verified_not_ahead check (verified_on <= private.today()),
	constraint offer_verified_in_this_time check (verified_on >= '2010-01-01')
);
comment on table public.offer is 'What families can use: municipal, voluntary, business and leisure offers of a municipality.';
comment on column public.offer.revision is 'How often what a form edits was changed, so that a form says what it was drawn from. Set by the database (private.counts_changes).';
comment on column public.offer.life_areas is 'The areas of a plan it can help with.';
comment on column public.offer.age_from is 'Years, inclusive.';
comment on column public.offer.age_to is 'Years, inclusive.';
comment on column public.offer.price is 'In words, as the provider says it; null: it has not said.';
comment on column public.offer.verified_on is 'When somebody last checked that this is true. Offers not checked for a year are hidden from families.';
comment on column public.offer.made_as is 'The SHA-256 of what it was made with: the same form sent again is known, whatever has been changed since.';
create index on public.offer (municipality_id, verified_on desc);
-- As a search without words shows them, and what places there are.
create index on public.offer (municipality_id, title, id) where retired_at is null;
create index on public.offer (municipality_id, place) where retired_at is null;

create trigger begins_now before insert on public.offer
	for each row execute function private.begins_now('created_at', 'retired_at');
create trigger counts_changes before insert or update on public.offer for each row
	execute function private.counts_changes('title', 'description', 'provider', 'provider_kind', 'life_areas', 'age_from', 'age_to', 'place', 'contact', 'price');
create trigger stamps before update on public.offer for each row execute function private.stamps('retired_at');
create trigger stays before update on public.offer for each row
	execute function private.stays('id', 'municipality_id', 'created_at', 'made_as');

-- Row security

alter table public.offer enable row level security;
alter table public.offer force row level security;
grant select,
	insert (id, municipality_id, title, description, provider, provider_kind, life_areas, age_from, age_to, place, contact, price, verified_on, made_as),
	update (title, description, provider, provider_kind, life_areas, age_from, age_to, place, contact, price, verified_on, retired_at, revision)
	on public.offer to authenticated;
create policy select_home on public.offer for select to authenticated
	using (
		municipality_id = any ((select private.my_home_municipalities())::uuid[])
		and retired_at is null and verified_on > (select private.today()) - 365
	);
comment on policy select_home on public.offer is 'Families see what is offered and was checked within a year.';
create policy select_workplace on public.offer for select to authenticated
	using (municipality_id = any ((select private.my_workplaces())::uuid[]));
comment on policy select_workplace on public.offer is 'Professionals see the whole catalogue, also what needs checking.';
create policy insert_lead on public.offer for insert to authenticated
	with check (municipality_id = any ((select private.my_led_municipalities())::uuid[]));
comment on policy insert_lead on public.offer is 'The project lead keeps the catalogue.';
create policy update_lead on public.offer for update to authenticated
	using (municipality_id = any ((select private.my_led_municipalities())::uuid[]))
	with check (municipality_id = any ((select private.my_led_municipalities())::uuid[]));
comment on policy update_lead on public.offer is 'The project lead keeps the catalogue.';
-- no delete: retired_at takes an offer out, families keep what they chose

create function public.offer_places(within uuid[] default null) returns text[]
language sql stable set search_path = ''
as $$
	select array(
		select distinct o.place from public.offer o
		where o.retired_at is null and (within is null or o.municipality_id = any (within))
		order by 1 limit 500 + 1
	)
$$;
comment on function public.offer_places(uuid[]) is
	'The towns and villages of the catalogue, of these municipalities alone where some are said, each once, at most 500 and one more where there are more. Row security applies: the caller''s own.';
grant execute on function public.offer_places(uuid[]) to authenticated;

-- The words of a catalogue (O1). What a search costs must depend neither on how large the catalogue is nor on how wrong
-- the words are: the words are kept, with indexes on how they are spelt, begin and end. 53_offers_search.sql asks them.

create table private.offer_word (
	municipality_id uuid not null,
	word text not null,
	offer_id uuid not null,
	weight integer not null,
	verified_on date not null,
	primary key (municipality_id, word, offer_id),
	constraint word_of_an_offer_of_the_municipality foreign key (offer_id, municipality_id)
		references public.offer (id, municipality_id) on delete cascade
);
comment on table private.offer_word is 'Which offers hold a word, retired ones left out. Kept by triggers; granted to nobody.';
comment on column private.offer_word.word is 'In small letters, as the offer spells it.';
comment on column private.offer_word.weight is 'How much it says there: 4 in the title, 2 in the description, 1 where it is and whose.';
comment on column private.offer_word.verified_on is 'That of the offer.';
create index on private.offer_word (municipality_id, word, verified_on);
create index on private.offer_word (offer_id, municipality_id);

create table private.vocabulary (
	municipality_id uuid not null references public.municipality on delete cascade,
	word text not null,
	folded text not null generated always as (private.fold_danish(word)) stored,
	stem text collate "C" not null,
	verified_on date not null,
	primary key (municipality_id, word)
);
comment on table private.vocabulary is 'The words of a municipality''s catalogue that carry meaning. Kept by triggers; granted to nobody, asked by the search for the caller''s own municipalities.';
comment on column private.vocabulary.word is 'In small letters, as the catalogue spells it.';
comment on column private.vocabulary.folded is 'The word without æ, ø, å and accents: what a typed word is compared with.';
comment on column private.vocabulary.stem is 'What an asked word is compared with.';
comment on column private.vocabulary.verified_on is 'When an offer that holds it was last checked: the word is as fresh as that.';
create index on private.vocabulary using gin (folded extensions.gin_trgm_ops) with (fastupdate = off);
create index on private.vocabulary (municipality_id, folded);
create index on private.vocabulary (municipality_id, stem);
create index on private.vocabulary (municipality_id, reverse(stem) collate "C");

alter table private.offer_word enable row level security;
alter table private.offer_word force row level security;
alter table private.vocabulary enable row level security;
alter table private.vocabulary force row level security;
-- no grants and no policies: only the functions below ask

create function private.words_of(written text, out word text, out stem text) returns setof record
language sql immutable set search_path = ''
as $$
	select distinct on (1) w.word, s.lexeme
	from regexp_split_to_table(lower(written), '[[:space:][:punct:]]+') w (word), unnest(private.danish_stems(w.word)) s
$$;
comment on function private.words_of(text) is 'The words that carry meaning, in small letters, each with its stem.';

create function private.keep_vocabulary() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	touched uuid[];
	words text[];
	stems text[];
begin
	-- Two who save at the same moment would not see each other's words.
	perform pg_advisory_xact_lock(hashtext('private.vocabulary'));
	-- Which rows there are to look at depends on what was done, and a query cannot.
	if tg_op = 'INSERT' then
		select array_agg(municipality_id), array_agg(word), array_agg(stem) into touched, words, stems
		from (
			select distinct o.municipality_id, w.* from after_rows o,
				private.words_of(concat_ws(' ', o.title, o.description, o.provider, o.place)) w
		) said;
	elsif tg_op = 'UPDATE' then
		select array_agg(municipality_id), array_agg(word), array_agg(stem) into touched, words, stems
		from (
			select distinct o.municipality_id, w.* from (select * from before_rows union all select * from after_rows) o,
				private.words_of(concat_ws(' ', o.title, o.description, o.provider, o.place)) w
		) said;
		delete from private.offer_word where offer_id in (select id from before_rows);
	else
		select array_agg(municipality_id), array_agg(word), array_agg(stem) into touched, words, stems
		from (
			select distinct o.municipality_id, w.* from before_rows o,
				private.words_of(concat_ws(' ', o.title, o.description, o.provider, o.place)) w
		) said;
	end if;
	if tg_op <> 'DELETE' then
		insert into private.offer_word (municipality_id, word, offer_id, weight, verified_on)
		select o.municipality_id, w.word, o.id, max(said.weight), o.verified_on
		from after_rows o, lateral (
			values (4, o.title), (2, o.description), (1, concat_ws(' ', o.provider, o.place))
		) said (weight, words), private.words_of(said.words) w
		where o.retired_at is null
		group by o.municipality_id, w.word, o.id, o.verified_on;
	end if;
	delete from private.vocabulary v using unnest(touched, words) t (municipality_id, word)
	where v.municipality_id = t.municipality_id and v.word = t.word and not exists (
		select from private.offer_word held where held.municipality_id = v.municipality_id and held.word = v.word
	);
	insert into private.vocabulary as v (municipality_id, word, stem, verified_on)
	select t.municipality_id, t.word, t.stem, held.verified_on
	from unnest(touched, words, stems) t (municipality_id, word, stem),
		lateral (
			select w.verified_on from private.offer_word w
			where w.municipality_id = t.municipality_id and w.word = t.word
			order by w.verified_on desc limit 1
		) held
	on conflict (municipality_id, word) do update set verified_on = excluded.verified_on
	where v.verified_on <> excluded.verified_on;
	return null;
end
$$;
comment on function private.keep_vocabulary() is 'Keeps offer_word and vocabulary as the catalogue changes.';
create trigger keep_vocabulary_of_new after insert on public.offer
	referencing new table as after_rows for each statement execute function private.keep_vocabulary();
create trigger keep_vocabulary_of_changed after update on public.offer
	referencing old table as before_rows new table as after_rows
	for each statement execute function private.keep_vocabulary();
create trigger keep_vocabulary_of_deleted after delete on public.offer
	referencing old table as before_rows for each statement execute function private.keep_vocabulary();

-- Searching the catalogue in Danish (O1), over the words kept in 52_offers_vocabulary.sql.

create function private.my_catalogues(within uuid[] default null) returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select c from unnest(private.my_home_municipalities() || private.my_workplaces()) c
		where within is null or c = any (within)
	);
end
$$;
comment on function private.my_catalogues(uuid[]) is
	'The municipalities whose catalogue the caller sees: home and workplace; of these alone, where some are said. What is offered at work is no offer to one''s own family.';

create function private.words_answering(catalogues uuid[], stem text, base text, out word text, out stem_itself boolean)
returns setof record
language sql stable security definer set search_path = ''
as $$
	select v.word, true from private.vocabulary v
	where v.municipality_id = any (catalogues) and v.verified_on > private.today() - 365
		and v.stem = words_answering.stem
	union
	-- The two ends as ranges, so that the indexes answer: nothing is written with U+FFFD.
	select v.word, v.stem = words_answering.stem from private.vocabulary v
	where v.municipality_id = any (catalogues) and v.verified_on > private.today() - 365
		and v.stem >= base and v.stem < base || U&'\FFFD' and private.word_found(words_answering.stem, base, v.stem)
	union
	select v.word, v.stem = words_answering.stem from private.vocabulary v
	where v.municipality_id = any (catalogues) and v.verified_on > private.today() - 365
		and reverse(v.stem) collate "C" >= reverse(base) and reverse(v.stem) collate "C" < reverse(base) || U&'\FFFD'
		and private.word_found(words_answering.stem, base, v.stem)
$$;
comment on function private.words_answering(uuid[], text, text) is
	'The words of these catalogues that answer an asked one (word_found), and whether they are it or a compound of it.';

create function private.first_words(words text) returns text
language sql immutable set search_path = ''
as $$
	select array_to_string((regexp_split_to_array(lower(btrim(words)), '[[:space:][:punct:]]+'))[1:16], ' ')
$$;
comment on function private.first_words(text) is 'The first sixteen words: more are not looked for.';

create function private.nearest_word(catalogues uuid[], typed text) returns text
language plpgsql stable security definer set search_path = ''
as $$
declare
	asked text := private.fold_danish(typed);
	-- The end of a Danish compound says what it is: rygtræning is træning.
	ends text[] := array(select right(asked, length) from generate_series(5, length(asked)) length);
begin
	return (
		select near.word from (
			select v.word, v.folded from private.vocabulary v
			where v.municipality_id = any (catalogues) and v.verified_on > private.today() - 365
				and v.folded operator(extensions.%) asked
				and left(v.folded, 1) = left(asked, 1)
				-- A letter left out or two that changed places cost a short word much of its likeness.
				and extensions.similarity(v.folded, asked) >= case when length(asked) >= 6 and abs(length(v.folded) - length(asked)) <= 1 then 0.3 else 0.4 end
			union all
			select v.word, v.folded from private.vocabulary v
			where v.municipality_id = any (catalogues) and v.verified_on > private.today() - 365
				and v.folded = any (ends)
		) near
		-- Shorter words resemble too much, and numbers are no words.
		where length(near.word) >= 5 and near.word !~ '[[:digit:]]'
		order by extensions.similarity(near.folded, asked) desc, near.word limit 1
	);
end
$$;
comment on function private.nearest_word(uuid[], text) is 'The word of these catalogues that resembles this one most, by trigrams.';

create function public.spell_offers(words text, within uuid[] default null) returns text
language plpgsql stable security definer set search_path = ''
as $$
declare
	catalogues uuid[] := private.my_catalogues(within);
begin
	return (
		with typed as (
			select t.word, t.place from regexp_split_to_table(private.first_words(words), ' ') with ordinality t (word, place)
			where private.danish_stems(t.word) <> ''
		),
		spelt as (
			select t.word, t.place, case when length(t.word) >= 5 and not exists (
				select from private.asked_words(t.word) a, private.words_answering(catalogues, a.stem, a.base)
			) then private.nearest_word(catalogues, t.word) end as better
			from typed t
		)
		select string_agg(coalesce(better, word), ' ' order by place) from spelt having count(better) > 0
	);
end
$$;
comment on function public.spell_offers(text, uuid[]) is
	'The words (the first sixteen) with those replaced that stand nowhere in the catalogue but resemble one that does (by trigrams): fotbold, fodbold. Null when there is nothing to replace. Only words of offers the caller may find, in the catalogues of these municipalities where some are said.';
grant execute on function public.spell_offers(text, uuid[]) to authenticated;

create function private.found_offers(
	words text, area public.life_area, age integer, town text, skip integer, most integer, within uuid[],
	out offer_id uuid, out place bigint
) returns setof record
language plpgsql stable security definer set search_path = '' set jit = off
as $$
declare
	catalogues uuid[] := private.my_catalogues(within);
	asked integer[];
	answers text[];
	times integer[];
	-- Folding a name costs more than all else here, and thousands of offers have one of a few hundred places.
	places text[];
begin
	if coalesce(town, '') <> '' then
		places := array(
			-- From each place to the next by the index, past the thousands of offers that each has.
			with recursive each_place as (
				select c.id as catalogue, (
					select min(o.place) from public.offer o where o.municipality_id = c.id and o.retired_at is null
				) as place from unnest(catalogues) c (id)
				union
				select e.catalogue, (
					select min(o.place) from public.offer o
					where o.municipality_id = e.catalogue and o.retired_at is null and o.place > e.place
				) from each_place e where e.place is not null
			)
			select distinct e.place from each_place e
			where strpos(private.fold_danish(e.place), private.fold_danish(town)) > 0
		);
	end if;
	-- Each word of the catalogue that answers, beside the asked one that it answers. The word itself says more than a
	-- compound of it.
	select array_agg(a.nth), array_agg(found.word), array_agg(case when found.stem_itself then 2 else 1 end)
	into asked, answers, times
	from private.asked_words(private.first_words(coalesce(public.spell_offers(words, within), words)))
			with ordinality a (stem, base, nth)
		left join lateral private.words_answering(catalogues, a.stem, a.base) found on true;
	if asked is null then
		-- Nothing was asked for, or little words alone: all of them, by the index from the first on, so that the length of the
		-- catalogue costs nothing. What no Danish word can be in (another script, a smiley) finds nothing.
		return query
		select one.id, row_number() over (order by one.title, one.id)
		from (select distinct c from unnest(catalogues) c) of_one (catalogue) cross join lateral (
			select o.id, o.title from public.offer o
			where o.municipality_id = of_one.catalogue and o.retired_at is null and o.verified_on > private.today() - 365
				and (area is null or area = any (o.life_areas))
				and (age is null or age between o.age_from and o.age_to)
				and (places is null or o.place = any (places))
			order by o.title, o.id limit least(greatest(most, 1), 200) + 1 + greatest(skip, 0)
		) one
		where coalesce(btrim(words), '') = '' or private.fold_danish(words) ~ '[a-z0-9]'
		order by 2 limit least(greatest(most, 1), 200) + 1 offset greatest(skip, 0);
		return;
	end if;
	return query
	with offers as not materialized (
		select o.id, o.title from public.offer o
		where o.municipality_id = any (catalogues) and o.retired_at is null and o.verified_on > private.today() - 365
			and (area is null or area = any (o.life_areas))
			and (age is null or age between o.age_from and o.age_to)
			and (places is null or o.place = any (places))
	),
	-- One row for each offer and asked word it holds, as much as it says there. Of each word the offers that hold it,
	-- whatever else they hold.
	hits as (
		select held.offer_id as id, a.nth, max(held.weight * a.times) as weight
		from unnest(asked, answers, times) a (nth, word, times)
			join private.offer_word held on held.municipality_id = any (catalogues) and held.word = a.word
		where held.verified_on > private.today() - 365
			and (area is null and age is null and places is null or held.offer_id in (select offers.id from offers))
		group by held.offer_id, a.nth
	),
	-- A word that few offers hold says more than one that many hold. In whole numbers, which add up to the same in any order.
	rare as (
		select nth, round(1000000 * ln(1 + (select count(*) from offers) / count(*)::float))::bigint as weight from hits group by nth
	),
	ranked as (
		select id, count(*) as words_held, sum(hits.weight * rare.weight) as score from hits join rare using (nth) group by id
	),
	-- Offers that hold all the words; where there are none, those that hold most of them.
	best as (
		select id, score from ranked where words_held = (select max(words_held) from ranked)
	)
	select o.id, row_number() over (order by b.score desc, o.title, o.id)
	from best b join offers o using (id)
	order by 2 limit least(greatest(most, 1), 200) + 1 offset greatest(skip, 0);
end
$$;
comment on function private.found_offers(text, public.life_area, integer, text, integer, integer, uuid[]) is 'What search_offers shows, in order.';
grant execute on function private.found_offers(text, public.life_area, integer, text, integer, integer, uuid[]) to authenticated;

create function public.search_offers(
	words text default '', area public.life_area default null, age integer default null, town text default null,
	skip integer default 0, most integer default 50, within uuid[] default null
) returns setof public.offer
language sql stable set search_path = ''
as $$
	select o.* from private.found_offers(words, area, age, town, skip, most, within) f join public.offer o on o.id = f.offer_id
	order by f.place limit 200 + 1
$$;
comment on function public.search_offers(text, public.life_area, integer, text, integer, integer, uuid[]) is
	'The catalogue searched in Danish: inflections, compounds, æøå typed as ae, oe, aa, misspellings (spell_offers). Best first, so many after those skipped (at most 200) and one more where there are more. Only what families may see, also for professionals; of the municipalities within alone, where some are said. Row security applies: the caller''s own.';
grant execute on function public.search_offers(text, public.life_area, integer, text, integer, integer, uuid[]) to authenticated;

-- Offers tied to a family and its goals: suggested, answered, used (O2).

create type public.offer_state as enum ('suggested', 'interested', 'signed_up', 'started', 'finished', 'not_for_us');
comment on type public.offer_state is 'How far a family is with an offer (O2).';

create table public.family_offer (
	id uuid primary key,
	family_id uuid not null references public.family on delete cascade,
	offer_id uuid not null,
	municipality_id uuid,
	goal_id uuid,
	-- Asked at the end: the rule offer_is_for_a_member answers first, and alike to a stranger and to nobody at all.
	about_id uuid references public.person on delete cascade deferrable initially deferred,
	suggested_by uuid references public.person on delete set null,
	reason text,
	state public.offer_state not null default 'suggested',
	created_at timestamptz not null default now(),
	answered_by uuid references public.person on delete set null,
	answered_at timestamptz,
	said_at timestamptz,
	-- Set by the database, so that nobody need say it; and always there.
	constraint offer_has_a_municipality check (municipality_id is not null),
	constraint offer_is_of_the_same_municipality foreign key (offer_id, municipality_id)
		references public.offer (id, municipality_id) on delete restrict,
	constraint offer_is_for_a_goal_of_the_family foreign key (goal_id, family_id)
		references public.goal (id, family_id) on delete set null (goal_id),
	-- Two siblings can be at one club, and the whole family may have been suggested it too.
	constraint offer_once_for_each unique nulls not distinct (family_id, offer_id, about_id),
	constraint answer_has_its_time check ((state = 'suggested') = (answered_at is null)),
	constraint answer_has_its_person check (answered_at is not null or answered_by is null),
	constraint reason_at_most_500 check (length(reason) <= 500)
);
comment on table public.family_offer is 'An offer tied to a family or one of it, usually for a goal, with the reason (O2).';
comment on column public.family_offer.about_id is 'Who is to use it; null: the whole family.';
comment on column public.family_offer.municipality_id is
	'The family''s when it was tied, set by the database: an offer is of the family''s own municipality.';
comment on column public.family_offer.reason is 'Why it was suggested, in plain words.';
comment on column public.family_offer.said_at is
	'When the answer was given: what waited on a phone was said then, and reached us at answered_at. Set by the database.';
create index on public.family_offer (offer_id, municipality_id);
create index on public.family_offer (goal_id, family_id);
create index on public.family_offer (about_id);
create index on public.family_offer (suggested_by);
create index on public.family_offer (answered_by);

create function private.place_family_offer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	new.municipality_id := (select f.municipality_id from public.family f where f.id = new.family_id);
	return new;
end
$$;
comment on function private.place_family_offer() is
	'The municipality is the family''s.';
create trigger begins_now before insert on public.family_offer
	for each row execute function private.begins_now('created_at', 'said_at');
create trigger place_family_offer before insert on public.family_offer
	for each row execute function private.place_family_offer();

create function private.stamp_offer_answer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if tg_op = 'UPDATE' and new.state = old.state then
		-- Nobody any more, when who answered is erased.
		new.answered_by := case when new.answered_by is not null then old.answered_by end;
		new.answered_at := old.answered_at;
	elsif new.state = 'suggested' then
		if tg_op = 'UPDATE' then
			perform private.refuse('answered_offer_stays_answered', 'an answer is changed, not taken away');
		end if;
		new.answered_by := null;
		new.answered_at := null;
	elsif private.uid() is not null then
		new.answered_by := private.uid();
		new.answered_at := now();
	end if;
	return new;
end
$$;
comment on function private.stamp_offer_answer() is
	'Who answers is who asks the database, and when is now: only who fills a database (the owner) brings others. The same answer again is no new one.';
create trigger stamp_offer_answer before insert or update on public.family_offer
	for each row execute function private.stamp_offer_answer();

create function private.stand_by_answer() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	new.answered_by := coalesce(private.uid(), new.answered_by);
	return new;
end
$$;
comment on function private.stand_by_answer() is
	'What a child has answered is a parent''s too when a parent says the same (update_about_me). Who says what the offer is for answers nothing.';
-- By its name after stamp_offer_answer.
create trigger stands_by_answer before update of state on public.family_offer
	for each row when (old.state = new.state and old.answered_by = old.about_id) execute function private.stand_by_answer();
create trigger says_when_first before insert on public.family_offer
	for each row when (new.state <> 'suggested') execute function private.says_when();
create trigger keep_from_api before update on public.family_offer
	for each row execute function private.keep_from_api('said_at');
create trigger says_when before update on public.family_offer
	for each row when (old.state <> new.state) execute function private.says_when();
create trigger says_again before update of state on public.family_offer
	for each row when (old.state = new.state) execute function private.says_again();
create trigger stays before update on public.family_offer for each row execute function private.stays(
	'id', 'family_id', 'offer_id', 'municipality_id', 'about_id', 'suggested_by', 'reason', 'created_at'
);

create trigger check_offer_about after insert on public.family_offer
	for each row when (new.about_id is not null) execute function private.check_about('offer_is_for_a_member');

create function private.check_offer_goal() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if private.uid() is null then return null; end if;
	-- The same once more too: it is not shown as what the offer is for.
	if private.is_off_the_plan(new.goal_id) then
		perform private.refuse('offer_is_for_a_goal_that_stands', 'it was taken off the plan');
	end if;
	if tg_op = 'UPDATE' and new.goal_id is not distinct from old.goal_id then return null; end if;
	if not exists (
		select from public.goal g
		where g.id = new.goal_id and (
			g.about_id is null or g.about_id = private.uid()
			or g.family_id = any ((select private.my_coordinated_families())::uuid[])
			or (
				g.family_id = any ((select private.my_households())::uuid[]) and (
					g.about_id = any ((select private.my_children())::uuid[])
					or g.id = any ((select private.my_goals_left_behind())::uuid[])
				)
			)
		)
	) then
		perform private.refuse('offer_not_for_anothers_own_goal', 'a goal of somebody''s own is theirs to tie an offer to');
	end if;
	return null;
end
$$;
comment on function private.check_offer_goal() is
	'An offer is tied to a goal of the whole family or one''s own, by a parent to one of the children''s too; the coordinator may suggest it for any goal in the plan. Asked after row security, and when the goal is chosen: it stays when the answer changes. To what was taken off the plan nobody ties one: its words would come back. Only who fills a database (the owner) ties others.';
-- By its name after the foreign key, which says that the goal is not in this plan.
create trigger check_offer_goal after insert or update of goal_id on public.family_offer
	for each row when (new.goal_id is not null) execute function private.check_offer_goal();

-- What the family said of an offer is a record, as its plan is. Only who fills a database (the owner), and erases, writes
-- it all the same, and the same again is refused too: nobody is told any more. By their names after the checks above,
-- which say what is wrong with it anyway.
create trigger plan_is_open after insert on public.family_offer
	for each row when (private.uid() is not null) execute function private.check_plan_is_open();
create trigger plan_is_open_still after update of state, goal_id on public.family_offer
	for each row when (private.uid() is not null) execute function private.check_plan_is_open();

create function private.my_offers() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(select f.offer_id from public.family_offer f where f.family_id = any ((select private.my_families())::uuid[]));
end
$$;
comment on function private.my_offers() is 'Offers tied to my families.';
grant execute on function private.my_offers() to authenticated;

-- Row security

create policy select_chosen on public.offer for select to authenticated
	using (id = any ((select private.my_offers())::uuid[]));
comment on policy select_chosen on public.offer is 'Families keep what they were suggested or chose, also when it has stopped.';

alter table public.family_offer enable row level security;
alter table public.family_offer force row level security;
grant select,
	insert (id, family_id, offer_id, goal_id, about_id, suggested_by, reason, state),
	update (goal_id, state)
	on public.family_offer to authenticated;
create policy select_plan on public.family_offer for select to authenticated
	using (family_id = any (array(select a.family_id from private.plan_access a)));
comment on policy select_plan on public.family_offer is 'The family and its team see what was suggested and answered.';
create policy insert_coordinator on public.family_offer for insert to authenticated
	with check (
		family_id = any ((select private.my_coordinated_families())::uuid[])
		and suggested_by = (select private.uid()) and state = 'suggested'
	);
comment on policy insert_coordinator on public.family_offer is 'The coordinator suggests; the family answers.';
create policy insert_household on public.family_offer for insert to authenticated
	with check (
		family_id = any ((select private.my_households())::uuid[])
		and (about_id is null or about_id = any ((select private.my_children())::uuid[]))
		and suggested_by = (select private.uid()) and state <> 'suggested'
	);
comment on policy insert_household on public.family_offer is 'A parent picks an offer for the household or a child of theirs.';
create policy insert_about_me on public.family_offer for insert to authenticated
	with check (
		family_id = any ((select private.my_families())::uuid[]) and about_id = (select private.uid())
		and suggested_by = (select private.uid()) and state <> 'suggested'
	);
comment on policy insert_about_me on public.family_offer is 'Every member picks an offer for themselves.';
create policy update_household on public.family_offer for update to authenticated
	using (
		family_id = any ((select private.my_households())::uuid[])
		and (about_id is null or about_id = any ((select private.my_children())::uuid[]))
	)
	with check (
		family_id = any ((select private.my_households())::uuid[])
		and (about_id is null or about_id = any ((select private.my_children())::uuid[]))
	);
comment on policy update_household on public.family_offer is
	'A parent says interested, or not for us, and how far it is, for the household and the children.';
create policy update_about_me on public.family_offer for update to authenticated
	using (
		family_id = any ((select private.my_families())::uuid[]) and about_id = (select private.uid())
		and (answered_by is null or answered_by = (select private.uid()))
	)
	with check (
		family_id = any ((select private.my_families())::uuid[]) and about_id = (select private.uid())
		and (answered_by is null or answered_by = (select private.uid()))
	);
comment on policy update_about_me on public.family_offer is
	'Everybody answers for themselves; what a parent has answered for a child, or said too, the child does not set back.';
-- no delete: not_for_us is an answer

-- It ends with who left, and goes on when they are back. PostgREST gives it as a column of family_offer.
create function public.about_has_left(offer public.family_offer) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	-- Nothing of the row is believed but its id: anybody can write a row.
	return (
		select o.about_id is not null and not exists (
			select from public.member m
			where m.family_id = o.family_id and m.person_id = o.about_id and m.left_at is null
		)
		from public.family_offer o
		join private.plan_access a on a.family_id = o.family_id and a.person_id = private.uid()
		where o.id = offer.id
	);
end
$$;
comment on function public.about_has_left(public.family_offer) is
	'Whether whom an offer is for is not of the family any more: then nobody answers, and it is over. Told to whoever sees what was suggested.';
grant execute on function public.about_has_left(public.family_offer) to authenticated;

create function public.suggestions_to_answer() returns integer
language sql stable set search_path = ''
as $$
	select count(*)::integer from public.family_offer f
	where f.state = 'suggested' and not public.about_has_left(f)
		and exists (select from public.plan p where p.family_id = f.family_id and p.ended_at is null)
		and (
			(f.family_id = any ((select private.my_families())::uuid[]) and f.about_id = (select private.uid()))
			or (
				f.family_id = any ((select private.my_households())::uuid[])
				and (f.about_id is null or f.about_id = any ((select private.my_children())::uuid[]))
			)
		)
$$;
comment on function public.suggestions_to_answer() is
	'How many suggestions wait for an answer of mine, as update_household and update_about_me say who answers; none for who has left, and none in a family that takes part no more. Asks as who asks.';
grant execute on function public.suggestions_to_answer() to authenticated;

-- Scales of one's own (W1): a name, and what both ends mean. Nobody but the person reads them.

create type public.scale_kind as enum ('physical', 'mental');
comment on type public.scale_kind is 'What an own scale is about: the body or the mind.';

create table public.scale (
	id uuid primary key,
	person_id uuid not null references public.person on delete cascade,
	kind public.scale_kind not null,
	name text not null,
	low_words text not null,
	high_words text not null,
	created_at timestamptz not null default now(),
	retired_at timestamptz,
	constraint scale_is_of_one_person unique (id, person_id),
	constraint scale_name_has_words check (length(btrim(name)) between 1 and 80),
	constraint scale_low_has_words check (length(btrim(low_words)) between 1 and 80),
	constraint scale_high_has_words check (length(btrim(high_words)) between 1 and 80)
);
comment on table public.scale is 'A 0-10 scale of the person''s own, with own words at both ends.';
comment on column public.scale.low_words is 'What 0 means, in own words.';
comment on column public.scale.high_words is 'What 10 means, in own words.';
create index on public.scale (person_id);
create trigger begins_now before insert on public.scale
	for each row execute function private.begins_now('created_at', 'retired_at');
create trigger stamps before update on public.scale for each row execute function private.stamps('retired_at');
create trigger stays before update on public.scale for each row
	execute function private.stays('id', 'person_id', 'kind', 'name', 'low_words', 'high_words', 'created_at');

-- An own scale is used again instead of made anew: the latest answers on each are read at once.
create trigger at_most after insert on public.scale
	for each row execute function private.at_most('scales_at_most_a_hundred', '100', 'person_id');

-- Row security

alter table public.scale enable row level security;
alter table public.scale force row level security;
grant select, insert (id, person_id, kind, name, low_words, high_words), update (retired_at) on public.scale to authenticated;
create policy select_own on public.scale for select to authenticated using (person_id = (select private.uid()));
comment on policy select_own on public.scale is 'My scales are mine.';
create policy insert_own on public.scale for insert to authenticated with check (person_id = (select private.uid()));
comment on policy insert_own on public.scale is 'I make my own scales.';
create policy update_own on public.scale for update to authenticated
	using (person_id = (select private.uid())) with check (person_id = (select private.uid()));
comment on policy update_own on public.scale is 'I stop using a scale; its words never change under old answers.';
-- no delete: old answers need their words

-- Well-being: how people say they are (W1). Nobody but the person reads these tables; what is shared is read
-- through open_shared_ratings and read_shared_ratings in 71_sharing_reading.sql, which write the access log.

create type public.rating_topic as enum ('who5', 'ladder', 'scale', 'smiley');
comment on type public.rating_topic is 'WHO-5, Cantril ladder, a scale of one''s own, smileys for the youngest.';

create table public.rating (
	id uuid primary key,
	person_id uuid not null references public.person on delete cascade,
	topic public.rating_topic not null,
	scale_id uuid,
	answers smallint[] not null,
	score smallint not null generated always as (
		case topic
			when 'who5' then (answers[1] + answers[2] + answers[3] + answers[4] + answers[5]) * 4
			else answers[1]
		end
	) stored,
	rated_at timestamptz not null default now(),
	received_at timestamptz not null default now(),
	constraint rating_on_own_scale foreign key (scale_id, person_id)
		references public.scale (id, person_id) on delete cascade,
	constraint rating_not_in_the_future check (rated_at <= received_at + interval '5 minutes'),
	constraint rating_not_long_ago check (rated_at >= received_at - interval '30 days'),
	constraint rating_answers_fit_topic check (
		array_position(answers, null) is null
		and case topic
			when 'who5' then array_length(answers, 1) = 5 and 0 <= all (answers) and 5 >= all (answers)
			when 'ladder' then array_length(answers, 1) in (1, 2) and 0 <= all (answers) and 10 >= all (answers)
			when 'scale' then array_length(answers, 1) = 1 and 0 <= all (answers) and 10 >= all (answers)
			when 'smiley' then array_length(answers, 1) = 1 and 1 <= all (answers) and 5 >= all (answers)
		end
	),
	constraint own_scale_only_for_topic_scale check ((topic = 'scale') = (scale_id is not null))
);
comment on table public.rating is 'One self-rating. WHO-5 has a score only when all five are answered.';
comment on column public.rating.answers is
	'who5: five answers 0-5 in the order of the sheet; ladder: now, and if answered in five years, 0-10; scale: 0-10; smiley: 1-5.';
comment on column public.rating.score is 'who5: sum x 4, 0-100 (WHO 1998); otherwise the first answer.';
comment on column public.rating.rated_at is 'When the person answered, which without a network is up to 30 days before it was received.';
comment on column public.rating.received_at is 'When it reached the database.';
create index on public.rating (person_id, rated_at desc);
create index on public.rating (scale_id, person_id);

create function private.offered_at(topic public.rating_topic, age integer) returns boolean
language sql immutable
return case
	when age is null or age >= 13 then topic <> 'smiley'
	when age >= 9 then topic in ('smiley', 'who5')
	else topic = 'smiley'
end;
comment on function private.offered_at(public.rating_topic, integer) is
	'What somebody of this age is asked with, as offeredTo in src/lib/wellbeing/wellbeing.ts: WHO-5 was built for adults and is used from 9, smileys are for those under 13. An age that is not known counts as 13 or older.';

create function private.check_rating() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if exists (
		select from private.rating_taken_back t where t.rating_id = new.id and t.person_id = new.person_id
	) then
		perform private.refuse('over_since', 'taken back since');
	end if;
	-- Five minutes of clock error are allowed here too.
	if exists (
		select from public.person p where p.id = new.person_id and new.rated_at < p.created_at - interval '5 minutes'
	) then
		perform private.refuse('rating_not_before_the_person', 'answered before the person was here');
	end if;
	-- On the day of the answer: one given the day before a birthday may arrive after it.
	if not private.offered_at(new.topic, (
		select private.age_on(b.born_on, private.danish_day(new.rated_at)) from public.birth b where b.person_id = new.person_id
	)) then
		perform private.refuse('rating_for_this_age', 'not what somebody of this age is asked with');
	end if;
	return new;
end
$$;
comment on function private.check_rating() is 'Nobody answered before they were here, nor what their age is not asked, and what was taken back does not come back.';
create trigger check_rating after insert on public.rating for each row execute function private.check_rating();
create trigger begins_now before insert on public.rating
	for each row execute function private.begins_now('received_at');
create trigger stays before update on public.rating for each row
	execute function private.stays('id', 'person_id', 'topic', 'scale_id', 'answers', 'rated_at', 'received_at');

create function private.check_scale() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if not private.offered_at('scale', private.age_of(new.person_id)) then
		perform private.refuse('scale_for_this_age', 'not what somebody of this age is asked with');
	end if;
	return null;
end
$$;
comment on function private.check_scale() is 'Nobody makes a scale, or takes one up again, on which they cannot answer (check_rating).';
create trigger check_scale after insert or update of retired_at on public.scale
	for each row when (new.retired_at is null) execute function private.check_scale();

-- A delivery that was lost on its way, or a second one, may arrive after its answer was taken back.
create table private.rating_taken_back (
	rating_id uuid not null,
	person_id uuid not null references public.person on delete cascade,
	-- Whoever uses the id of somebody else's learns nothing by it.
	primary key (person_id, rating_id)
);
comment on table private.rating_taken_back is
	'Answers taken back: nothing of them but that they were, so that they do not come back. Read by the triggers of rating alone.';
comment on column private.rating_taken_back.rating_id is 'The id of the answer that was; its command carries it.';

create function private.remember_taken_back() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Whoever is erased takes this along.
	insert into private.rating_taken_back (rating_id, person_id)
	select old.id, p.id from public.person p where p.id = old.person_id;
	return null;
end
$$;
comment on function private.remember_taken_back() is 'An answer taken back stays so.';
create trigger remember_taken_back after delete on public.rating
	for each row execute function private.remember_taken_back();

-- Row security

alter table public.rating enable row level security;
alter table public.rating force row level security;
grant select, insert (id, person_id, topic, scale_id, answers, rated_at), delete on public.rating to authenticated;
create policy select_own on public.rating for select to authenticated using (person_id = (select private.uid()));
comment on policy select_own on public.rating is 'My answers are mine. Professionals read only through read_shared_ratings.';
create policy insert_own on public.rating for insert to authenticated with check (person_id = (select private.uid()));
comment on policy insert_own on public.rating is 'I answer for myself.';
create policy delete_own on public.rating for delete to authenticated using (person_id = (select private.uid()));
comment on policy delete_own on public.rating is 'I can take an answer back.';
-- no update: an answer is given anew, not rewritten

alter table private.rating_taken_back enable row level security;
alter table private.rating_taken_back force row level security;
-- nobody selects, inserts, updates, deletes: the triggers above only

create function public.latest_ratings(each integer, since date default null) returns setof public.rating
language sql stable set search_path = ''
as $$
	with mine as (
		select r.id, r.rated_at >= since::timestamp at time zone 'Europe/Copenhagen' as is_since,
			row_number() over (partition by r.topic, r.scale_id order by r.rated_at desc, r.id) as place,
			row_number() over (
				partition by r.topic, r.scale_id, r.rated_at >= since::timestamp at time zone 'Europe/Copenhagen'
				order by r.rated_at, r.id
			) as place_from_the_first
		from public.rating r where r.person_id = (select private.uid())
	)
	select r.* from public.rating r join mine m on m.id = r.id
	where m.place <= each or (m.is_since and m.place_from_the_first = 1)
	order by r.rated_at desc, r.id
	limit 1000
$$;
comment on function public.latest_ratings(integer, date) is
	'My newest answers of each topic and each own scale, so many of each, and the first since a day, from which change is measured. Newest first: nine of each is less than 1000 (scales_at_most_a_hundred). Row security applies.';
grant execute on function public.latest_ratings(integer, date) to authenticated;

-- Answers begun and not yet given (S1). Readable by no one but the person.

create table public.rating_draft (
	person_id uuid not null references public.person on delete cascade,
	topic public.rating_topic not null,
	scale_id uuid,
	answers smallint[] not null,
	changed_at timestamptz not null default now(),
	answered_at timestamptz[] not null default '{}',
	constraint one_draft_of_each unique nulls not distinct (person_id, topic, scale_id),
	constraint draft_on_own_scale foreign key (scale_id, person_id)
		references public.scale (id, person_id) on delete cascade,
	constraint draft_answers_fit_topic check (
		array_ndims(answers) = 1
		and case topic
			when 'who5' then cardinality(answers) <= 5 and 0 <= all (answers) and 5 >= all (answers)
			when 'ladder' then cardinality(answers) <= 2 and 0 <= all (answers) and 10 >= all (answers)
			when 'scale' then cardinality(answers) <= 1 and 0 <= all (answers) and 10 >= all (answers)
			when 'smiley' then cardinality(answers) <= 1 and 1 <= all (answers) and 5 >= all (answers)
		end
	),
	constraint own_scale_only_for_topic_scale check ((topic = 'scale') = (scale_id is not null))
);
comment on table public.rating_draft is 'Answers not finished yet. Readable by no one but the person (S1).';
comment on column public.rating_draft.scale_id is 'Each own scale has a draft of its own, so that an answer never lands on another scale.';
comment on column public.rating_draft.answers is 'As in rating; null where nothing is answered yet.';
comment on column public.rating_draft.answered_at is
	'When each of them was answered by the page it was answered on; null where that is not known. What arrives late takes the place of nothing newer.';
create index on public.rating_draft (scale_id, person_id);
create trigger stays before update on public.rating_draft
	for each row execute function private.stays('topic', 'scale_id');

create function private.stamp_draft() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	new.changed_at := now();
	return new;
end
$$;
comment on function private.stamp_draft() is 'When a draft was last changed is a fact.';
create trigger begins_now before insert on public.rating_draft
	for each row execute function private.begins_now('changed_at');
create trigger stamp_draft before update on public.rating_draft
	for each row execute function private.stamp_draft();
create function private.check_draft() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if not private.offered_at(new.topic, private.age_of(new.person_id)) then
		perform private.refuse('draft_for_this_age', 'not what somebody of this age is asked with');
	end if;
	return null;
end
$$;
comment on function private.check_draft() is 'Nobody begins to answer what their age is not asked.';
create trigger check_draft after insert on public.rating_draft for each row execute function private.check_draft();

-- What was on its way while its draft came to an end begins no new one.
create table private.rating_draft_end (
	person_id uuid not null references public.person on delete cascade,
	topic public.rating_topic not null,
	scale_id uuid,
	ended_at timestamptz not null,
	constraint one_end_of_each unique nulls not distinct (person_id, topic, scale_id),
	constraint end_on_own_scale foreign key (scale_id, person_id)
		references public.scale (id, person_id) on delete cascade
);
comment on table private.rating_draft_end is
	'When the last draft of each instrument became an answer, or was thrown away. Read by the triggers of rating_draft alone.';
comment on column private.rating_draft_end.scale_id is 'As in rating_draft.';
create index on private.rating_draft_end (scale_id, person_id);

create function private.hold_drafts(person uuid) returns void
language sql set search_path = ''
begin atomic
	select pg_advisory_xact_lock(hashtextextended('rating_draft' || person, 0));
end;
comment on function private.hold_drafts(uuid) is
	'One after the other: an answer that arrives in the moment its draft ends waits to see that end. Taken before the draft.';

create function private.date_answers() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if tg_op = 'INSERT' then
		perform private.hold_drafts(new.person_id);
		if (select max(answered_at) from unnest(new.answered_at) answered_at) <= (
			select e.ended_at from private.rating_draft_end e
			where e.person_id = new.person_id and e.topic = new.topic and e.scale_id is not distinct from new.scale_id
		) then
			return null;
		end if;
	end if;
	-- A clock may run ahead.
	new.answered_at := array(
		select case when new.answered_at[place] is not null then least(new.answered_at[place], clock_timestamp()) end
		from generate_subscripts(new.answers, 1) place order by place
	);
	return new;
end
$$;
comment on function private.date_answers() is
	'Nothing was answered in the future, and what was answered before the last draft came to an end belongs to that one.';
create trigger date_answers before insert or update on public.rating_draft
	for each row execute function private.date_answers();

create function private.end_draft(whose uuid, about public.rating_topic, scale uuid, ended timestamptz default null)
returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
	was_begun boolean;
begin
	perform private.hold_drafts(whose);
	ended := coalesce(ended, clock_timestamp());
	insert into private.rating_draft_end as e (person_id, topic, scale_id, ended_at)
	values (whose, about, scale, ended)
	on conflict (person_id, topic, scale_id) do update set ended_at = greatest(e.ended_at, excluded.ended_at);
	update public.rating_draft d set answers = array(
		select case when coalesce(d.answered_at[place], d.changed_at) > ended then d.answers[place] end
		from generate_subscripts(d.answers, 1) place order by place
	)
	where d.person_id = whose and d.topic = about and d.scale_id is not distinct from scale;
	was_begun := found;
	delete from public.rating_draft d
	where d.person_id = whose and d.topic = about and d.scale_id is not distinct from scale
		and array_remove(d.answers, null) = '{}';
	return was_begun;
end
$$;
comment on function private.end_draft(uuid, public.rating_topic, uuid, timestamptz) is
	'A draft is over at a moment, null: now. What was begun since stays. Says whether there was one.';

create function private.ends_draft() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- What waited on a phone is dated by a clock that is believed though it is wrong by a minute (onOurClock in outbox.ts).
	perform private.end_draft(
		new.person_id, new.topic, new.scale_id, least(new.rated_at + interval '1 minute', new.received_at)
	);
	return null;
end
$$;
comment on function private.ends_draft() is 'What was begun became an answer.';
create trigger ends_draft after insert on public.rating for each row execute function private.ends_draft();

-- Row security

alter table private.rating_draft_end enable row level security;
alter table private.rating_draft_end force row level security;
-- nobody selects, inserts, updates, deletes: the triggers above only

alter table public.rating_draft enable row level security;
alter table public.rating_draft force row level security;
grant select, insert (person_id, topic, scale_id, answers, answered_at),
	update (person_id, topic, scale_id, answers, answered_at) on public.rating_draft to authenticated;
create policy select_own on public.rating_draft for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.rating_draft is 'My drafts are mine.';
create policy insert_own on public.rating_draft for insert to authenticated
	with check (person_id = (select private.uid()));
comment on policy insert_own on public.rating_draft is 'I begin an answer.';
create policy update_own on public.rating_draft for update to authenticated
	using (person_id = (select private.uid())) with check (person_id = (select private.uid()));
comment on policy update_own on public.rating_draft is 'I go on with it.';
-- nobody deletes: drop_draft, or an answer given

create function public.keep_draft_answer(
	topic public.rating_topic, question integer, answer integer, scale uuid default null,
	answered timestamptz default null
) returns smallint[]
language plpgsql volatile security invoker set search_path = ''
as $$
#variable_conflict use_column
declare
	answers smallint[] := array_fill(null::smallint, array[
		case keep_draft_answer.topic when 'who5' then 5 when 'ladder' then 2 else 1 end
	]);
	answered_at timestamptz[];
	-- A question there is not makes the draft too long (draft_answers_fit_topic).
	place constant integer := least(greatest(question, 0), 6);
begin
	answers[place] := answer;
	-- Not said when, it is now (date_answers).
	answered_at[place] := coalesce(answered, 'infinity');
	insert into public.rating_draft as d (person_id, topic, scale_id, answers, answered_at)
	values (private.uid(), keep_draft_answer.topic, scale, answers, answered_at)
	on conflict (person_id, topic, scale_id) do update set
		answers[place] = excluded.answers[place], answered_at[place] = excluded.answered_at[place]
	where coalesce(d.answered_at[place] <= excluded.answered_at[place], true);
	return coalesce(
		(select d.answers from public.rating_draft d
		where d.person_id = private.uid() and d.topic = keep_draft_answer.topic
			and d.scale_id is not distinct from scale),
		array_fill(null::smallint, array[array_length(answers, 1)])
	);
end
$$;
comment on function public.keep_draft_answer(public.rating_topic, integer, integer, uuid, timestamptz) is
	'Keeps one answer of my draft, null: leaves it out, and returns the draft as it is now. In one statement, so that quick fingers lose none: two answers on their way at once are both kept. What was answered before the same question was answered anew, or before the draft came to an end, changes nothing. Row security applies.';
grant execute on function public.keep_draft_answer(public.rating_topic, integer, integer, uuid, timestamptz)
	to authenticated;

create function public.drop_draft(topic public.rating_topic, scale uuid default null) returns boolean
language sql volatile security definer set search_path = ''
begin atomic
	select private.end_draft((select private.uid()), topic, scale);
end;
comment on function public.drop_draft(public.rating_topic, uuid) is
	'Throws away what I have begun to answer, what is on its way too. Says whether anything of it was here.';
grant execute on function public.drop_draft(public.rating_topic, uuid) to authenticated;

-- Occupied: what occupies whom when, in one place for everything that should not collide (M5). Rooms feed it by a select
-- of their own; what somebody may know of it is decided where it is shown.

create type public.occupation as enum ('meeting');
comment on type public.occupation is 'What can occupy somebody. Grows with the rooms that feed private.occupied.';

create function private.occupied(people uuid[], since timestamptz, until timestamptz)
returns table (
	person_id uuid, family_id uuid, starts_at timestamptz, ends_at timestamptz, source public.occupation, source_id uuid,
	at_work boolean
)
language plpgsql stable set search_path = ''
as $$
#variable_conflict use_column
begin
	if cardinality(people) > 100 or until > since + interval '62 days' then
		perform private.refuse('occupied_in_a_bounded_time', 'at most 100 people, and two months');
	end if;
	return query
		-- Meetings: who is still asked and has not said no. What ends when something else begins does not collide.
		select a.person_id, m.family_id, m.starts_at, m.ends_at, 'meeting'::public.occupation, m.id, exists (
			select from private.plan_access s
			where s.person_id = a.person_id and s.family_id = m.family_id and s.side = 'team'
		)
		from private.still_asked a join public.meeting m on m.id = a.meeting_id
		where a.person_id = any (people) and a.answer is distinct from 'not_coming' and m.cancelled_at is null
			and m.starts_at < until and m.ends_at > since
		-- Efforts, shifts and activities: union all, a select each.
		order by 3, 1, 6;
end
$$;
comment on function private.occupied(uuid[], timestamptz, timestamptz) is
	'What occupies these people between two moments, in order of time: everything that overlaps, as long as it lasts, and whether it is their work. For whole weeks of a household in one question. Granted to nobody: what is in it may be known, whoever asks decides by row security.';

create function private.clashing(meeting uuid)
returns table (person_id uuid, source public.occupation, source_id uuid, at_work boolean)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
declare
	planned public.meeting;
	people uuid[];
begin
	select * into planned from public.meeting m
	where m.id = clashing.meeting and m.cancelled_at is null and m.ends_at > now();
	people := array(
		select a.person_id from private.still_asked a
		where a.meeting_id = planned.id and a.answer is distinct from 'not_coming' and (
			a.person_id = private.uid()
			or (
				not a.from_other_home
				and planned.family_id = any ((select private.my_households() || private.my_coordinated_families())::uuid[])
			)
		)
	);
	return query
		select o.person_id, o.source, o.source_id, o.at_work from private.occupied(people, planned.starts_at, planned.ends_at) o
		where o.source_id <> planned.id;
end
$$;
comment on function private.clashing(uuid) is
	'What else occupies who is asked to a meeting ahead: to whoever calls and moves the family''s meetings everybody but the child''s other home, to others only themselves. Past row security; the API does not show it, clashes below does.';
grant execute on function private.clashing(uuid) to authenticated;

create function public.clashes(meeting uuid) returns table (
	person_id uuid, source public.occupation, source_id uuid, starts_at timestamptz, ends_at timestamptz
)
language sql stable set search_path = ''
as $$
	-- Row security decides what of it is told: where it hides the other meeting, of work no more than that there is
	-- something, and nothing of what somebody has at home.
	select distinct c.person_id, case when m.id is not null then c.source end, m.id, m.starts_at, m.ends_at
	from private.clashing(clashes.meeting) c left join public.meeting m on c.source = 'meeting' and m.id = c.source_id
	where m.id is not null or c.at_work
	order by 4, 1, 3 limit 200 + 1
$$;
comment on function public.clashes(uuid) is
	'For whom a meeting ahead collides with something else, and with what; nulls where the one who looks may not know and it is that person''s work: they are occupied. Only about a meeting that is written down, so that nobody''s days are looked through unseen. In order of time, at most 200 and one more where there are more.';
grant execute on function public.clashes(uuid) to authenticated;

-- Sharing: person x topic x professional x until when (S2). The read, and who has read my answers, stand in
-- 71_sharing_reading.sql.

create type public.share_end as enum ('withdrawn', 'replaced', 'left');
comment on type public.share_end is
	'Why a choice ended before its day: the owner withdrew it, a new one took its place, or the professional left the team or the job, or the owner the family.';

create table public.share (
	id uuid primary key,
	owner_id uuid not null references public.person on delete cascade,
	topic public.rating_topic not null,
	professional_id uuid not null references public.person on delete cascade,
	profession text,
	valid_until date not null,
	created_at timestamptz not null default now(),
	withdrawn_at timestamptz,
	ended_as public.share_end,
	constraint share_end_has_its_reason check ((withdrawn_at is null) = (ended_as is null)),
	constraint share_is_of_one_owner unique (id, owner_id),
	constraint share_at_most_a_year check (valid_until <= private.danish_day(created_at) + 366)
);
comment on table public.share is 'One choice: this professional may read my answers on this topic until this day. Append-only but for withdrawing.';
comment on column public.share.profession is 'As what they were shown to the owner, who chose by that too; null: they were not asked.';
comment on column public.share.valid_until is 'The last day it holds, Danish time.';
comment on column public.share.withdrawn_at is 'Null while it holds. Takes effect at the very next read. Set by the database; ended_as says why.';
create index on public.share (owner_id, created_at desc);
create index on public.share (professional_id, owner_id) where withdrawn_at is null;
create index on public.share (professional_id);

create trigger begins_now before insert on public.share
	for each row execute function private.begins_now('created_at', 'withdrawn_at', 'ended_as');

create function private.replace_share() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Two presses at the same moment wait for each other here.
	perform from public.person p where p.id = new.owner_id for no key update;
	update public.share s set withdrawn_at = now(), ended_as = 'replaced'
	where s.owner_id = new.owner_id and s.professional_id = new.professional_id and s.topic = new.topic
		and s.id <> new.id and s.withdrawn_at is null
		and s.valid_until >= private.today();
	return null;
end
$$;
comment on function private.replace_share() is
	'A new choice takes the place of the former one, so that withdrawing it leaves no older one in force.';
-- By its name after share_with_somebody_around, which asks for the places: those before the people.
create trigger then_replace_share after insert on public.share for each row execute function private.replace_share();

create function private.share_with_somebody_around() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Who is leaving at this moment is waited for, and then is not around.
	perform from public.team_member t
	join public.member m on m.family_id = t.family_id and m.person_id = new.owner_id and m.left_at is null
	where t.professional_id = new.professional_id and t.left_at is null
	for share of t, m;
	if not found then
		perform private.refuse('share_with_somebody_around', 'shared with somebody who is in no team of the owner''s families');
	end if;
	if new.profession is not null and not exists (
		select from public.team_member t join public.job j on j.id = t.job_id
		join public.member m on m.family_id = t.family_id and m.person_id = new.owner_id and m.left_at is null
		where t.professional_id = new.professional_id and t.left_at is null and j.profession = new.profession
	) then
		perform private.refuse('changed_since', 'they are something else than when the form was drawn');
	end if;
	return null;
end
$$;
comment on function private.share_with_somebody_around() is
	'A choice begins with somebody in the team, also when one of the two leaves at the same moment, as what they were shown to the owner. Asked after row security.';
create trigger share_with_somebody_around after insert on public.share
	for each row when (new.withdrawn_at is null) execute function private.share_with_somebody_around();

create function private.end_shares_on_leaving() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	owners uuid[];
	professionals uuid[];
begin
	if tg_table_name = 'member' then
		owners := array[new.person_id];
		professionals := array(select t.professional_id from public.team_member t where t.family_id = new.family_id);
	else
		owners := array(select m.person_id from public.member m where m.family_id = new.family_id);
		professionals := array[new.professional_id];
	end if;
	update public.share s set withdrawn_at = now(), ended_as = 'left'
	where s.owner_id = any (owners) and s.professional_id = any (professionals)
		and s.withdrawn_at is null and s.valid_until >= private.today()
		and not exists (
			select from public.team_member t
			join public.member m on m.family_id = t.family_id and m.person_id = s.owner_id and m.left_at is null
			where t.professional_id = s.professional_id and t.left_at is null
		);
	return null;
end
$$;
comment on function private.end_shares_on_leaving() is
	'Who leaves a team, or the job, reads nothing of its family any more, and of who leaves the family nobody around it does; the choices are not there again when somebody comes back. Unless the professional is in the team of another family of the owner.';
create trigger end_shares_on_leaving after update of left_at on public.team_member
	for each row when (old.left_at is null and new.left_at is not null)
	execute function private.end_shares_on_leaving();
create trigger end_shares_on_leaving after update of left_at on public.member
	for each row when (old.left_at is null and new.left_at is not null)
	execute function private.end_shares_on_leaving();

create function private.stamp_share_end() returns trigger
language plpgsql set search_path = ''
as $$
begin
	if old.withdrawn_at is null and new.withdrawn_at is not null and new.ended_as is null then
		new.ended_as := 'withdrawn';
	end if;
	return new;
end
$$;
comment on function private.stamp_share_end() is 'What is ended without another reason was withdrawn.';
create trigger stamp_share_end before update on public.share
	for each row execute function private.stamp_share_end();
create trigger stamps before update on public.share for each row execute function private.stamps('withdrawn_at');
create trigger keep_from_api before update on public.share for each row
	execute function private.keep_from_api('ended_as');
create trigger stays before update on public.share for each row
	execute function private.stays('id', 'owner_id', 'topic', 'professional_id', 'profession', 'valid_until', 'created_at');

create function private.shared_ratings(
	owner uuid, shared_topic public.rating_topic, before timestamptz, before_id uuid, since date, most integer
)
returns table (
	rating_id uuid, owner_id uuid, topic public.rating_topic, scale_name text, low_words text, high_words text,
	answers smallint[], score smallint, rated_at timestamptz, place integer, of_all integer
)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query
		with theirs as (
			select r.*, row_number() over (order by r.rated_at desc, r.id)::integer as place
			from public.rating r
			where r.person_id = owner and r.topic = shared_topic
				and (before is null or r.rated_at < before or (r.rated_at = before and r.id > before_id))
		),
		newest as (select t.* from theirs t order by t.place limit most),
		-- What change is measured from is shown too, however old it is: of each scale among the newest.
		first as (
			select distinct on (t.scale_id) t.* from theirs t
			where before is null and t.rated_at >= since::timestamp at time zone 'Europe/Copenhagen'
				and exists (select from newest n where n.scale_id is not distinct from t.scale_id)
			order by t.scale_id, t.place desc limit most / 10 + 1
		),
		shown as (select * from newest union select * from first)
		select r.id, r.person_id, r.topic, s.name, s.low_words, s.high_words, r.answers, r.score, r.rated_at,
			r.place, (select count(*)::integer from theirs)
		from shown r left join public.scale s on s.id = r.scale_id
		order by r.place;
end
$$;
comment on function private.shared_ratings(uuid, public.rating_topic, timestamptz, uuid, date, integer) is
	'What a share of this topic shows, newest first: the newest answers (of those after this one in that order when given: several may be of one moment), and the first since a day, from which change is measured. place: its place among all of them, of_all: how many those are. The one definition behind both the preview and the read. Executable by nobody directly.';

create function public.preview_share(shared_topic public.rating_topic)
returns table (
	rating_id uuid, owner_id uuid, topic public.rating_topic, scale_name text, low_words text, high_words text,
	answers smallint[], score smallint, rated_at timestamptz, place integer, of_all integer
)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query
		select * from private.shared_ratings(
			private.uid(), shared_topic, null, null,
			(select min(public.enrolled_on(f)) from public.family f where f.id = any ((select private.my_families())::uuid[])), 200
		);
end
$$;
comment on function public.preview_share(public.rating_topic) is
	'My own answers, exactly as someone sees them with whom I share the topic: the newest 200 and the first since we were enrolled, newest first.';
grant execute on function public.preview_share(public.rating_topic) to authenticated;

-- Row security

alter table public.share enable row level security;
alter table public.share force row level security;
grant select, insert (id, owner_id, topic, professional_id, profession, valid_until), update (withdrawn_at)
	on public.share to authenticated;
create policy select_own on public.share for select to authenticated using (owner_id = (select private.uid()));
comment on policy select_own on public.share is 'I see what I share and shared.';
create policy select_shared on public.share for select to authenticated
	using (
		professional_id = (select private.uid()) and withdrawn_at is null
		and valid_until >= (select private.today())
		and owner_id = any ((select private.my_team_people())::uuid[])
	);
comment on policy select_shared on public.share is 'A professional sees that something is shared with them, while it is. Not the answers.';
create policy insert_own on public.share for insert to authenticated
	with check (
		owner_id = (select private.uid())
		and professional_id = any ((select private.my_family_professionals())::uuid[])
		and valid_until >= (select private.today())
	);
comment on policy insert_own on public.share is 'I share my own answers, with professionals around my family.';
create policy update_own on public.share for update to authenticated
	using (owner_id = (select private.uid()) and withdrawn_at is null and valid_until >= (select private.today()))
	with check (owner_id = (select private.uid()) and withdrawn_at is not null);
comment on policy update_own on public.share is 'I withdraw what holds; what has run out stays as it ended, and nothing is un-withdrawn.';
-- no delete: the choices stay as history

-- Reading shared answers, and who has read mine (S3).

create table public.access_log (
	id uuid primary key default gen_random_uuid(),
	reading_id uuid not null,
	opened_in xid8 not null default pg_current_xact_id(),
	owner_id uuid references public.person on delete set null,
	reader_id uuid references public.person on delete set null,
	job_id uuid,
	share_id uuid,
	family_id uuid references public.family on delete set null,
	topic public.rating_topic not null,
	as_coordinator boolean not null,
	reader_name text,
	profession text not null,
	place text not null,
	answers_read integer,
	read_at timestamptz not null default now(),
	constraint read_in_a_job foreign key (job_id, reader_id) references public.job (id, person_id)
		on delete set null (job_id),
	constraint read_by_a_choice_of_the_owner foreign key (share_id, owner_id)
		references public.share (id, owner_id) on delete set null (share_id),
	constraint access_log_once_per_reading unique (reading_id, share_id)
);
comment on table public.access_log is 'Every read of somebody''s answers by a professional, committed before an answer can come out (S3).';
comment on column public.access_log.reading_id is 'What was opened by one press of a button: a line for each choice read by it.';
comment on column public.access_log.opened_in is 'The transaction that wrote the line. Answers come out in a later one only: what is seen of this one is then committed.';
comment on column public.access_log.share_id is 'The choice that allowed it: why they could.';
comment on column public.access_log.job_id is 'As what and from where the reader read.';
comment on column public.access_log.as_coordinator is 'Whether the reader was the family''s coordinator then.';
comment on column public.access_log.reader_name is 'What the reader was called then. Null once they are erased.';
comment on column public.access_log.profession is 'The reader''s profession then, in plain words.';
comment on column public.access_log.place is 'The name of the organisation the reader read from, then.';
comment on column public.access_log.answers_read is 'How many answers were shown. Null: opened, and nobody knows whether any was.';
comment on column public.access_log.read_at is 'When it was opened; from then on it counts as read.';
create index on public.access_log (owner_id, read_at desc);
create index on public.access_log (reader_id);
create index on public.access_log (job_id, reader_id);
create index on public.access_log (share_id, owner_id);
create index on public.access_log (family_id);
create trigger stamp_as_what before insert on public.access_log
	for each row execute function private.stamp_as_what();

create function private.stamp_reader_name() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	new.reader_name := (select p.name from public.person p where p.id = new.reader_id);
	return new;
end
$$;
comment on function private.stamp_reader_name() is 'Who has read is called afterwards what they were called then, whatever they call themselves since.';
create trigger stamp_reader_name before insert on public.access_log
	for each row execute function private.stamp_reader_name();

-- Reading takes two transactions. Whoever reads can make the statement fail after the answers are there, by casting a
-- column of the result or asking for a rollback: the value stands in the error message, and everything the transaction
-- wrote is gone. So one writes the line and is committed, and another one shows the answers.

create function private.shares_in_force(family uuid) returns setof public.share
language plpgsql stable security definer set search_path = ''
as $$
begin
	if (family = any (private.my_team_families())) is not true then
		raise exception 'not in the team of this family' using errcode = '42501';
	end if;
	return query
		select distinct on (s.owner_id, s.topic) s.*
		from public.share s
		join public.member m on m.person_id = s.owner_id and m.family_id = family and m.left_at is null
		where s.professional_id = private.uid() and s.withdrawn_at is null
			and s.valid_until >= private.today()
		order by s.owner_id, s.topic, s.valid_until desc;
end
$$;
comment on function private.shares_in_force(uuid) is
	'What the members of a family share with me now, one choice for each person and topic; refused outside the team. Executable by nobody directly.';

create function public.open_shared_ratings(family uuid, before timestamptz default null, before_id uuid default null)
returns uuid
language plpgsql volatile security definer set search_path = ''
as $$
declare
	reading uuid := gen_random_uuid();
begin
	-- Asked by itself: joined with a team in which nobody is, PostgreSQL need not ask, and refuses nobody.
	perform from private.shares_in_force(family) limit 1;
	insert into public.access_log
		(reading_id, owner_id, reader_id, job_id, share_id, family_id, topic, as_coordinator)
	select reading, s.owner_id, s.professional_id, t.job_id, s.id, family, s.topic,
		family = any ((select private.my_coordinated_families())::uuid[])
	from private.shares_in_force(family) s
	join public.team_member t on t.family_id = family and t.professional_id = s.professional_id and t.left_at is null
	where exists (select from private.shared_ratings(s.owner_id, s.topic, before, before_id, null, 1));
	return reading;
end
$$;
comment on function public.open_shared_ratings(uuid, timestamptz, uuid) is
	'The first step of reading: writes the access log for everything there is to read now, or of what comes after an answer. Answers with an id also when that is nothing, so that it tells nothing about anybody.';
grant execute on function public.open_shared_ratings(uuid, timestamptz, uuid) to authenticated;

create function public.read_shared_ratings(reading uuid, before timestamptz default null, before_id uuid default null)
returns table (
	rating_id uuid, owner_id uuid, topic public.rating_topic, scale_name text, low_words text, high_words text,
	answers smallint[], score smallint, rated_at timestamptz, place integer, of_all integer
)
language plpgsql volatile security definer set search_path = ''
as $$
declare
	line public.access_log;
	shown integer;
	-- All lines together stay below what PostgREST hands out of one answer (max_rows, 1,000): what it would cut off
	-- without a word is then never read, and never counted as read.
	most integer := least(
		200, 800 / greatest(1, (
			select count(*)::integer from public.access_log l
			where l.reading_id = reading and l.reader_id = private.uid()
		))
	);
begin
	-- Somebody else's is as one that there is not. Locked: the same opening, read twice at the same moment, is read once.
	for line in
		select l.* from public.access_log l
		where l.reading_id = reading and l.reader_id = private.uid() for update
	loop
		if (
			line.opened_in <> pg_current_xact_id()
			and line.answers_read is null and line.read_at >= now() - interval '1 minute'
		) is not true then
			raise exception 'not opened by you, just now, once for each read' using errcode = '42501';
		end if;
		return query
			select r.* from private.shares_in_force(line.family_id) s, private.shared_ratings(
				s.owner_id, s.topic, before, before_id, (select public.enrolled_on(f) from public.family f where f.id = line.family_id), most
			) r
			where s.id = line.share_id
			order by r.place;
		get diagnostics shown = row_count;
		-- Nothing, because it was withdrawn in between, does not prove that nothing was shown: the try before this one
		-- may have failed on purpose.
		update public.access_log l set answers_read = shown where l.id = line.id and shown > 0;
	end loop;
end
$$;
comment on function public.read_shared_ratings(uuid, timestamptz, uuid) is
	'The second step, and the only way a professional reads answers: shows what I opened in an earlier transaction within the last minute and is still shared with me, of each choice the newest 200 (of those after an answer when given), and notes how many those were. Once.';
grant execute on function public.read_shared_ratings(uuid, timestamptz, uuid) to authenticated;

-- Row security

alter table public.access_log enable row level security;
alter table public.access_log force row level security;
grant select (id, owner_id, reader_id, job_id, share_id, family_id, topic, as_coordinator, reader_name, profession, place, answers_read, read_at)
	on public.access_log to authenticated;
create policy select_own on public.access_log for select to authenticated using (owner_id = (select private.uid()));
comment on policy select_own on public.access_log is 'I see who has read my answers, when and why they could.';
-- no insert, update, delete: written by open_shared_ratings and read_shared_ratings alone

create function private.my_readers() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select l.reader_id from public.access_log l where l.owner_id = private.uid()
		union
		select s.professional_id from public.share s where s.owner_id = private.uid()
	);
end
$$;
comment on function private.my_readers() is 'Who has read my answers or may.';
grant execute on function private.my_readers() to authenticated;

create policy select_readers on public.person for select to authenticated
	using (id = any ((select private.my_readers())::uuid[]));
comment on policy select_readers on public.person is 'I know the name of everybody who read my answers, also after they left the team.';

create function private.my_readers_jobs() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(select distinct l.job_id from public.access_log l where l.owner_id = private.uid());
end
$$;
comment on function private.my_readers_jobs() is 'The jobs in which people have read my answers.';
grant execute on function private.my_readers_jobs() to authenticated;

create policy select_readers on public.job for select to authenticated
	using (id = any ((select private.my_readers_jobs())::uuid[]));
comment on policy select_readers on public.job is 'I know as what somebody read my answers, also after they left the team.';

-- Jobs over time: a colleague gets one more, one ends; and leaving one team. What ends with a job or a team stands here
-- too, because it is said before.

create unique index organisation_named_once on public.organisation (municipality_id, lower(btrim(name)));

create function private.led_organisation(organisation uuid) returns public.organisation
language plpgsql stable security definer set search_path = ''
as $$
declare
	place public.organisation;
begin
	select o.* into place from public.organisation o
	where o.id = organisation and o.municipality_id = any ((select private.my_led_municipalities())::uuid[]);
	if not found then
		raise exception 'only the project lead, in an organisation of the municipality' using errcode = '42501';
	end if;
	return place;
end
$$;
comment on function private.led_organisation(uuid) is
	'The organisation, when I lead the project where it is. Executable by nobody directly.';

create function public.give_job(id uuid, person uuid, organisation uuid, profession text) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	place public.organisation := private.led_organisation(organisation);
	is_over boolean;
begin
	-- A last job that ends at the same moment is waited for.
	perform from public.person p where p.id = person for no key update;
	-- Nobody gives themselves work, and whoever has gone is asked first: by an invitation.
	if person = private.uid() or not exists (
		select from public.job j
		where j.person_id = person and j.municipality_id = place.municipality_id and j.left_at is null
	) then
		raise exception 'only to somebody else who works here' using errcode = '42501';
	end if;
	-- The same press delivered twice is one job; the id of another one is refused by the insert.
	select j.left_at is not null into is_over from public.job j
	where j.id = give_job.id and j.person_id = person and j.organisation_id = organisation
		and j.profession = btrim(give_job.profession);
	if is_over then
		perform private.refuse('over_since', 'ended since');
	elsif found then
		return;
	end if;
	insert into public.job (id, person_id, organisation_id, municipality_id, profession)
	values (give_job.id, person, place.id, place.municipality_id, btrim(give_job.profession));
end
$$;
comment on function public.give_job(uuid, uuid, uuid, text) is
	'The project lead gives a colleague one more job in the municipality, beside those they have. It opens no family: a team does.';
grant execute on function public.give_job(uuid, uuid, uuid, text) to authenticated;

create function public.end_job(job uuid) returns boolean
language plpgsql volatile security definer set search_path = ''
as $$
declare
	ending public.job;
begin
	select j.* into ending from public.job j
	where j.id = job and (j.person_id = private.uid() or j.municipality_id = any ((select private.my_led_municipalities())::uuid[]))
	for no key update;
	if not found then
		raise exception 'only one''s own job, or as the project lead' using errcode = '42501';
	end if;
	if ending.is_project_lead and ending.left_at is null then
		-- Two who end each other's wait for each other here.
		perform from public.municipality m where m.id = ending.municipality_id for no key update;
		if not exists (
			select from public.job j
			where j.municipality_id = ending.municipality_id and j.id <> job and j.is_project_lead and j.left_at is null
		) then
			perform private.refuse('project_has_a_lead', 'nobody would lead the project');
		end if;
	end if;
	-- The places that end with it, before the person: as whoever ends one of them takes it.
	perform from public.team_member t where t.job_id = job and t.left_at is null order by t.id for no key update;
	update public.job j set left_at = now() where j.id = job and j.left_at is null;
	return exists (
		select from public.job j
		where j.person_id = ending.person_id and j.municipality_id = ending.municipality_id and j.left_at is null
	);
end
$$;
comment on function public.end_job(uuid) is
	'Ends a job: one''s own, or as the project lead. Its teams, its coordinator''s roles and what is shared by them end with it, and do not come back with the person. A job that has ended stays so. Answers whether the person still works here.';
grant execute on function public.end_job(uuid) to authenticated;

create function private.shares_only_by(places uuid[])
returns table (id uuid, owner_name text, topic public.rating_topic)
language sql stable set search_path = ''
as $$
	select s.id, p.name, s.topic
	from public.share s join public.person p on p.id = s.owner_id
	where s.professional_id = private.uid() and s.withdrawn_at is null and s.valid_until >= private.today()
		and exists (
			select from public.team_member t
			join public.member m on m.family_id = t.family_id and m.person_id = s.owner_id and m.left_at is null
			where t.professional_id = s.professional_id and t.id = any (places) and t.left_at is null
		)
		and not exists (
			select from public.team_member t
			join public.member m on m.family_id = t.family_id and m.person_id = s.owner_id and m.left_at is null
			where t.professional_id = s.professional_id and t.id <> all (places) and t.left_at is null
		)
	order by p.name, s.topic, s.id limit 200 + 1
$$;
comment on function private.shares_only_by(uuid[]) is
	'What people share with me whom only these places in teams bring me around, at most 200 and one more where there are more. Asks as whoever looks.';
grant execute on function private.shares_only_by(uuid[]) to authenticated;

create function public.shares_ending_with_job(job uuid)
returns table (id uuid, owner_name text, topic public.rating_topic)
language sql stable set search_path = ''
as $$
	select * from private.shares_only_by(array(select t.id from public.team_member t where t.job_id = job))
$$;
comment on function public.shares_ending_with_job(uuid) is
	'What people share with me that ends with this job of mine, because no other job brings me around them. Asks as whoever looks: to a project lead it says nothing, who shares with whom is not theirs to know.';
grant execute on function public.shares_ending_with_job(uuid) to authenticated;

create function public.shares_ending_with_place(team_member uuid)
returns table (id uuid, owner_name text, topic public.rating_topic)
language sql stable set search_path = ''
as $$
	select * from private.shares_only_by(array[team_member])
$$;
comment on function public.shares_ending_with_place(uuid) is
	'What people share with me that ends when I leave this team, because no other team brings me around them.';
grant execute on function public.shares_ending_with_place(uuid) to authenticated;

-- Leaving one team

create function public.leave_team(team_member uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	-- Left twice is left once: the database keeps the first moment.
	update public.team_member t set left_at = now()
	where t.id = leave_team.team_member and t.professional_id = private.uid();
	if not found then
		raise exception 'only one''s own place in a team' using errcode = '42501';
	end if;
	if exists (
		select from public.team_member t
		join public.team_member before using (family_id, professional_id)
		where before.id = leave_team.team_member and t.left_at is null
	) then
		perform private.refuse('in_team_again', 'they have come into the team again since, by another place');
	end if;
end
$$;
comment on function public.leave_team(uuid) is
	'A professional leaves the team of a family, and keeps the job. What ends with it ends as when somebody is taken out: being coordinator, what is shared, what they invited; the family reads that they left by themselves.';
grant execute on function public.leave_team(uuid) to authenticated;

-- Row security

grant insert (id, municipality_id, kind, name) on public.organisation to authenticated;
create policy insert_lead on public.organisation for insert to authenticated
	with check (municipality_id = any ((select private.my_led_municipalities())::uuid[]));
comment on policy insert_lead on public.organisation is 'The project lead adds where people work with the families of the municipality.';

grant update (name, revision) on public.organisation to authenticated;
create trigger stays before update on public.organisation
	for each row execute function private.stays('id', 'municipality_id', 'kind');
create policy update_lead on public.organisation for update to authenticated
	using (municipality_id = any ((select private.my_led_municipalities())::uuid[]))
	with check (municipality_id = any ((select private.my_led_municipalities())::uuid[]));
comment on policy update_lead on public.organisation is
	'The project lead puts the name of a place right. What is read from it follows; what has been keeps what it said.';

create function public.meetings_without(places uuid[]) returns table (place_id uuid, meetings integer, alone integer)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select t.id, count(*)::integer, count(*) filter (where not exists (
		select from private.still_asked s
		where s.meeting_id = m.id and s.person_id <> t.professional_id and (s.from_other_home or exists (
			select from public.team_member o
			where o.family_id = t.family_id and o.professional_id = s.person_id and o.left_at is null
		))
	))::integer
	from public.team_member t
	join public.meeting m on m.family_id = t.family_id and m.ends_at > now() and m.cancelled_at is null
	join private.still_asked a on a.meeting_id = m.id and a.person_id = t.professional_id
	where t.id = any (places) and t.left_at is null
		and (t.professional_id = (select private.uid()) or t.family_id = any ((select private.my_led_families())::uuid[]))
	group by t.id order by t.id limit 1000;
end
$$;
comment on function public.meetings_without(uuid[]) is
	'Of these places in teams: to how many meetings ahead whoever has it is asked, and to how many of them nobody from outside the family would come without them. Told to who leaves and to the project lead; of the meetings nothing else.';
grant execute on function public.meetings_without(uuid[]) to authenticated;

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

-- Saying yes for the family (F4): into a family that has a parent, an invitation opens nothing before one of its
-- parents has said yes. docs/decisions/011-new-people.md says why.

create function private.family_vouches(invited public.invitation) returns boolean
language sql stable security definer set search_path = ''
as $$
	select exists (
		select from public.member m
		where m.family_id = invited.family_id and m.person_id = invited.agreed_by and m.role = 'parent' and m.left_at is null
			-- Who has been away comes back as somebody new: what they said yes to before was theirs to say then.
			and m.joined_at <= invited.agreed_at
	)
$$;
comment on function private.family_vouches(public.invitation) is
	'Whether a parent has said yes who has been in the household ever since. Granted to nobody.';

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
	return not private.family_vouches(invited);
end
$$;
comment on function private.waits_for_family(public.invitation) is
	'Whether a parent of the family has yet to say yes. Granted to nobody: what is told of it asks first who wants to know.';

create function public.invitations_that_wait(families uuid[], skip integer, most integer)
returns table (invitation_id uuid, of_all integer)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select i.id, (count(*) over ())::integer from public.invitation i
	where i.accepted_at is null and i.revoked_at is null and i.expires_at > now() and i.family_id = any (families)
		and i.family_id = any ((
			select private.my_led_families() || private.my_coordinated_families() || private.my_households()
		)::uuid[])
		and private.waits_for_family(i)
	order by i.created_at desc, i.id desc limit least(greatest(most, 1), 200) offset greatest(skip, 0);
end
$$;
comment on function public.invitations_that_wait(uuid[], integer, integer) is
	'Which of the open invitations I see into these families wait for a yes of theirs, the newest first, so many at a time and of how many.';
grant execute on function public.invitations_that_wait(uuid[], integer, integer) to authenticated;

create function public.invitations_open(invitations uuid[])
returns table (invitation_id uuid, waits boolean, stage public.life_stage, age integer)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select i.id, private.waits_for_family(i),
		case when i.born_on is not null then private.stage_on(i.member_role, i.born_on, private.today()) end,
		case when i.family_id = any ((select private.my_households())::uuid[]) then private.age_on(i.born_on, private.today()) end
	from public.invitation i
	where i.id = any (invitations) and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
		and i.family_id = any ((
			select private.my_led_families() || private.my_coordinated_families() || private.my_households()
		)::uuid[])
	order by i.created_at desc, i.id desc limit 1000;
end
$$;
comment on function public.invitations_open(uuid[]) is
	'Of these invitations into families those that are open and that I see: whether each waits for a yes of the family; and what the date makes of whoever is invited, the stage of life, and to the parents who say yes the age; nothing where none is given. A child of 46 is not let in as "a child".';
grant execute on function public.invitations_open(uuid[]) to authenticated;

create function public.agree_to_invitation(invitation uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	invited public.invitation;
begin
	select i.* into invited from public.invitation i
	where i.id = agree_to_invitation.invitation and i.family_id = any ((select private.my_households())::uuid[])
	for update;
	-- Who invites does not say yes for the family, whatever else they are.
	if not found or invited.invited_by = private.uid() or not private.decides_as_parent(invited.family_id) then
		raise exception 'not yours to answer' using errcode = '42501';
	end if;
	if invited.accepted_at is not null or invited.revoked_at is not null or invited.expires_at <= now() then
		perform private.refuse('invitation_is_still_open', 'accepted, revoked or expired');
	end if;
	if private.waits_for_family(invited) then
		update public.invitation i set
			agreed_at = now(), agreed_by = private.uid(),
			-- Whoever waited for the yes has the whole time again.
			expires_at = now() + interval '14 days'
		where i.id = invited.id;
	end if;
end
$$;
comment on function public.agree_to_invitation(uuid) is
	'A parent says yes to somebody joining the household (B4): without it the code opens nothing. A no is to stop the invitation. Not by who wrote it.';
grant execute on function public.agree_to_invitation(uuid) to authenticated;

-- Who invites and then may invite no more

create function private.nobody_answers_for(invited public.invitation, jobs uuid[] default '{}', places uuid[] default '{}')
returns boolean
language sql stable security definer set search_path = ''
as $$
	select not private.family_vouches(invited)
		and not exists (
			select from public.job j
			where j.person_id = invited.invited_by and j.municipality_id = invited.municipality_id and j.is_project_lead
				and j.left_at is null and j.id <> all (jobs)
		)
		and not exists (
			select from public.coordinator_choice c
			where c.professional_id = invited.invited_by and c.family_id = invited.family_id and c.answer = 'accepted'
				and c.ended_at is null
				and not exists (
					select from public.team_member t
					where t.professional_id = c.professional_id and t.family_id = c.family_id and t.id = any (places)
				)
		)
$$;
comment on function private.nobody_answers_for(public.invitation, uuid[], uuid[]) is
	'Whether no parent has said yes to it and who made it may invite there no more, when these jobs and places in teams end. What is said to end and what ends ask here. Granted to nobody.';

create function private.end_unvouched_invitations() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	inviter uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
	update public.invitation i set revoked_at = now(), inviter_left = true
	where i.invited_by = inviter and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
		and private.nobody_answers_for(i);
	return null;
end
$$;
comment on function private.end_unvouched_invitations() is
	'Ends the invitations of somebody who may invite there no more, as a choice ends with who leaves; they do not come back with the person. But for those a parent has said yes to: the family vouches for them. Its argument is the column that names the person.';
-- Called so that they run after keep_plan_access and end_choice_on_leaving: the family before the invitation, as joining
-- takes them.
create trigger stop_invitations after update of left_at on public.job
	for each row when (old.left_at is null and new.left_at is not null and new.is_project_lead)
	execute function private.end_unvouched_invitations('person_id');
create trigger stop_invitations after update of ended_at on public.coordinator_choice
	for each row when (old.ended_at is null and new.ended_at is not null and new.answer = 'accepted')
	execute function private.end_unvouched_invitations('professional_id');

create function private.inviting_ends(inviter uuid, jobs uuid[], places uuid[]) returns boolean
language sql stable security definer set search_path = ''
as $$
	-- Only the end of what somebody invites by ends invitations (stop_invitations).
	select (
		exists (select from public.job j where j.id = any (jobs) and j.is_project_lead and j.left_at is null)
		or exists (
			select from public.team_member t
			join public.coordinator_choice c on c.family_id = t.family_id and c.professional_id = t.professional_id
			where t.id = any (places) and t.left_at is null and c.answer = 'accepted' and c.ended_at is null
		)
	) and exists (
		select from public.invitation i
		where i.invited_by = inviter and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
			and private.nobody_answers_for(i, jobs, places)
	)
$$;
comment on function private.inviting_ends(uuid, uuid[], uuid[]) is
	'Whether invitations that somebody has made end when these jobs and places in teams of theirs do. Granted to nobody.';

create function public.invitations_ending_with_job(job uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
	select exists (
		select from public.job j
		where j.id = job and j.left_at is null
			and (j.person_id = private.uid() or j.municipality_id = any ((select private.my_led_municipalities())::uuid[]))
			and private.inviting_ends(
				j.person_id, array[j.id], array(select t.id from public.team_member t where t.job_id = j.id)
			)
	)
$$;
comment on function public.invitations_ending_with_job(uuid) is
	'Whether invitations end with this job: told to who has it and to the project lead, who may end it.';
grant execute on function public.invitations_ending_with_job(uuid) to authenticated;

create function public.invitations_ending_with_place(team_member uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
	select exists (
		select from public.team_member t
		where t.id = invitations_ending_with_place.team_member and t.left_at is null and t.professional_id = private.uid()
			and private.inviting_ends(t.professional_id, '{}', array[t.id])
	)
$$;
comment on function public.invitations_ending_with_place(uuid) is
	'Whether invitations I have made end when I leave this team.';
grant execute on function public.invitations_ending_with_place(uuid) to authenticated;

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

-- Opening an invitation with its code: what it says, and whether it waits for or is meant for whoever is signed in.

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

-- The family's log: who came into the family or its team, who left, and who saw to it. Written by triggers, read by the
-- family, changed by nobody. What of it is new stands in 89_arrivals.sql.

create type public.family_event_kind as enum ('joined', 'left', 'joined_team', 'left_team', 'new_profession', 'birth_corrected', 'joined_elsewhere', 'left_elsewhere', 'parent_elsewhere', 'parent_left_elsewhere', 'renamed');
comment on type public.family_event_kind is 'joined, left: a member of the family; joined_team, left_team: a professional; new_profession: a professional of the team is something else now; joined_elsewhere, left_elsewhere: a child of the family has one more home, or has it no more; parent_elsewhere, parent_left_elsewhere: in another home of a child there is one more parent, or one less, who sees what is about it; renamed: somebody of the family or its team is called something else now.';

create type public.leaving_reason as enum ('asked_themselves', 'moved_out', 'came_by_mistake', 'decided');
comment on type public.leaving_reason is 'Why the municipality took somebody out of a family: they asked for it; they belong to it no more; they came in by mistake; an authority or a court has decided it.';

create table public.family_event (
	id uuid primary key default gen_random_uuid(),
	family_id uuid not null references public.family on delete cascade,
	kind public.family_event_kind not null,
	happened_at timestamptz not null default now(),
	person_id uuid references public.person on delete set null,
	person_name text,
	member_role public.member_role,
	profession text,
	place text,
	elsewhere text,
	by_id uuid references public.person on delete set null,
	by_name text,
	agreed_by uuid references public.person on delete set null,
	agreed_name text,
	was_first boolean not null default false,
	was_here_until timestamptz,
	is_parent_elsewhere boolean not null default false,
	was_called text,
	is_told_to_them boolean not null default false,
	reason public.leaving_reason,
	made_as text,
	constraint event_made_as_a_fingerprint check (made_as ~ '^[0-9a-f]{64}$'),
	constraint member_or_professional check ((profession is null) = (place is null) and (profession is null or member_role is null))
);
comment on table public.family_event is 'Who came and left, and who saw to it (F4). Append-only.';
comment on column public.family_event.person_name is 'As it was then: who has left is seen no more. Empty when the person is erased; the same for the two names below.';
comment on column public.family_event.member_role is 'As what a member came or left, of a child elsewhere as what there; null for professionals.';
comment on column public.family_event.profession is 'Of a professional, as it was then; null for members.';
comment on column public.family_event.place is 'Of a professional, the name of the organisation as it was then; null for members.';
comment on column public.family_event.elsewhere is 'Of a child in another home: what that family was called then; of a member who left: what this one was, which they see no more.';
comment on column public.family_event.was_first is 'The first parent of the family: nobody was there to say yes.';
comment on column public.family_event.was_here_until is 'Of somebody who joined and had belonged to the family before: until when. Whom a code brought is not always whom it names.';
comment on column public.family_event.is_parent_elsewhere is 'Of somebody who joined: they are a parent in another home of a child of the family.';
comment on column public.family_event.was_called is 'Of somebody who is called something else now: the name before.';
comment on column public.family_event.is_told_to_them is 'Of a corrected date of birth: the person is 13 or older by the date before or after, and reads it too.';
comment on column public.family_event.reason is 'Of a member whom the municipality took out: why. Null: nobody of the municipality saw to it.';
comment on column public.family_event.made_as is 'Of a member whom the municipality took out: the SHA-256 of what that was done with, signed by whoever made it; the same form sent again is known by it.';
comment on column public.family_event.by_id is 'Who saw to it: who invited, put into the team, or took out. Null: nobody who is known.';
comment on column public.family_event.by_name is 'As it was then.';
comment on column public.family_event.agreed_name is 'As it was then.';
comment on column public.family_event.agreed_by is 'Which parent said yes to somebody joining. Null: there was nobody to ask, or nobody needs to be.';
create index on public.family_event (family_id, happened_at desc);
create index on public.family_event (person_id);
create index on public.family_event (by_id);
create index on public.family_event (agreed_by);

create function private.note_family_event(
	family uuid, kind public.family_event_kind, at timestamptz, person uuid, role public.member_role, job uuid,
	by uuid, agreed uuid default null, elsewhere text default null, was_called text default null,
	is_told_to_them boolean default false
) returns void
language sql volatile security definer set search_path = ''
as $$
	insert into public.family_event
		(family_id, kind, happened_at, person_id, person_name, member_role, profession, place, by_id, by_name, agreed_by,
		agreed_name, elsewhere, was_called, is_told_to_them, was_here_until, is_parent_elsewhere, was_first)
	values (
		family, kind, at, person, (select p.name from public.person p where p.id = person), role,
		(select j.profession from public.job j where j.id = job),
		(select o.name from public.organisation o join public.job j on j.organisation_id = o.id where j.id = job),
		by, (select p.name from public.person p where p.id = by),
		agreed, (select p.name from public.person p where p.id = agreed), elsewhere, was_called, is_told_to_them,
		case when kind = 'joined' then (
			select max(m.left_at) from public.member m where m.family_id = family and m.person_id = person
		) end,
		kind = 'joined' and exists (
			select from private.parents_of_children p join public.member ours on ours.person_id = p.child_id
			where p.person_id = person and p.home_id <> family
				and ours.family_id = family and ours.role = 'child' and ours.left_at is null
		),
		kind = 'joined' and role = 'parent' and not exists (
			select from public.family_event earlier
			where earlier.family_id = family and earlier.kind = 'joined' and earlier.member_role = 'parent'
		)
	)
$$;
comment on function private.note_family_event(uuid, public.family_event_kind, timestamptz, uuid, public.member_role, uuid, uuid, uuid, text, text, boolean) is
	'Writes a line of the family''s log. Granted to nobody: the triggers below call it.';

-- What is noted in the family's log (88_family_log.sql): by triggers, so that no way into a family or its team goes past it.

create function private.known_outside(who uuid, home uuid, other_home uuid) returns uuid
language sql stable security definer set search_path = ''
as $$
	select who where not exists (
		select from public.member m where m.person_id = who and m.family_id = home
	) or exists (
		select from public.member m where m.person_id = who and m.family_id = other_home and m.left_at is null
	)
$$;
comment on function private.known_outside(uuid, uuid, uuid) is
	'Who saw to something in a home, as the other home of a child is told it: nobody who is of that home alone. Granted to nobody.';

create function private.note_member() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	invited public.invitation;
begin
	if tg_op = 'INSERT' then
		select i.* into invited from public.invitation i where i.id = new.invitation_id;
		perform private.note_family_event(
			new.family_id, 'joined', new.joined_at, new.person_id, new.role, null, invited.invited_by, invited.agreed_by
		);
		-- The other home sees what is about its child from now on; who is under 15 is told of as whatever they join.
		perform private.note_family_event(
			here.family_id, 'joined_elsewhere', new.joined_at, new.person_id, new.role, null, invited.invited_by,
			coalesce(nullif(private.uid(), new.person_id), invited.agreed_by), f.name
		)
		from public.member here join public.family f on f.id = new.family_id
		where (new.role = 'child' or private.is_asked_for(new.person_id))
			and here.person_id = new.person_id and here.role = 'child' and here.left_at is null
			and here.family_id <> new.family_id;
	else
		perform private.note_family_event(
			new.family_id, 'left', now(), new.person_id, new.role, null, private.uid(), null, f.name
		)
		from public.family f where f.id = new.family_id;
		perform private.note_family_event(
			here.family_id, 'left_elsewhere', now(), new.person_id, new.role, null,
			private.known_outside(private.uid(), new.family_id, here.family_id), null, f.name
		)
		from public.member here join public.family f on f.id = new.family_id
		where (new.role = 'child' or private.is_asked_for(new.person_id))
			and here.person_id = new.person_id and here.role = 'child' and here.left_at is null
			and here.family_id <> new.family_id;
	end if;
	-- Through a new parent what is about the children of the other homes is read by one more; who it is, is that home's.
	perform private.note_family_event(
		there.family_id,
		(case when tg_op = 'INSERT' then 'parent_elsewhere' else 'parent_left_elsewhere' end)::public.family_event_kind,
		case when tg_op = 'INSERT' then new.joined_at else now() end, child.person_id, 'child', null,
		private.known_outside(
			case when tg_op = 'INSERT' then invited.invited_by else private.uid() end, new.family_id, there.family_id
		),
		private.known_outside(invited.agreed_by, new.family_id, there.family_id), f.name
	)
	from public.member child
	join public.member there on there.person_id = child.person_id and there.family_id <> child.family_id
		and there.role = 'child' and there.left_at is null
	join public.family f on f.id = new.family_id
	where new.role = 'parent' and child.family_id = new.family_id and child.role = 'child' and child.left_at is null
		and private.stage_of(child) <> 'adult' and not exists (
			select from public.member too
			where too.family_id = there.family_id and too.person_id = new.person_id and too.role = 'parent'
				and too.left_at is null
		);
	return null;
end
$$;
comment on function private.note_member() is
	'Somebody came into the family or left it, or into or out of another home of a child of it: by whom, and who said yes to that.';
create trigger note_joining after insert on public.member
	for each row execute function private.note_member();
create trigger note_leaving after update of left_at on public.member
	for each row when (old.left_at is null and new.left_at is not null) execute function private.note_member();

create function private.note_team_member() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.note_family_event(
		new.family_id, (case when tg_op = 'INSERT' then 'joined_team' else 'left_team' end)::public.family_event_kind,
		case when tg_op = 'INSERT' then new.joined_at else now() end, new.professional_id, null, new.job_id, private.uid()
	);
	return null;
end
$$;
comment on function private.note_team_member() is 'Somebody came into the team or left it.';
create trigger note_joining after insert on public.team_member
	for each row execute function private.note_team_member();
create trigger note_leaving after update of left_at on public.team_member
	for each row when (old.left_at is null and new.left_at is not null) execute function private.note_team_member();

create function private.note_new_profession() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.note_family_event(
		t.family_id, 'new_profession', now(), new.person_id, null, new.id, private.uid()
	)
	from public.team_member t where t.job_id = new.id and t.left_at is null;
	return null;
end
$$;
comment on function private.note_new_profession() is
	'Somebody in the team is something else now: each family is told, and keeps what they were before in the lines above.';
create trigger note_new_profession after update of profession on public.job
	-- Other letters of the same word are no other profession.
	for each row when (
		lower(btrim(old.profession)) is distinct from lower(btrim(new.profession)) and new.left_at is null
	)
	execute function private.note_new_profession();

create function private.note_new_name() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.note_family_event(
		m.family_id, 'renamed', now(), new.id, m.role, null, private.uid(), was_called => old.name
	)
	from public.member m where m.person_id = new.id and m.left_at is null;
	perform private.note_family_event(
		t.family_id, 'renamed', now(), new.id, null, t.job_id, private.uid(), was_called => old.name
	)
	from public.team_member t where t.professional_id = new.id and t.left_at is null;
	return null;
end
$$;
comment on function private.note_new_name() is
	'Somebody of the family or its team is called something else now: who they were before stays known.';
create trigger note_new_name after update of name on public.person
	for each row when (btrim(old.name) is distinct from btrim(new.name)) execute function private.note_new_name();

create function private.note_birth() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	perform private.note_family_event(
		m.family_id, 'birth_corrected', now(), m.person_id, m.role, null, private.uid(),
		is_told_to_them => 'child' <> any (array[
			private.stage_on(m.role, old.born_on, private.today()), private.stage_of(m)
		])
	)
	from public.member m
	-- What comes with an invitation is part of joining.
	where m.person_id = new.person_id and m.left_at is null and m.joined_at < now() and private.uid() is not null;
	return null;
end
$$;
comment on function private.note_birth() is 'A date of birth was corrected, or said for the first time: who did it, and not the date.';
create trigger note_first after insert on public.birth
	for each row execute function private.note_birth();
create trigger note_correction after update of born_on on public.birth
	for each row when (old.born_on is distinct from new.born_on) execute function private.note_birth();

-- Who reads the family's log (88_family_log.sql), and what its team is told of it.

-- How I left

create function private.my_leavings() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select e.id from public.family_event e
		where e.person_id = private.uid() and e.kind = 'left'
			and (e.reason is not null or e.by_id = private.uid())
			and coalesce(private.age_of(private.uid()) >= private.answers_alone_from(), true)
			-- Whoever came again and went again is out by the last time, also where nothing of that is told.
			and not exists (
				select from public.family_event later
				where later.person_id = e.person_id and later.family_id = e.family_id and later.kind = 'left'
					and (later.happened_at, later.id) > (e.happened_at, e.id)
			)
	);
end
$$;
comment on function private.my_leavings() is
	'The lines of the log that say how I left a family last, by myself or taken out by the municipality, once I am 13. Not that a parent put me out.';
grant execute on function private.my_leavings() to authenticated;

create function private.my_leavings_as_child() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
	return array(
		select e.id from public.family_event e
		where e.person_id = private.uid() and e.kind = 'left'
			and private.age_of(private.uid()) < private.answers_alone_from()
			and not exists (
				select from public.family_event later
				where later.person_id = e.person_id and later.family_id = e.family_id and later.kind = 'left'
					and (later.happened_at, later.id) > (e.happened_at, e.id)
			)
	);
end
$$;
comment on function private.my_leavings_as_child() is
	'The lines of the log that say how I left a family last, as long as I am under 13: that I am out of it is told to me, whoever saw to it, and nothing else of the line (leavings).';
grant execute on function private.my_leavings_as_child() to authenticated;

-- Row security

alter table public.family_event enable row level security;
alter table public.family_event force row level security;
grant select on public.family_event to authenticated;
create policy select_family on public.family_event for select to authenticated
	using (
		family_id = any ((select private.my_families_from_13())::uuid[])
		or (
			(kind in ('joined', 'joined_team') or (is_told_to_them and person_id = (select private.uid())))
			and family_id = any ((select private.my_families())::uuid[])
		)
	);
comment on policy select_family on public.family_event is
	'The family sees who came, who left, and who saw to it; a child under 13 who came, and not who was sent away, but that a date made it one.';
create policy select_own_leaving on public.family_event for select to authenticated
	using (id = any ((select private.my_leavings())::uuid[]));
comment on policy select_own_leaving on public.family_event is
	'Whoever left a family by themselves, or was taken out by the municipality, reads when, by whom and why; a child under 13 hears it from people.';
-- no insert: triggers; no update, delete: append-only

create function public.gone_lately(family uuid) returns table (id uuid, name text, left_at timestamptz)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select e.id, e.person_name, e.happened_at
	from public.family_event e
	where e.family_id = gone_lately.family and e.kind = 'left' and e.person_name is not null
		and gone_lately.family = any ((select private.my_team_families())::uuid[])
		and e.happened_at > now() - interval '30 days'
		and not exists (
			select from public.member m where m.family_id = e.family_id and m.person_id = e.person_id and m.left_at is null
		)
		and not exists (
			select from public.family_event later
			where later.family_id = e.family_id and later.person_id = e.person_id and later.kind = 'left'
				and later.happened_at > e.happened_at
		)
		and exists (
			select from public.team_member t
			where t.family_id = e.family_id and t.professional_id = private.uid() and t.left_at is null
				and t.joined_at < e.happened_at
		)
	order by e.happened_at desc, e.id limit 1000;
end
$$;
comment on function public.gone_lately(uuid) is
	'Who of a family in whose team I am is with it no more, for 30 days: since when. Not how or why, and not before I came.';
grant execute on function public.gone_lately(uuid) to authenticated;

-- What is new in the family and its team: told to each of the family until they say that it is fine. To who has come a
-- parent can say no, for 14 days from when it was first shown to them (89_arrivals_refusing.sql). What is told stands in
-- 89_arrivals_told.sql; here, what has been shown and seen.

create table public.event_seen (
	event_id uuid not null references public.family_event on delete cascade,
	person_id uuid not null references public.person on delete cascade,
	seen_at timestamptz not null default now(),
	constraint event_seen_pkey primary key (event_id, person_id)
);
comment on table public.event_seen is 'What I have been told of the family''s log and think is fine: it is not told again.';
create index on public.event_seen (person_id);

create trigger begins_now before insert on public.event_seen
	for each row execute function private.begins_now('seen_at');

alter table public.event_seen enable row level security;
alter table public.event_seen force row level security;
grant select, insert (event_id, person_id), delete on public.event_seen to authenticated;
create policy select_own on public.event_seen for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.event_seen is 'I see what I have said is fine.';
create policy insert_own on public.event_seen for insert to authenticated
	with check (
		person_id = (select private.uid())
		and (
			event_id in (select e.id from public.family_event e)
			or event_id = any ((select private.my_leavings_as_child())::uuid[])
		)
	);
comment on policy insert_own on public.event_seen is
	'I say of what I see in the log that it is fine; a child under 13 that it has seen where it takes part no more.';
create policy delete_own on public.event_seen for delete to authenticated using (person_id = (select private.uid()));
comment on policy delete_own on public.event_seen is 'I want to be told again: a slip takes nobody''s days to say no.';
-- no update: there is nothing in it to change

create table public.arrival_shown (
	event_id uuid not null references public.family_event on delete cascade,
	person_id uuid not null references public.person on delete cascade,
	shown_at timestamptz not null default now(),
	constraint arrival_shown_pkey primary key (event_id, person_id)
);
comment on table public.arrival_shown is
	'When I was first shown somebody who has come and to whom I may say no: from then on I have 14 days. Mine alone.';
create index on public.arrival_shown (person_id);

create trigger begins_now before insert on public.arrival_shown
	for each row execute function private.begins_now('shown_at');

alter table public.arrival_shown enable row level security;
alter table public.arrival_shown force row level security;
grant select, insert (event_id, person_id) on public.arrival_shown to authenticated;
create policy select_own on public.arrival_shown for select to authenticated
	using (person_id = (select private.uid()));
comment on policy select_own on public.arrival_shown is 'I see what I have been shown.';
create policy insert_own on public.arrival_shown for insert to authenticated
	with check (
		person_id = (select private.uid())
		and event_id in (select e.id from public.family_event e)
	);
comment on policy insert_own on public.arrival_shown is 'A page notes that it has shown me what I see in the log.';
-- no update, delete: the first time is the first time

-- Saying no to who has come (B4): a parent of the family, for some days from when they were first shown it (89_arrivals.sql).

create function private.days_to_say_no() returns interval
language sql immutable
return interval '14 days';
comment on function private.days_to_say_no() is 'How long a parent has to say no to who has come, from when they were first shown it.';
grant execute on function private.days_to_say_no() to authenticated;

create function private.i_may_say_no(family uuid, person uuid, kind public.family_event_kind, came_at timestamptz)
returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return exists (
		select from public.member me
		where me.family_id = family and me.person_id = private.uid() and me.role = 'parent' and me.left_at is null
			and me.joined_at < came_at
	) and not private.leaves_it_to_an_adult(family, came_at) and not exists (
		select from public.family_event e join public.arrival_shown s on s.event_id = e.id
		where e.family_id = i_may_say_no.family and e.person_id = i_may_say_no.person and e.kind = i_may_say_no.kind
			and e.happened_at = came_at and s.person_id = private.uid()
			and s.shown_at <= now() - private.days_to_say_no()
	);
end
$$;
comment on function private.i_may_say_no(uuid, uuid, public.family_event_kind, timestamptz) is
	'Whether I am a parent of the family who was there before somebody came (under 18 only where no adult parent was), and was not shown it more than 14 days ago. Granted to nobody.';

create function public.send_away(team_member uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	place public.team_member;
begin
	select t.* into place from public.team_member t
	where t.id = send_away.team_member and t.left_at is null for no key update;
	-- Whoever puts me out at this moment is waited for.
	perform private.hold(array[private.uid(), place.professional_id]);
	if place.id is null
		or not private.i_may_say_no(place.family_id, place.professional_id, 'joined_team', place.joined_at) then
		raise exception 'not yours to send away' using errcode = '42501';
	end if;
	update public.team_member t set left_at = now(), unwanted_at = now() where t.id = place.id;
end
$$;
comment on function public.send_away(uuid) is
	'A parent who was there before says no to a professional who was put into the team, until 14 days after they were first shown it. What the professional was shown ends with the place, as when they leave. The no stands until take_no_back.';
grant execute on function public.send_away(uuid) to authenticated;

create function public.take_no_back(team_member uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
begin
	perform private.check_an_adult_decides(t.family_id) from public.team_member t where t.id = take_no_back.team_member;
	update public.team_member t set unwanted_at = null
	where t.id = take_no_back.team_member and t.unwanted_at is not null
		and t.family_id = any ((select private.my_households())::uuid[]);
	if not found then
		raise exception 'no such no of yours' using errcode = '42501';
	end if;
end
$$;
comment on function public.take_no_back(uuid) is
	'A parent takes a no back: the professional is not in the team by that, and can be put into it again.';
grant execute on function public.take_no_back(uuid) to authenticated;

create function private.respect_no() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	if exists (
		select from public.team_member t
		where t.family_id = new.family_id and t.professional_id = (to_jsonb(new) ->> tg_argv[0])::uuid
			and t.unwanted_at is not null
	) then
		perform private.refuse('family_said_no', 'the family has said no to this professional');
	end if;
	return null;
end
$$;
comment on function private.respect_no() is
	'Nobody to whom the family has said no as a professional comes back: not into the team, and not into the family by an invitation that was another''s. Whom it put out as a member is kept from the team by keep_plan_access. Asked after that, which waits for a no that is being said. Its argument is the column that names the person.';
create trigger respect_no after insert on public.team_member
	for each row execute function private.respect_no('professional_id');
create trigger respect_no after insert on public.member
	for each row execute function private.respect_no('person_id');

-- What is new, told to each of the family until they have seen it (89_arrivals.sql).

create function private.is_still_so_elsewhere(event uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
	return exists (
		select from public.family_event e
		join public.member place on place.joined_at = e.happened_at and place.left_at is null and place.family_id <> e.family_id
		join public.member child on child.family_id = place.family_id and child.person_id = e.person_id
			and child.left_at is null
		where e.id = event and e.family_id = any ((select private.my_families())::uuid[])
			and case e.kind
				when 'joined_elsewhere' then place.id = child.id
				when 'parent_elsewhere' then place.role = 'parent' and child.role = 'child'
				else false
			end
	) or exists (
		select from public.family_event e
		join public.member place on place.left_at = e.happened_at and place.family_id <> e.family_id
		where e.id = event and e.family_id = any ((select private.my_families())::uuid[])
			and case e.kind
				when 'left_elsewhere' then place.person_id = e.person_id
				-- Of a home that the child has left too nothing more is told.
				when 'parent_left_elsewhere' then place.role = 'parent' and exists (
					select from public.member child
					where child.family_id = place.family_id and child.person_id = e.person_id and child.role = 'child'
						and child.left_at is null
				)
				else false
			end
			and not exists (
				select from public.member again
				where again.family_id = place.family_id and again.person_id = place.person_id and again.left_at is null
			)
	);
end
$$;
comment on function private.is_still_so_elsewhere(uuid) is
	'Whether the child has still the home, or the home still the parent, that a line of my family''s log tells of; of one that says that it has them no more, whether it is without them still.';
grant execute on function private.is_still_so_elsewhere(uuid) to authenticated;

create function public.arrivals() returns table (
	event_id uuid, kind public.family_event_kind, family_id uuid, place_id uuid, name text,
	member_role public.member_role, profession text, by_name text, agreed_name text, happened_at timestamptz,
	was_first boolean, may_refuse boolean, shown_at timestamptz, refuse_until timestamptz, by_themselves boolean,
	elsewhere text, was_here_until timestamptz, is_parent_elsewhere boolean, name_now text, is_me boolean,
	reason public.leaving_reason, i_agreed boolean
)
language sql stable set search_path = ''
as $$
	select e.id, e.kind, e.family_id, coalesce(m.id, t.id), e.person_name, e.member_role, e.profession,
		e.by_name, e.agreed_name, e.happened_at, me.joined_at > e.happened_at,
		me.role = 'parent' and me.joined_at < e.happened_at and e.kind in ('joined', 'joined_team')
			and coalesce(shown.shown_at > now() - private.days_to_say_no(), true)
			and not private.leaves_it_to_an_adult(e.family_id, e.happened_at),
		shown.shown_at, coalesce(shown.shown_at, now()) + private.days_to_say_no(),
		e.by_id is not distinct from e.person_id, case when e.kind <> 'left' then e.elsewhere end, e.was_here_until,
		e.is_parent_elsewhere, nullif(btrim(now_called.name), btrim(e.person_name)),
		e.person_id = private.uid(), e.reason,
		e.agreed_by is not distinct from private.uid()
	from public.family_event e
	join public.member me on me.family_id = e.family_id and me.person_id = private.uid() and me.left_at is null
		and (
			-- Who came in the same moment came with me.
			me.joined_at < e.happened_at
			-- Who was there when I came is no news to me, but for the one to whom nobody could say yes: whether that is
			-- somebody of the family, only the next parent can tell.
			or (me.role = 'parent' and me.joined_at > e.happened_at and e.was_first)
		)
	-- Who has gone and come again is told as what they are now, once.
	left join public.member m on e.kind in (
			'joined', 'left', 'joined_elsewhere', 'left_elsewhere', 'parent_elsewhere', 'parent_left_elsewhere',
			'birth_corrected'
		)
		and m.family_id = e.family_id and m.person_id = e.person_id
		and (e.kind <> 'joined' or m.joined_at = e.happened_at) and m.left_at is null
	left join public.team_member t on e.kind in ('joined_team', 'new_profession', 'left_team')
		and t.family_id = e.family_id and t.professional_id = e.person_id and t.left_at is null
		and (e.kind <> 'joined_team' or t.joined_at = e.happened_at)
	left join public.person now_called on now_called.id = e.person_id and e.kind in ('joined', 'joined_team')
	left join public.arrival_shown shown on shown.event_id = e.id and shown.person_id = private.uid()
	where (e.person_id <> private.uid() or e.is_told_to_them)
		and case e.kind
			when 'joined' then m.id is not null
			when 'joined_team' then t.id is not null
			when 'new_profession' then t.id is not null and t.joined_at <= e.happened_at
			-- Whoever saw to it knows.
			when 'joined_elsewhere' then m.id is not null and e.agreed_by is distinct from private.uid()
				and private.is_still_so_elsewhere(e.id)
			when 'parent_elsewhere' then m.id is not null and e.agreed_by is distinct from private.uid()
				and private.is_still_so_elsewhere(e.id)
			when 'left_elsewhere' then m.id is not null and e.by_id is distinct from private.uid()
				and private.is_still_so_elsewhere(e.id)
			when 'parent_left_elsewhere' then m.id is not null and e.by_id is distinct from private.uid()
				and private.is_still_so_elsewhere(e.id)
			when 'birth_corrected' then m.id is not null and (me.role = 'parent' or e.person_id = private.uid())
			-- Whoever left because the course ended, did not leave: the end is told.
			when 'left_team' then t.id is null and e.by_id is distinct from private.uid() and not exists (
				select from public.enrolment over where over.family_id = e.family_id and over.ended_at = e.happened_at
			)
			when 'left' then m.id is null and e.by_id is distinct from private.uid()
			else false
		end
		-- What somebody became last, and left last; and what was written last.
		and not (e.kind in ('new_profession', 'left_team', 'left', 'birth_corrected') and exists (
			select from public.family_event later
			where later.family_id = e.family_id and later.person_id = e.person_id and later.kind = e.kind
				and (later.happened_at, later.id) > (e.happened_at, e.id)
		))
		-- One who has left another home twice has left it.
		and not (e.kind = 'left_elsewhere' and exists (
			select from public.family_event later
			where later.family_id = e.family_id and later.person_id = e.person_id and later.kind = e.kind
				and later.elsewhere is not distinct from e.elsewhere and (later.happened_at, later.id) > (e.happened_at, e.id)
		))
		and not exists (
			select from public.event_seen s where s.event_id = e.id and s.person_id = private.uid()
		)
	-- To who has left nobody says no: of very many those give way.
	order by e.kind in ('left_team', 'left', 'left_elsewhere', 'parent_left_elsewhere'), e.happened_at desc, e.id desc limit 200 + 1
$$;
comment on function public.arrivals() is
	'What is new in my families and their teams since I came, until I say that it is fine: who has come and is still there, which child has one more home or one home less, or one more parent in another or one less, as long as that is so, whose date of birth was corrected (to parents, and to whom it is about), who in the team is something else now, who left the team while the family took part, or the family; to a new parent also who was the first of the family; with each whether it was I who said yes. Newest first, who has left after all others; at most 200, and one more where there are more. Asks as whoever looks.';
grant execute on function public.arrivals() to authenticated;

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

