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
create schema if not exists extensions;
grant usage on schema public to anon, authenticated, service_role;
