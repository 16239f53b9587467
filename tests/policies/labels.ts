/**
 * Rows have names in these tests: '@goal of the child' in SQL is that row's id, and ids that come back are shown by
 * name. The id is the MD5 of the name, so the same name is the same row everywhere.
 */
import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** The id of the row called so. */
export function idOf(name: string): string {
	const hash = createHash('md5').update(name).digest('hex');
	const id = hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
	names.set(id, name);
	return id;
}

/** The name of the row with this id; the value itself when it is no id of ours. */
export const nameOf = (id: unknown): string => names.get(String(id)) ?? String(id);

/** The SQL with ids in place of '@names'; '@me' is whoever asks, '@job of me' their job. */
export const withIds = (sql: string, me = 'nobody'): string =>
	sql.replace(/'@([^']+)'/g, (_, name: string) => `'${idOf(name.replace(/^(job of )?me$/, `$1${me}`))}'`);
