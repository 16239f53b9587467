/** The data of pages that is on its way to the worker: it ends in time, and room is left for what is asked for next. */

/**
 * For so long (ms) data is waited for at all, longer than a page waits (in-time.ts): a browser has few connections, and
 * what lets nothing through would hold them all.
 */
const patience = 25_000;

/** The data on its way that nobody waits for, by page: it may come and be kept, until the page is asked for anew. */
const unawaited = new Map<string, AbortController>();
const mostUnawaited = 2;

/** What ends a request for the data of a page; what nobody waits for any more of that page ends now. */
export function asking(page: string): AbortController {
	giveUp(page);
	const end = new AbortController();
	setTimeout(() => end.abort(), patience);
	return end;
}
function giveUp(page: string) {
	unawaited.get(page)?.abort();
	unawaited.delete(page);
}
/** Nobody waits for it any more. */
export function leave(page: string, end: AbortController) {
	unawaited.set(page, end);
	[...unawaited.keys()].slice(0, -mostUnawaited).forEach(giveUp);
}
export function arrived(page: string, end: AbortController) {
	if (unawaited.get(page) === end) unawaited.delete(page);
}
/** Whether it comes for nobody. */
export const isLeft = (page: string): boolean => unawaited.has(page);
