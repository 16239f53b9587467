/** What stands before the app: headers that files carry too, and what no page or file of ours can be asked. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/**
 * Milliseconds after which a request is closed that has not come to its end. What is sent to a page is asked to be
 * here sooner, and told so in words (lib/server/body.ts).
 */
export const patience = {
	headersTimeout: 15_000,
	requestTimeout: 30_000,
	connectionsCheckingInterval: 5_000,
};

/** Prepares a request and its answer for the app. */
export function receive(request: IncomingMessage, response: ServerResponse, origin: string): void {
	response.setHeader('x-content-type-options', 'nosniff');
	response.setHeader('x-frame-options', 'DENY');
	if (origin.startsWith('https:')) response.setHeader('strict-transport-security', 'max-age=31536000');
	// A server may send a file whole whatever part is asked for (RFC 9110, 14.2), and ours are small. sirv 3.0.2 throws at a
	// part that ends before it begins, and one such request would end the program (lukeed/sirv, pull request 175).
	delete request.headers.range;
	const [path = '/'] = (request.url ?? '/').split('?', 1);
	try {
		decodeURIComponent(path);
	} catch {
		// The app would say so in English; of an address that is nowhere it says so in the person's language.
		request.url = '/%20';
	}
}

/** The same, but that what it throws ends the one answer, and not the house. */
export const alone =
	(answer: RequestListener): RequestListener =>
	(request, response) => {
		try {
			answer(request, response);
		} catch (cause) {
			console.error(`A request was not answered: ${cause instanceof Error ? cause.name : typeof cause}`);
			if (response.headersSent) response.destroy();
			else response.writeHead(500).end();
		}
	};

/** What is answered also while the database is down: the health check and files; null for anything else. */
export function aheadOf(address = '/'): 'health' | 'file' | null {
	const [path = ''] = address.split('?', 1);
	if (path === '/healthz') return 'health';
	return path.startsWith('/_app/') ? 'file' : null;
}

/** The health check where the database answers and has no room to write: the app cannot know. */
export const sayFull = (response: ServerResponse) =>
	response
		.writeHead(503, { 'content-type': 'application/json' })
		.end(JSON.stringify({ app: 'ok', database: 'full' }));
