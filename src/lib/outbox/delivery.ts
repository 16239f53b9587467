/** Delivers what waits, in order. The id of a command makes a second delivery the same as the first. */
import { ourMark } from '../offline/kept';
import { answered, batchSize, lengthOf, toDeliver, type Answer, type Command } from './outbox';

/** Where the commands of one person are kept (store.ts). */
export interface Place {
	list: () => Promise<Command[]>;
	/** Changes those that are there, and brings back none. */
	change: (commands: Command[]) => Promise<unknown>;
	remove: (command: Pick<Command, 'person' | 'id'>) => Promise<void>;
}
/** A delivery was not taken: by us, or by something on the way, which says the same with its statuses. */
export class NotTaken extends Error {
	readonly status: number;
	readonly isOurs: boolean;
	constructor(status: number, isOurs: boolean) {
		super(`not taken: ${status}`);
		this.status = status;
		this.isOurs = isOurs;
	}
}
/** Hands commands over. @throws when they did not arrive, or nobody knows */
export type HandOver = (commands: Command[]) => Promise<Answer[]>;

/**
 * What is wrong when a delivery did not arrive. `theirs`: with what was sent, which can never arrive as it is,
 * and only we say that; `ours`: with the server, perhaps only at one of them; `way`: with neither, so that nothing else would arrive now.
 */
function faultOf(cause: unknown): 'theirs' | 'ours' | 'way' {
	const { status, isOurs } = cause instanceof NotTaken ? cause : { status: 0, isOurs: false };
	if (status === 400 || status === 413) return isOurs ? 'theirs' : 'ours';
	// 503 is said of everything: the server cannot just now.
	return status >= 500 && status !== 503 ? 'ours' : 'way';
}

/**
 * Delivers until everything was tried or it does not go on. What does not arrive with others is sent by itself, so that
 * one that cannot arrive holds up no other, and is handed back when it never can.
 * @returns how many arrived
 */
export async function deliverAll(place: Place, handOver: HandOver): Promise<number> {
	let arrived = 0;
	/** So many by themselves in a row, and the fault is in none of them. */
	let inVain = 0;
	const tried = new Set<string>();
	const apart = new Set<string>();
	for (;;) {
		const batch = toDeliver((await place.list()).filter(({ id }) => !tried.has(id))).map(onItsWay);
		if (batch[0] && apart.has(batch[0].id)) batch.length = 1;
		if (!batch.length || inVain === batchSize) return arrived;
		await place.change(batch);
		let answers: Answer[] = [];
		let fault: ReturnType<typeof faultOf> | null = null;
		try {
			answers = await handOver(batch);
			inVain = 0;
		} catch (cause) {
			fault = faultOf(cause);
			if (fault === 'ours' && batch.length === 1) inVain += 1;
			if (fault === 'theirs' && batch.length === 1) answers = batch.map(handedBack);
		}
		for (const command of batch) {
			const answer = answers.find(({ id }) => id === command.id);
			const next = answered(command, answer);
			await (next ? place.change([next]) : place.remove(command));
			if (answer?.state === 'sent') arrived += 1;
			(fault && batch.length > 1 ? apart : tried).add(command.id);
		}
		// No network, not signed in, or a server that cannot just now: everything goes on waiting.
		if (fault === 'way') return arrived;
	}
}
const onItsWay = (command: Command): Command => ({ ...command, state: 'sending', mayHaveArrived: true });
const handedBack = ({ id }: Command): Answer => ({ id, state: 'refused', reason: 'outbox:refusal.invalid' });

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
	const isOurs = response.headers.has(ourMark);
	if (!response.ok || !isOurs) throw new NotTaken(response.status, isOurs);
	const { answers } = (await response.json()) as { answers?: Answer[] };
	if (!Array.isArray(answers)) throw new Error('not our answer');
	return answers;
};
