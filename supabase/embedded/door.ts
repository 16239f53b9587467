/** What of @supabase/lite answers: tables and functions by name, one request at a time. */
import type { ServerOptions } from '@supabase/lite';
import { claimsBy } from './tokens.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** Sign-up, storage, settings, the studio and the list of everything have no use here, so they are not there. */
const open = /^\/rest\/v1\/(rpc\/)?[a-z][a-z0-9_]*$/;

/**
 * Who asks. @supabase/lite checks each token twice, once to look for the caller among users of its own, of which there
 * are none. It is asked about those alone that are not known to be good, and refuses them in its words.
 */
export function askedFor(jwtSecret: string): ServerOptions {
	const claimsOf = claimsBy(jwtSecret);
	return {
		middlewares: [
			async (asked, next) => {
				asked.var.authService.repo.findUserById = () => Promise.resolve(null);
				const claims = await claimsOf(asked.req.header('authorization'));
				if (claims) {
					asked.set('jwt', claims);
					if (claims.sub) asked.set('userId', claims.sub);
					asked.set('ignoreAuthorization', true);
				}
				await next();
			},
		],
	};
}

/**
 * Lets through what the app asks for, and nothing else.
 * @param heal called after an answer that says that something broke, before the next request
 */
export function door(inside: Fetch, heal: () => Promise<void>): (request: Request) => Promise<Response> {
	let last: Promise<unknown> = Promise.resolve();
	return async (request) => {
		if (!open.test(new URL(request.url).pathname)) return new Response(null, { status: 404 });
		// PGlite is one connection, and who is asking belongs to its transaction: nobody may come in between.
		const answer = last.then(() => inside(request));
		last = answer.then(
			({ status }) => (status < 500 ? undefined : heal()),
			() => heal(),
		);
		return answer;
	};
}
