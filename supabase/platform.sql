-- What a Supabase project has before our first migration, for databases that are not one: the embedded default
-- (PGlite) and the plain PostgreSQL of tests and benchmarks. Safe to run again.
do $$
declare
	wanted text;
begin
	foreach wanted in array array['anon', 'authenticated', 'service_role'] loop
		if not exists (select from pg_roles where rolname = wanted) then
			execute format('create role %I nologin noinherit', wanted);
		end if;
	end loop;
end
$$;
alter role service_role bypassrls;
-- PostgREST signs in as this one and becomes the role named in the token.
do $$
begin
	if not exists (select from pg_roles where rolname = 'authenticator') then
		create role authenticator nologin noinherit;
	end if;
end
$$;
grant anon, authenticated, service_role to authenticator;
create schema if not exists extensions;
grant usage on schema public to anon, authenticated, service_role;
