/** Asking the network, and giving up on it in time when a copy can be shown instead. */

// A network that is there but lets nothing through is as common as none. Once an answer was late, the next is given
// less time, until one arrives.
const patience = { usual: 8_000, afterALateOne: 2_000 };
let allowed = patience.usual;

/**
 * The network's answer. @throws when it cannot be reached, or when `canGiveUp` says there is a copy and the answer
 * takes too long; the answer may still come and be kept.
 */
export async function inTime(answer: Promise<Response>, canGiveUp: Promise<boolean>): Promise<Response> {
	const arrived = answer.then((response) => {
		allowed = patience.usual;
		return response;
	});
	let clock: ReturnType<typeof setTimeout> | undefined;
	const tooLate = new Promise<never>((_, fail) => {
		clock = setTimeout(async () => {
			if (!(await canGiveUp)) return;
			allowed = patience.afterALateOne;
			fail(new Error('too late'));
		}, allowed);
	});
	try {
		return await Promise.race([arrived, tooLate]);
	} finally {
		clearTimeout(clock);
		arrived.catch(() => {});
	}
}
