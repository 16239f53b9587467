/** Many families, made by the database itself. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Actor } from './acting.ts';
import type { Database } from './open.ts';

export interface Size {
	municipalities: number;
	families: number;
	/** A multiple of the municipalities. Each works with `3 * families / professionals` families. */
	professionals: number;
	/** Self-ratings per parent; one parent a family. */
	ratings: number;
}

/** Fills an empty database with that many families and everything a year brings them. */
export async function generate(db: Database, size: Size): Promise<void> {
	const script = readFileSync(new URL('households.sql', import.meta.url), 'utf8');
	await db.exec(
		script.replaceAll(/(?<!:):([a-z]+)\b/g, (word, name: string) => String(size[name as keyof Size] ?? word)),
	);
}

/** The id of the n-th of a kind: 'family', 'parent', 'child', 'professional'. */
export const idOfNth = (kind: string, n: number): string =>
	createHash('md5')
		.update(`${kind} ${n}`)
		.digest('hex')
		.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The n-th of a kind, signed in. */
export const nth = (kind: 'parent' | 'professional', n: number): Actor => ({
	role: 'authenticated',
	person: idOfNth(kind, n),
});
