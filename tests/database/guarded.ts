/** What the second guards name, from the catalogue: no list beside the schema that could miss a table. */
import type { Row } from './open.ts';

/** A column that a trigger guards. */
export interface Guarded {
	/** As SQL writes it. */
	table: string;
	column: string;
	/** Another value of the column's type than the row has, in SQL. */
	another: string;
}

/** Every column that the function is told to guard before an update. */
export async function guardedBy(
	rows: (sql: string) => Promise<Row[]>,
	guard: 'stays' | 'stamps' | 'keep_from_api',
): Promise<Guarded[]> {
	const found = await rows(`
		select tgrelid::regclass::text as table, attname as column, case
			when typcategory = 'A' then format('coalesce(%I, ''{}'') || coalesce(%1$I, ''{}'') || ''{1}''', attname)
			when atttypid = 'uuid'::regtype then 'gen_random_uuid()'
			when atttypid = 'bool'::regtype then format('%I is not true', attname)
			when atttypid = 'timestamptz'::regtype then format('coalesce(%I, now()) - interval ''9 days''', attname)
			when atttypid = 'date'::regtype then format('coalesce(%I, private.today()) - 9', attname)
			when typcategory = 'N' then format('coalesce(%I, 0) + 1', attname)
			when typcategory = 'E' then
				format('(select v from unnest(enum_range(null::%s)) v where v is distinct from %I limit 1)', atttypid::regtype, attname)
			else format('coalesce(%I, '''') || ''x''', attname)
		end as another
		from pg_trigger join pg_proc p on p.oid = tgfoid
		join pg_attribute on attrelid = tgrelid
			and attname::text = any (string_to_array(encode(tgargs, 'escape'), '\\000'))
		join pg_type on pg_type.oid = atttypid
		where p.oid = 'private.${guard}'::regproc order by 1, 2`);
	return found as unknown as Guarded[];
}
