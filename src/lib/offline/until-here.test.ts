import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { untilHere } from './until-here';

const second = 1_000;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How often it has been asked by these seconds. */
async function asked(ask: () => unknown, ...at: number[]) {
	const tries = vi.fn(ask);
	const stop = untilHere(tries);
	const counts: number[] = [];
	let now = 0;
	for (const moment of at) {
		await vi.advanceTimersByTimeAsync((moment - now) * second);
		now = moment;
		counts.push(tries.mock.calls.length);
	}
	stop();
	await vi.advanceTimersByTimeAsync(600 * second);
	expect(tries).toHaveBeenCalledTimes(counts.at(-1)!);
	return counts;
}

test('it is asked for at longer and longer times, and not after one has left', async () =>
	expect(await asked(() => undefined, 1, 2, 5, 6, 13, 14)).toEqual([0, 1, 1, 2, 2, 3]));
test('a try that is never over does not stop the next', async () =>
	expect(await asked(() => new Promise(() => undefined), 2, 25, 26, 53, 54)).toEqual([1, 1, 2, 2, 3]));
test('whoever leaves while it is being asked is not asked for again', async () =>
	expect(await asked(() => new Promise(() => undefined), 3)).toEqual([1]));
