/** Counts how often a request asks the database, for `npm run bench`. Off unless MEASURE is set. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { env } from '$env/dynamic/private';

interface Count {
	calls: number;
	/**
	 * How many calls stand one after the other: each is one later than the latest that was answered when it began. A
	 * waterfall shows here, also while other calls are under way.
	 */
	rounds: number;
	/** The latest of those that are answered. */
	answered: number;
}

const counts = new AsyncLocalStorage<Count>();

/** fetch, counted for the request it belongs to. */
export const countedFetch: typeof fetch = async (input, init) => {
	const count = counts.getStore();
	if (!count) return fetch(input, init);
	count.calls += 1;
	const round = count.answered + 1;
	count.rounds = Math.max(count.rounds, round);
	try {
		return await fetch(input, init);
	} finally {
		count.answered = Math.max(count.answered, round);
	}
};

/** Runs a request and, when measuring, says in a header how often it asked. */
export async function measured(run: () => Promise<Response> | Response): Promise<Response> {
	if (!env.MEASURE) return run();
	const count: Count = { calls: 0, rounds: 0, answered: 0 };
	const response = await counts.run(count, run);
	response.headers.set('server-timing', `calls;dur=${count.calls}, rounds;dur=${count.rounds}`);
	return response;
}
