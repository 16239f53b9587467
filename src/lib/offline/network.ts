/** Asking the network, and giving up on it in time when a copy can be shown instead. */

// A network that is there but lets nothing through is as common as none. Once it has failed, it is given less time.
const patience = { usual: 8_000, afterFailure: 2_000 };
let allowed = patience.usual;

/**
 * The network's answer. @throws when it cannot be reached, or when `canGiveUp` says there is a copy and the answer
 * takes too long; the answer may still come and be kept.
 */
export async function inTime(answer: Promise<Response>, canGiveUp: Promise<boolean>): Promise<Response> {
	let clock: ReturnType<typeof setTimeout> | undefined;
	const tooLate = new Promise<never>((_, fail) => {
		clock = setTimeout(async () => (await canGiveUp) && fail(new Error('too late')), allowed);
	});
	try {
		const first = await Promise.race([answer, tooLate]);
		allowed = patience.usual;
		return first;
	} catch (error) {
		allowed = patience.afterFailure;
		throw error;
	} finally {
		clearTimeout(clock);
	}
}
