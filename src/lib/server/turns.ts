/**
 * Everybody has a turn. One database connection answers all in the embedded default, first come first served: sixty
 * questions of one person, in a loop or in sixty tabs, would keep everybody else waiting behind them.
 */
import pLimit, { type LimitFunction } from 'p-limit';

/** A page and what it fetches beside it are answered together; more of the same person wait for those. */
const atOnce = 4;

const lines = new Map<string, { take: LimitFunction; here: number }>();

/** Runs it when fewer than four others of this person are running, in the order they came. */
export async function inTurn<Answer>(person: string, run: () => Promise<Answer> | Answer): Promise<Answer> {
	const line = lines.get(person) ?? { take: pLimit(atOnce), here: 0 };
	lines.set(person, line);
	line.here += 1;
	try {
		return await line.take(run);
	} finally {
		line.here -= 1;
		if (!line.here) lines.delete(person);
	}
}
