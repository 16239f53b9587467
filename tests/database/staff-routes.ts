/**
 * Every route of a signed-in person to data: each relation of the catalogue, what deleting and updating return, and
 * each function with every combination of arguments that means something here.
 */
import { actAs, takenBack } from './acting.ts';
import { idOf } from '../policies/labels.ts';
import { actors, type ActorName } from '../policies/actors.ts';
import type { Database, Row } from './open.ts';

export interface Route {
	/** Such as `select public.rating` or `call public.preview_share(who5)`. */
	name: string;
	/** A statement whose rows are text. */
	sql: string;
	/** A relation of PostgreSQL itself, the same for everybody who is signed in. */
	system: boolean;
}

/** All routes the role authenticated has a right to. */
export async function routes(db: Database): Promise<Route[]> {
	return [...(await toRelations(db)), ...(await toFunctions(db))];
}

/** What somebody gets to see by this route, and the access log afterwards. Nothing of it stays. */
export const tryRoute = (db: Database, who: ActorName, { sql }: Route) =>
	takenBack(db, async (): Promise<{ text: string; log: Row[] }> => {
		try {
			await actAs(db, actors[who]);
			const text = (await db.rows(sql)).map((row) => String(row.text)).join('\n');
			await db.run(`select set_config('role', 'none', true)`);
			return { text, log: await db.rows('select owner_id, reader_id from public.access_log') };
		} catch (error) {
			// What a refusal says is read like everything else.
			return { text: (error as Error).message, log: [] };
		}
	});

async function toRelations(db: Database): Promise<Route[]> {
	const relations = await db.rows(`
		select c.oid::regclass::text as name,
			string_agg(quote_ident(attname), ', ' order by attnum)
				filter (where has_column_privilege('authenticated', c.oid, attnum, 'select')) as readable,
			(array_agg(quote_ident(attname) order by attnum)
				filter (where has_column_privilege('authenticated', c.oid, attnum, 'update')))[1] as writable,
			has_table_privilege('authenticated', c.oid, 'delete') as deletable,
			relnamespace::regnamespace::text in ('pg_catalog', 'information_schema') as system
		from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped
		where relkind in ('r', 'p', 'v', 'm', 'f') and has_any_column_privilege('authenticated', c.oid, 'select')
		group by c.oid order by 1`);
	return relations.flatMap(({ name, readable, writable, deletable, system }) => {
		const row = `row(${readable})::text as text`;
		const tried = [
			[`select ${name}`, `select ${row} from ${name}`],
			...(deletable ? [[`delete ${name}`, `delete from ${name} returning ${row}`]] : []),
			...(writable
				? [[`update ${name}`, `update ${name} set ${writable} = ${writable} returning ${row}`]]
				: []),
		];
		return tried.map(([name, sql]): Route => ({ name: name!, sql: sql!, system: system as boolean }));
	});
}

/** What an argument of a type may be: the ids of the families and people here, every value of an enumeration. */
async function argumentsOf(db: Database, type: string): Promise<string[]> {
	const enumeration = await db.rows(
		`select quote_literal(enumlabel) as value from pg_enum where enumtypid = '${type}'::regtype`,
	);
	if (enumeration.length) return enumeration.map(({ value }) => `${value}::${type}`);
	const values: Record<string, string[]> = {
		uuid: ['family', 'other home', 'strangers', 'far family', 'parent', 'young-person', 'municipality'].map(
			(name) => `'${idOf(name)}'::uuid`,
		),
		text: [`'lektier'`, `''`],
		boolean: ['true'],
		integer: ['null::integer'],
		'timestamp with time zone': ['now()', `now() + interval '1 hour'`],
		'uuid[]': [`array['${idOf('parent')}']::uuid[]`],
		'text[]': [`array['lektier']`],
	};
	const known = values[type];
	if (!known) throw new Error(`no arguments of type ${type} are tried: say which`);
	return known;
}

async function toFunctions(db: Database): Promise<Route[]> {
	const functions = await db.rows(`
		select oid::regproc::text as name,
			coalesce((select array_agg(t::regtype::text order by n) from unnest(proargtypes) with ordinality u (t, n)), '{}') as types
		from pg_proc
		where pronamespace::regnamespace::text in ('public', 'private') and has_function_privilege('authenticated', oid, 'execute')
		order by 1`);
	const found: Route[] = [];
	for (const { name, types } of functions) {
		const possible = await Promise.all((types as string[]).map((type) => argumentsOf(db, type)));
		for (const values of combinations(possible)) {
			const call = `${name}(${values.join(', ')})`;
			found.push({ name: `call ${call}`, sql: `select x::text as text from ${call} x`, system: false });
		}
	}
	return found;
}

/** Every combination; where they are too many, every value at least once. */
function combinations(lists: string[][]): string[][] {
	const all = lists.reduce((product, { length }) => product * length, 1);
	if (all > 100) {
		const longest = Math.max(...lists.map(({ length }) => length));
		return Array.from({ length: longest }, (_, i) => lists.map((list) => list[i % list.length]!));
	}
	return lists.reduce<string[][]>(
		(made, list) => made.flatMap((values) => list.map((value) => [...values, value])),
		[[]],
	);
}
