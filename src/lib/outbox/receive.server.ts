/** Receives what was done without a network: each command goes through the verb its form would have called. */
import * as v from 'valibot';
import { isFinal, refusalOf } from '$lib/server/command';
import { DatabaseError, type Database } from '$lib/server/database';
import { id } from '$lib/server/fields';
import { commands } from './commands.server';
import { batchSize, notYours, onOurClock, type Answer } from './outbox';

/** What travels to /api/outbox. */
export const Delivery = v.object({
	/** The phone's clock at sending, to see how wrong it goes. */
	sentAt: v.pipe(v.string(), v.isoTimestamp()),
	commands: v.pipe(
		v.array(
			v.object({
				id,
				name: v.pipe(v.string(), v.maxLength(60)),
				person: id,
				payload: v.record(v.string(), v.unknown()),
				madeAt: v.pipe(v.string(), v.isoTimestamp()),
			}),
		),
		v.maxLength(batchSize),
	),
});
type Delivered = v.InferOutput<typeof Delivery>['commands'][number];

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
