/**
 * Every route of a signed-in person to data: each relation of the catalogue, what deleting and updating return, and
 * each function with every combination of arguments that means something here, also made to fail by a cast of each
 * column of its result.
 */
import type { Actor } from './acting.ts';
import { idOf } from '../policies/labels.ts';
import { actors, type ActorName } from '../policies/actors.ts';
import type { Database } from './open.ts';

export interface Route {
	/** Such as `select public.rating` or `call public.preview_share(who5)`. */
	name: string;
	/** A statement whose rows are text. */
	sql: string;
	/** A relation of PostgreSQL itself, the same for everybody who is signed in. */
	system: boolean;
	/** It fails at what this other route shows, and does nothing where that shows nothing. */
	failing?: Route;
}

/** All routes the role authenticated has a right to. @param readings what staff have opened, by name: arguments too */
export async function routes(db: Database, readings: ReadonlyMap<string, string>): Promise<Route[]> {
	return [...(await toRelations(db)), ...(await toFunctions(db, readings))];
}

/** Inside a transaction, once: what tries many routes where the rows are, which takes a third of the time of asking for each. */
export const trier = `
	create function pg_temp.tried(role text, claims text, routes text[]) returns table (told text, failed boolean) language plpgsql as $$
	declare
		route text;
		detail text;
		hint text;
	begin
		foreach route in array routes loop
			failed := false;
			begin
				perform set_config('search_path', '"public", "extensions"', true),
					set_config('role', tried.role, true), set_config('request.jwt.claims', tried.claims, true);
				execute format('with route as (%s) select string_agg(text, E''\\n'') from route', route) into told;
				-- Whoever asks can let nothing of it stay.
				raise exception using errcode = 'TAKEN';
			exception
				when sqlstate 'TAKEN' then null;
				when others then
					get stacked diagnostics told = message_text, detail = pg_exception_detail, hint = pg_exception_hint;
					told := concat_ws(E'\\n', told, detail, hint);
					failed := true;
			end;
			told := coalesce(told, '');
			return next;
		end loop;
	end
	$$`;

/** What somebody gets to see by each of these routes, what a failure says of it included. Nothing of it stays. */
export async function tryRoutes(db: Database, who: ActorName, all: Route[]): Promise<string[]> {
	const told = new Map<Route, string>();
	const shown = new Set<Route>();
	for (const some of [
		() => all.filter(({ failing }) => !failing),
		() => all.filter(({ failing }) => failing && shown.has(failing)),
	]) {
		const tried = some();
		for (const [place, { told: said, failed }] of (await tryEach(db, who, tried)).entries()) {
			told.set(tried[place]!, said);
			if (said && !failed) shown.add(tried[place]!);
		}
	}
	return all.map((route) => told.get(route) ?? '');
}

async function tryEach(db: Database, who: ActorName, some: Route[]) {
	const { role, person }: Actor = actors[who];
	return (await db.rows('select told, failed from pg_temp.tried($1, $2, $3::text[])', [
		role,
		JSON.stringify({ role, sub: person }),
		some.map(({ sql }) => sql),
	])) as { told: string; failed: boolean }[];
}

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

