/**
 * Who has a session, asked of PostgreSQL as @supabase/lite asks it: most of all questions are this one, with nothing
 * different in it but the hash, and it would be put together and taken apart anew each time.
 */
import type { Sql } from 'postgres';
import { asOurs } from '../../supabase/embedded/connection.ts';
import { claimsBy } from '../../supabase/embedded/tokens.ts';

const address = '/rest/v1/rpc/session_read';

/** @returns what answers the keeper of sessions, and null to whoever else asks, for something else, or in vain */
export function sessionRead(driver: Sql, jwtSecret: string): (request: Request) => Promise<Response | null> {
	const claimsOf = claimsBy(jwtSecret);
	return async (request) => {
		if (request.method !== 'POST' || new URL(request.url).pathname !== address) return null;
		const jwt = await claimsOf(request.headers.get('authorization') ?? undefined);
		if (jwt?.role !== 'session_keeper') return null;
		const { secret_hash: hash, ...rest } = (await request.clone().json()) as Record<string, unknown>;
		if (typeof hash !== 'string' || Object.keys(rest).length) return null;
		const own = await driver.reserve();
		const say = (sql: string, parameters: unknown[] = []) =>
			own.unsafe<{ read: unknown }[]>(sql, parameters as never[], { prepare: parameters.length > 0 });
		try {
			// All of it goes in one message: a transaction that has failed is rolled back by its commit.
			const [, , [found]] = await Promise.all([
				say('begin'),
				asOurs(say).applyJwtSessionContext(null, { auth: { uid: null, role: jwt.role, jwt } }),
				say('select public.session_read($1) as read', [hash]),
				say('commit'),
			]);
			return Response.json(found!.read);
		} catch {
			return null;
		} finally {
			own.release();
		}
	};
}
