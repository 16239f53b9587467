/** What of @supabase/lite answers: tables and functions by name, one request at a time. */
import type { ServerOptions } from '@supabase/lite';

type Fetch = (request: Request) => Response | Promise<Response>;

/** Sign-up, storage, settings, the studio and the list of everything have no use here, so they are not there. */
const open = /^\/rest\/v1\/(rpc\/)?[a-z][a-z0-9_]*$/;

/** It looks for the caller among users of its own before every request; there are none, so that it need not ask. */
export const askedFor: ServerOptions = {
	middlewares: [
		async ({ var: { authService } }, next) => {
			authService.repo.findUserById = () => Promise.resolve(null);
			await next();
		},
	],
};

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
