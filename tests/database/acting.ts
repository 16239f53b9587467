/** Running SQL as somebody, exactly as PostgREST does, and leaving no trace. */
import type { Database, Row } from './open.ts';

export interface Actor {
	/** `postgres` is the owner, past row security. */
	role: 'authenticated' | 'anon' | 'session_keeper' | 'service_role' | 'postgres';
	/** Person id, for somebody signed in. */
	person?: string;
}

export type Outcome =
	| { rows: Row[]; count: number; refusal?: undefined; failure?: undefined }
	/** Refused for lack of a right: no grant, or row security (SQLSTATE 42501). */
	| { rows: []; count: 0; refusal: string; failure?: undefined }
	/** Any other error: a constraint, a trigger, a mistake in the SQL. */
	| { rows: []; count: 0; refusal?: undefined; failure: { code: string; message: string } };

/** Lets the rest of the transaction run as the actor: role, claims and search path as PostgREST sets them. */
export async function actAs(db: Database, actor: Actor): Promise<void> {
	await db.run(
		`select set_config('search_path', '"public", "extensions"', true),
			set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`,
		[actor.role, JSON.stringify({ role: actor.role, ...(actor.person && { sub: actor.person }) })],
	);
}

/** Lets the rest of the transaction run as the owner again, who is nobody. */
export const actAsOwner = (db: Database) =>
	db.run(`select set_config('role', 'none', true), set_config('request.jwt.claims', '', true)`);

/** Does the work in a transaction of which nothing stays. */
export async function rolledBack<T>(db: Database, work: () => Promise<T>): Promise<T> {
	await db.exec('begin');
	try {
		return await work();
	} finally {
		await db.exec('rollback');
	}
}

/** Inside a transaction: does the work and takes it back, so that the next starts from the same rows. */
export async function takenBack<T>(db: Database, work: () => Promise<T>): Promise<T> {
	await db.exec('savepoint before');
	try {
		return await work();
	} finally {
		await db.exec('rollback to before; release before');
	}
}

/** Inside a transaction: what happens when the actor runs this statement. `then` looks at the result as the owner. */
export const attempt = <T = undefined>(db: Database, actor: Actor, sql: string, then?: () => Promise<T>) =>
	takenBack(db, async (): Promise<Outcome & { seen?: T }> => {
		try {
			await actAs(db, actor);
			const done = await db.run(sql);
			if (!then) return done;
			await actAsOwner(db);
			return { ...done, seen: await then() };
		} catch (error) {
			const { code, message } = error as { code: string; message: string };
			const nothing = { rows: [] as [], count: 0 as const };
			return code === '42501' ? { ...nothing, refusal: message } : { ...nothing, failure: { code, message } };
		}
	});