/** What an argument of a type may be: the ids of families, people and readings here, every value of an enumeration. */
async function argumentsOf(
	db: Database,
	type: string,
	readings: ReadonlyMap<string, string>,
): Promise<string[]> {
	const enumeration = await db.rows(
		`select quote_literal(enumlabel) as value from pg_enum where enumtypid = '${type}'::regtype`,
	);
	if (enumeration.length) return enumeration.map(({ value }) => `${value}::${type}`);
	const values: Record<string, string[]> = {
		uuid: [
			...['family', 'other home', 'strangers', 'far family', 'parent', 'young-person', 'municipality'].map(
				idOf,
			),
			...readings.values(),
		]
			.map((id) => `'${id}'::uuid`)
			.concat(
				// Opened and used in one statement.
				['family', 'strangers', 'far family'].map((name) => `open_shared_ratings('${idOf(name)}'::uuid)`),
			),
		date: [`'2001-01-01'::date`],
		// One that is seen, and one that anybody can write.
		member: [
			'(select m from public.member m limit 1)',
			`row('${idOf('child in strangers')}'::uuid, null, null, null, null, null)::public.member`,
		],
		family: [
			'(select f from public.family f limit 1)',
			`row('${idOf('strangers')}'::uuid, null, null, null)::public.family`,
		],
		family_offer: [
			'(select o from public.family_offer o limit 1)',
			`json_populate_record(null::public.family_offer, '{"id": "${idOf('offer taken there')}"}')`,
		],
		text: [`'lektier'`, `''`],
		boolean: ['true'],
		integer: ['null::integer'],
		[moment]: ['now()', later],
		'uuid[]': [`array['${idOf('parent')}']::uuid[]`],
		'text[]': [`array['lektier']`],
	};
	const known = values[type];
	if (!known) throw new Error(`no arguments of type ${type} are tried: say which`);
	return known;
}

const moment = 'timestamp with time zone';
const later = `now() + interval '1 hour'`;

async function toFunctions(db: Database, readings: ReadonlyMap<string, string>): Promise<Route[]> {
	// The columns of a result are those of its row type, those of `returns table`, or the result itself.
	const functions = await db.rows(`
		select p.oid::regproc::text as name,
			coalesce((select array_agg(t::regtype::text order by n) from unnest(proargtypes) with ordinality u (t, n)), '{}') as types,
			coalesce(
				(select array_agg('x.' || quote_ident(attname) order by attnum) from pg_attribute
					where attrelid = typrelid and attnum > 0 and not attisdropped),
				(select array_agg('x.' || quote_ident(proargnames[n]) order by n) from unnest(proargmodes) with ordinality u (mode, n)
					where mode in ('t', 'o', 'b')),
				'{x}') as columns
		from pg_proc p join pg_type t on t.oid = prorettype
		where pronamespace::regnamespace::text in ('public', 'private') and has_function_privilege('authenticated', p.oid, 'execute')
		order by 1`);
	const found: Route[] = [];
	for (const { name, types, columns } of functions as {
		name: string;
		types: string[];
		columns: string[];
	}[]) {
		const moments = types.filter((type) => type === moment).length;
		const possible = await Promise.all(
			// One moment alone is where a list begins: one that lies behind everything.
			types.map((type) => (type === moment && moments === 1 ? [later] : argumentsOf(db, type, readings))),
		);
		const add = (call: string, shown: string, as: string, failing?: Route) => {
			const sql = `select (${shown})::text as text from ${call} x`;
			const route = { name: `call ${called(call, readings)}${as}`, sql, system: false, failing };
			found.push(route);
			return route;
		};
		const calls = (lists: string[][]) => lists.map((values) => `${name}(${values.join(', ')})`);
		const showing = new Map(calls(combinations(possible)).map((call) => [call, add(call, 'x', '')]));
		// What is no number is said by the failure.
		for (const call of calls(each(possible))) {
			for (const column of columns)
				add(call, `${column}::text::integer`, `, ${column}::integer`, showing.get(call)!);
		}
	}
	return found;
}

/** The call with readings by name. */
const called = (call: string, readings: ReadonlyMap<string, string>) =>
	[...readings].reduce((text, [name, id]) => text.replaceAll(id, name), call);

/** Every combination; where they are too many, every value at least once. */
function combinations(lists: string[][]): string[][] {
	const all = lists.reduce((product, { length }) => product * length, 1);
	if (all > 100) return each(lists);
	return lists.reduce<string[][]>(
		(made, list) => made.flatMap((values) => list.map((value) => [...values, value])),
		[[]],
	);
}

/** Every value at least once. */
function each(lists: string[][]): string[][] {
	const longest = Math.max(1, ...lists.map(({ length }) => length));
	return Array.from({ length: longest }, (_, i) => lists.map((list) => list[i % list.length]!));
}
