import { createHash } from 'node:crypto';
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

/** All migrations, one after the other. */
export const migrations = () =>
	sqlFiles('migrations')
		.map((name) => read(`migrations/${name}`))
		.join('\n');

/** A database was made by a migration that has been written anew since. */
export class Outdated extends Error {}

const fingerprint = (sql: string) => createHash('sha256').update(sql).digest('hex');

/**
 * Applies the migrations that are not recorded yet, each in a transaction, and returns their names.
 * The history table is the one of the Supabase CLI, so `supabase db push` and this agree about what has run.
 * @throws {Outdated} when one that has run says something else now (until the first release they are written anew)
 */
export async function migrate(db: SqlRunner): Promise<string[]> {
	await db.exec(`
		create schema if not exists supabase_migrations;
		create table if not exists supabase_migrations.schema_migrations (
			version text primary key, statements text[], name text
		);
		create table if not exists supabase_migrations.fingerprint (version text primary key, sha256 text not null);
	`);
	const rows = await db.rows(`
		select version, sha256 from supabase_migrations.schema_migrations
		left join supabase_migrations.fingerprint using (version)
	`);
	const applied = new Map(rows.map(({ version, sha256 }) => [version, sha256]));
	const pending: string[] = [];
	for (const name of sqlFiles('migrations')) {
		const [version] = name.split('_');
		const sql = read(`migrations/${name}`);
		if (applied.has(version)) {
			if (applied.get(version) !== fingerprint(sql)) throw new Outdated(name);
			continue;
		}
		await db.exec(`
			begin;
			${sql}
			insert into supabase_migrations.schema_migrations (version, name)
			values ('${version}', '${name.slice(version!.length + 1, -4)}');
			insert into supabase_migrations.fingerprint values ('${version}', '${fingerprint(sql)}');
			commit;
		`);
		pending.push(name);
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
