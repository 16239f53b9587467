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
