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
-- 80_signin.sql and 87_invitation_joining.sql and nothing else: no table, no other function.
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
	) into there using (to_jsonb(new) ->> tg_argv[2])::uuid;
	if there > tg_argv[1]::integer then
		perform private.refuse(tg_argv[0], 'there can be no more of them');
	end if;
	return null;
end
$$;
comment on function private.at_most() is
	'For a trigger after insert, or when something is put back: the name of the rule, how many rows there are at most, of one value of which column, and which of them count (all, unless said). By this they can be read at once, less than a thousand together.';

create function private.by_alphabet(words text) returns text
language sql immutable set search_path = ''
as $$
	-- The collation may know no letter beyond z, and what stands there in ASCII is what comes after it.
	select translate(
		replace(lower(translate(normalize(words, nfkc), 'ÆØÅÄÖ', 'æøåäö')), 'aa', 'å'), 'æäøöå', '{{||}'
	)
$$;
comment on function private.by_alphabet(text) is
	'What Danes look a name up by: æ, ø and å after z, and aa as å. To be ordered by collate "C".';
grant execute on function private.by_alphabet(text) to authenticated;

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

create type public.life_area as enum (
	'work_education', 'economy', 'housing', 'health', 'everyday_life', 'leisure', 'leisure_job', 'care', 'school'
);
comment on type public.life_area is 'The life areas of a plan (P3).';

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
