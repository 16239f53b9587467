/** Delivers what waits, in order. The id of a command makes a second delivery the same as the first. */
import { answered, lengthOf, toDeliver, type Answer, type Command } from './outbox';

/** Where the commands of one person are kept (store.ts). */
export interface Place {
	list: () => Promise<Command[]>;
	/** Changes those that are there, and brings back none. */
	change: (commands: Command[]) => Promise<unknown>;
	remove: (command: Pick<Command, 'person' | 'id'>) => Promise<void>;
}
/** Hands commands over. @throws when they did not arrive, or nobody knows */
export type HandOver = (commands: Command[]) => Promise<Answer[]>;

/**
 * Delivers until nothing is left or it does not go on.
 * @returns how many arrived
 */
export async function deliverAll(place: Place, handOver: HandOver): Promise<number> {
	let arrived = 0;
	for (;;) {
		const batch = toDeliver(await place.list());
		if (!batch.length) return arrived;
		await place.change(batch.map((command) => ({ ...command, state: 'sending' })));
		let answers: Answer[] = [];
		try {
			answers = await handOver(batch);
		} catch {
			// No network, not signed in, or a server that cannot just now: everything goes on waiting.
		}
		let isStuck = false;
		for (const command of batch) {
			const answer = answers.find(({ id }) => id === command.id);
			const next = answered(command, answer);
			await (next ? place.change([next]) : place.remove(command));
			if (answer?.state === 'sent') arrived += 1;
			if (next?.state === 'waiting') isStuck = true;
		}
		if (isStuck) return arrived;
	}
}

/** Two tabs never deliver at the same time; an older browser without locks relies on the ids alone. */
export const alone = <T>(work: () => Promise<T>): Promise<T> =>
	// The types of browsers say it is always there.
	(navigator.locks as LockManager | undefined)?.request('outbox', work) ?? work();

/** Sends to the server. @throws when it did not arrive or was not answered */
export const send: HandOver = async (commands) => {
	const response = await fetch('/api/outbox', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			sentAt: new Date().toISOString(),
			commands: commands.map(({ id, name, person, entries, madeAt, notBefore }) => ({
				id,
				name,
				person,
				entries,
				madeAt,
				notBefore,
			})),
		}),
		// Closing the page does not stop what is on its way; browsers allow that up to 64 kB (a letter is up to three).
		keepalive: commands.reduce((sum, command) => sum + lengthOf(command), 0) < 20_000,
		signal: AbortSignal.timeout(20_000),
	});
	if (!response.ok) throw new Error(String(response.status));
	const { answers } = (await response.json()) as { answers?: Answer[] };
	if (!Array.isArray(answers)) throw new Error('not our answer');
	return answers;
};
