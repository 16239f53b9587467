/** What row security rests on. */
import { ours, type Convention } from './convention.ts';

export const rowSecurity: Convention[] = [
	{
		says: 'row security is on, and holds for the owner too',
		query: `
			select oid::regclass::text as what from pg_class
			where relnamespace::regnamespace::text in ${ours} and relkind in ('r', 'p')
				and not (relrowsecurity and relforcerowsecurity)`,
		brokenBy: 'alter table private.plan_access no force row level security',
	},
	{
		says: 'a view asks as who looks at it, and nothing is copied past row security',
		query: `
			select oid::regclass::text as what from pg_class
			where relnamespace::regnamespace::text in ${ours} and (relkind = 'm'
				or (relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)))`,
		brokenBy: 'create view public.all_goals as select * from public.goal',
	},
	{
		says: 'a policy is for one command, to authenticated, and only ever adds',
		query: `
			select tablename || '.' || policyname as what from pg_policies
			where cmd = 'ALL' or roles <> '{authenticated}' or permissive <> 'PERMISSIVE'`,
		brokenBy: 'create policy all_own on public.goal to authenticated using (false)',
	},
	{
		says: 'a policy is called by its command and whom it is for',
		query: `
			select tablename || '.' || policyname as what from pg_policies
			where policyname !~ ('^' || lower(cmd) || '_[a-z_]+$')`,
		brokenBy: 'alter policy select_plan on public.goal rename to family_can_see',
	},
	{
		says: 'what is written is checked',
		query: `
			select tablename || '.' || policyname as what from pg_policies
			where cmd in ('INSERT', 'UPDATE') and with_check is null`,
		brokenBy: 'create policy update_any on public.goal for update to authenticated using (false)',
	},
	{
		// i_may_ask is the exception: it is asked for a row that is inserted, never while scanning.
		says: 'a policy asks its helpers once, not for every row',
		query: `
			select tablename || '.' || policyname as what from pg_policies
			where regexp_replace(coalesce(qual, '') || coalesce(with_check, ''), '\\( SELECT [^=<>]*\\)', '', 'g')
				~ case cmd when 'INSERT' then 'private\\.(?!i_may_ask)' else 'private\\.' end`,
		brokenBy: `alter policy select_plan on public.goal using (family_id = any (private.my_families()))`,
	},
];
