/** Receives what was done without a network: each command goes through the verb its form would have called. */
import { isFinal, refusalOf } from '$lib/server/command';
import { DatabaseError, type Database } from '$lib/server/database';
import { commands } from './commands.server';
import { notYours, onOurClock, type Answer, type Delivered } from './outbox';

interface Receiver {
	db: Database;
	/** Who is signed in. */
	person: string;
	sentAt: string;
	now: Date;
}

/** Runs one command for the person who is signed in. Nothing is stored of what is refused. */
export async function receive(command: Delivered, { db, person, sentAt, now }: Receiver): Promise<Answer> {
	const { id } = command;
	const refused = (reason: string): Answer => ({ id, state: 'refused', reason });
	if (command.person !== person) return refused(notYours);
	const known = commands.get(command.name);
	if (!known) return refused('outbox:refusal.unknown');
	const checked = known.check({ ...command.payload, id });
	if ('refusal' in checked) return refused(checked.refusal);
	try {
		await checked.run(db, person, onOurClock(command.madeAt, sentAt, now));
		return { id, state: 'sent' };
	} catch (cause) {
		if (!(cause instanceof DatabaseError)) throw cause;
		const refusal = refusalOf(cause, known.refusals);
		if (refusal) return refused(refusal.message);
		return isFinal(cause) ? refused('outbox:refusal.invalid') : { id, state: 'waiting' };
	}
}
