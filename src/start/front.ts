/** What stands before the app: headers that files carry too, and addresses that no page can read. */
import type { IncomingMessage, ServerResponse } from 'node:http';

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
	const [path = '/'] = (request.url ?? '/').split('?', 1);
	try {
		decodeURIComponent(path);
	} catch {
		// The app would say so in English; of an address that is nowhere it says so in the person's language.
		request.url = '/%20';
	}
}
