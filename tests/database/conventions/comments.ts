/** What explains itself, and what needs a comment. */
import { ours, type Convention } from './convention.ts';

/** What a column's name and type say well enough. Keys, times of events and enumerations are never asked about. */
const plainColumns = [
	...['id', 'name', 'title', 'description', 'place', 'contact', 'provider', 'note', 'wording', 'words'],
	...['invitee_name'],
];

export const comments: Convention[] = [
	{
		says: 'a table has a comment',
		query: `
			select oid::regclass::text as what from pg_class
			where relnamespace::regnamespace::text in ${ours} and relkind in ('r', 'p', 'v')
				and obj_description(oid, 'pg_class') is null`,
		brokenBy: 'comment on table public.goal is null',
	},
	{
		says: 'a column whose name does not say enough has a comment',
		query: `
			select c.oid::regclass || '.' || attname as what
			from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped
			where relnamespace::regnamespace::text in ${ours} and relkind in ('r', 'p')
				and col_description(c.oid, attnum) is null
				and attname <> all ('{${plainColumns.join()}}')
				and not (attname ~ '_(at|on)$' and atttypid in ('timestamptz'::regtype, 'date'::regtype))
				and not exists (select from pg_constraint f where f.conrelid = c.oid and contype = 'f' and attnum = any (conkey))
				and not exists (select from pg_type t where t.oid = atttypid and typtype = 'e')`,
		brokenBy: 'comment on column public.goal.sign is null',
	},
	{
		says: 'a policy has a comment',
		query: `
			select polrelid::regclass || '.' || polname as what from pg_policy
			where obj_description(oid, 'pg_policy') is null`,
		brokenBy: 'comment on policy select_plan on public.goal is null',
	},
	{
		says: 'a function has a comment',
		query: `
			select oid::regprocedure::text as what from pg_proc
			where pronamespace::regnamespace::text in ${ours} and obj_description(oid, 'pg_proc') is null`,
		brokenBy: 'comment on function private.uid() is null',
	},
	{
		says: 'a type has a comment',
		query: `
			select oid::regtype::text as what from pg_type
			where typnamespace::regnamespace::text in ${ours} and typtype in ('e', 'd', 'r')
				and obj_description(oid, 'pg_type') is null`,
		brokenBy: 'comment on type public.life_area is null',
	},
];
