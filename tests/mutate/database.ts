/** What of the database is broken, one at a time: its refusals, checks, triggers, and every part of its conditions. */
import { rolledBack } from '../database/acting.ts';
import type { Database } from '../database/open.ts';
import { withoutParts } from './clauses.ts';
import type { Mutant } from './trial.ts';

const ours = `('public', 'private')`;
const short = (words: string) => words.replaceAll(/\s+/g, ' ').slice(0, 90);

/** What refuses in a function: the one way for rules, and what still raises by itself. */
const refusals =
	/perform private\.refuse\((?:'(?:[^']|'')*'|[^';])*\);|raise exception (?:'(?:[^']|'')*'|[^';])*;/g;

const functionsOf = (db: Database) =>
	db.rows(`
		select p.oid::regproc::text as name, pg_get_functiondef(p.oid) as source from pg_proc p
		where pronamespace::regnamespace::text in ${ours} and prokind = 'f'
			and p.oid <> 'private.refuse'::regproc order by 1`) as Promise<{ name: string; source: string }[]>;

/** Each refusal of each function, taken out. */
export const rules = async (db: Database): Promise<Mutant[]> =>
	(await functionsOf(db)).flatMap(({ name, source }) =>
		[...source.matchAll(refusals)].map(({ 0: refusal, index }): Mutant => ({
			name: `${name}: ${short(refusal)}`,
			spoken: [name.replace('private.', ''), ...(/'(\w+)'/.exec(refusal)?.slice(1) ?? [])],
			sql: `${source.slice(0, index)}null;${source.slice(index + refusal.length)}`,
		})),
	);

/** Each constraint that is more than a key or an id being there, and each index that keeps something single, dropped. */
export async function checks(db: Database): Promise<Mutant[]> {
	const rows = (await db.rows(`
		select conrelid::regclass::text as table, conname::text as name,
			format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as sql
		from pg_constraint
		where (contype in ('c', 'u', 'x') or contype = 'f' and cardinality(conkey) > 1)
			and conrelid <> 0 and connamespace::regnamespace::text in ${ours}
		union all
		select indrelid::regclass::text, relname::text, format('drop index %s', indexrelid::regclass)
		from pg_index join pg_class on oid = indexrelid
		where indisunique and relnamespace::regnamespace::text in ${ours}
			and not exists (select from pg_constraint where conindid = indexrelid)
		order by 1, 2`)) as { table: string; name: string; sql: string }[];
	return rows.map(({ table, name, sql }) => ({ name: `${table}: ${name}`, spoken: [name], sql }));
}

/** Each trigger of ours, dropped. */
export async function triggers(db: Database): Promise<Mutant[]> {
	const rows = (await db.rows(`
		select tgrelid::regclass::text as table, tgname::text as name, proname::text as does
		from pg_trigger join pg_proc p on p.oid = tgfoid
		where not tgisinternal and p.pronamespace::regnamespace::text in ${ours} order by 1, 2`)) as {
		table: string;
		name: string;
		does: string;
	}[];
	return rows.map(({ table, name, does }) => ({
		name: `${table}: ${name}`,
		spoken: [name, does, `${table.replace('private.', '')}.test`],
		sql: `drop trigger ${name} on ${table}`,
	}));
}

/** Each part of a condition of a function or a policy, taken out, where that is still SQL. */
export async function conditions(db: Database): Promise<Mutant[]> {
	const policies = (await db.rows(`
		select schemaname || '.' || tablename as table, policyname::text as name, kind, words from pg_policies
		cross join lateral (values ('using', qual), ('with check', with_check)) v (kind, words)
		where words is not null and schemaname in ${ours} order by 1, 2, 3`)) as Record<
		'table' | 'name' | 'kind' | 'words',
		string
	>[];
	const mutants = [
		...(await functionsOf(db)).flatMap(({ name, source }) =>
			withoutParts(source).map(({ part, rest }) => ({
				name: `${name}: ${short(part)}`,
				spoken: [name.replace('private.', '')],
				sql: rest,
			})),
		),
		...policies.flatMap(({ table, name, kind, words }) =>
			withoutParts(words).map(({ part, rest }) => ({
				name: `${table}.${name}: ${short(part)}`,
				spoken: [`${table.split('.')[1]}.test`],
				sql: `alter policy ${name} on ${table} ${kind} (${rest})`,
			})),
		),
	];
	const said: Mutant[] = [];
	for (const mutant of mutants)
		if (
			await rolledBack(db, () =>
				db.exec(mutant.sql).then(
					() => true,
					() => false,
				),
			)
		)
			said.push(mutant);
	return said;
}
