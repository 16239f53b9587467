import { readdirSync, readFileSync } from 'node:fs';

/** Anything that can run a script of several SQL statements. */
export interface SqlRunner {
	exec(sql: string): Promise<unknown>;
	/** Rows of one statement without parameters. */
	rows(sql: string): Promise<Record<string, unknown>[]>;
}

const folder = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const sqlFiles = (path: string) =>
	readdirSync(new URL(path, folder))
		.filter((name) => name.endsWith('.sql'))
		.sort();

/** The platform's own ground (roles, schema extensions); hosted Supabase has it already. */
export const platform = () => read('platform.sql');

/** The schema files in order, as one script: the truth the migrations are derived from. */
export const schemas = () =>
	sqlFiles('schemas')
		.map((name) => read(`schemas/${name}`))
		.join('\n');

/**
 * Applies the migrations that are not recorded yet, each in a transaction, and returns their names.
 * The history table is the one of the Supabase CLI, so `supabase db push` and this agree about what has run.
 */
export async function migrate(db: SqlRunner): Promise<string[]> {
	await db.exec(`
		create schema if not exists supabase_migrations;
		create table if not exists supabase_migrations.schema_migrations (
			version text primary key, statements text[], name text
		);
	`);
	const applied = new Set(
		(await db.rows('select version from supabase_migrations.schema_migrations')).map((row) => row.version),
	);
	const pending = sqlFiles('migrations').filter((name) => !applied.has(name.split('_')[0]));
	for (const name of pending) {
		const [version] = name.split('_');
		await db.exec(`
			begin;
			${read(`migrations/${name}`)}
			insert into supabase_migrations.schema_migrations (version, name)
			values ('${version}', '${name.slice(version!.length + 1, -4)}');
			commit;
		`);
	}
	return pending;
}

/** Puts the demo families into an empty database. @returns whether it did */
export async function seed(db: SqlRunner): Promise<boolean> {
	const [first] = await db.rows('select 1 from public.municipality limit 1');
	if (first) return false;
	const script = sqlFiles('seed')
		.map((name) => read(`seed/${name}`))
		.join('\n');
	await db.exec(`begin; ${script} commit;`);
	return true;
}
