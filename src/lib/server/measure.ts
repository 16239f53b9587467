/** Counts how often a request asks the database, for `npm run bench`. Off unless MEASURE is set. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { env } from '$env/dynamic/private';

interface Count {
	calls: number;
	/** Calls that overlap are one round trip. */
	rounds: number;
	underWay: number;
}

const counts = new AsyncLocalStorage<Count>();

/** fetch, counted for the request it belongs to. */
export const countedFetch: typeof fetch = async (input, init) => {
	const count = counts.getStore();
	if (!count) return fetch(input, init);
	count.calls += 1;
	if (count.underWay === 0) count.rounds += 1;
	count.underWay += 1;
	try {
		return await fetch(input, init);
	} finally {
		count.underWay -= 1;
	}
};

/** Runs a request and, when measuring, says in a header how often it asked. */
export async function measured(run: () => Promise<Response> | Response): Promise<Response> {
	if (!env.MEASURE) return run();
	const count: Count = { calls: 0, rounds: 0, underWay: 0 };
	const response = await counts.run(count, run);
	response.headers.set('server-timing', `calls;dur=${count.calls}, rounds;dur=${count.rounds}`);
	return response;
}
