/** What a role may really do, read from the catalogue and written as people would. */
import type { Database } from './open.ts';

const schemas = `('public', 'private', 'extensions', 'supabase_migrations')`;

/**
 * The rights of a role, effective ones: its own, those of roles it is in, and PUBLIC's.
 * @returns lines such as `goal: select, update (title, sign)`, `create_goal(uuid)` and `schema public`, sorted
 */
export async function rightsOf(db: Database, role: string): Promise<string[]> {
	const lines = [
		...(await onSchemas(db, role)),
		...(await onTables(db, role)),
		...(await onFunctions(db, role)),
	];
	return lines.sort();
}

async function onSchemas(db: Database, role: string): Promise<string[]> {
	const rows = await db.rows(
		`select 'schema ' || nspname || case when has_schema_privilege($1, oid, 'create') then ' and create' else '' end as line
		from pg_namespace where nspname in ${schemas} and has_schema_privilege($1, oid, 'usage')`,
		[role],
	);
	return rows.map(({ line }) => String(line));
}

async function onTables(db: Database, role: string): Promise<string[]> {
	const rows = await db.rows(
		`with rights as (
			select c.oid::regclass::text as name, kind, min(position) as position,
				case when count(*) filter (where held) = count(*) then kind
					else kind || ' (' || string_agg(attname, ', ' order by attnum) filter (where held) || ')' end as words
			from pg_class c
			join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
			cross join (values ('select', 1), ('insert', 2), ('update', 3), ('references', 5)) as kinds (kind, position)
			cross join lateral (select has_column_privilege($1, c.oid, a.attnum, kind)) as asked (held)
			where c.relnamespace::regnamespace::text in ${schemas} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
			group by c.oid, kind having bool_or(held)
			union all
			select c.oid::regclass::text, kind, position, kind
			from pg_class c cross join (values ('delete', 4), ('truncate', 6), ('trigger', 7)) as kinds (kind, position)
			where c.relnamespace::regnamespace::text in ${schemas} and c.relkind in ('r', 'p', 'v', 'm', 'f')
				and has_table_privilege($1, c.oid, kind)
		)
		select name || ': ' || string_agg(words, ', ' order by position) as line from rights group by name`,
		[role],
	);
	return rows.map(({ line }) => String(line));
}

async function onFunctions(db: Database, role: string): Promise<string[]> {
	const rows = await db.rows(
		`select oid::regprocedure::text as line from pg_proc
		where pronamespace::regnamespace::text in ${schemas} and has_function_privilege($1, oid, 'execute')`,
		[role],
	);
	return rows.map(({ line }) => String(line));
}
