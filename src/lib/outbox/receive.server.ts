/** Receives what was done without a network: each command is read and run as the action of its form would have done. */
import * as v from 'valibot';
import { attempt, isOver, type AnyCommand, type Command, type Context } from '$lib/server/command';
import { cleaned, personField, type ObjectSchema } from '$lib/server/form';
import { id, moment } from '$lib/server/fields';
import { batchSize, notYours, onOurClock, type Answer } from './outbox';

/** A time by a clock that may be off by any number of years; null when it cannot be read. */
const phoneTime = v.fallback(v.nullable(moment()), null);

/** What travels to /api/outbox. Each command is looked at by itself, so that a bad one holds up no other. */
export const Delivery = v.object({
	/** The phone's clock at sending, to see how wrong it goes. */
	sentAt: phoneTime,
	commands: v.pipe(v.array(v.unknown()), v.maxLength(batchSize)),
});
/** What an answer is told apart by, however little can be read of the rest. */
const Named = v.fallback(v.object({ id: v.string() }), { id: '' });
const Delivered = v.object({
	id,
	name: v.pipe(v.string(), v.maxLength(60)),
	person: id,
	entries: v.pipe(v.array(v.tuple([v.string(), v.string()])), v.maxLength(200)),
	madeAt: moment(),
	notBefore: v.optional(phoneTime, null),
});

interface Receiver extends Omit<Context, 'madeAt' | 'db'> {
	/** The database for what was done then. */
	dbAt: (madeAt: string) => Context['db'];
	sentAt: string | null;
	/** The commands there are, by name. */
	commands: ReadonlyMap<string, AnyCommand>;
}

const invalid = 'outbox:refusal.invalid';

/** What is said of a form in front of somebody, and what of an answer that waited: nobody sees the form any more. */
const inTheOutbox: Record<string, string> = {
	'common:error.unclear': invalid,
	'common:error.madeAlready': 'outbox:refusal.madeAlready',
};

/** The id a delivered command is answered under; empty when it has none. */
export const idOf = (delivered: unknown): string => v.parse(Named, delivered).id;

/**
 * Runs one command for the person who is signed in. Nothing is stored of what is refused.
 * @throws whatever the verb throws that is no refusal
 */
export async function receive(
	delivered: unknown,
	{ dbAt, person, sentAt, now, commands }: Receiver,
): Promise<Answer> {
	const id = idOf(delivered);
	const refused = (reason: string): Answer => ({ id, state: 'refused', reason });
	const parsed = v.safeParse(Delivered, delivered);
	if (!parsed.success) return refused(invalid);
	const { name, person: owner, entries, madeAt, notBefore } = parsed.output;
	if (owner !== person.id) return refused(notYours);
	// As the form's own action: what was written on a page drawn for somebody else is stored in nobody's name.
	const isAnothers = cleaned(entries).some(([field, whose]) => field === personField && whose !== person.id);
	if (isAnothers) return refused('outbox:refusal.otherPerson');
	const known = commands.get(name);
	if (!known?.mayWait) return refused('outbox:refusal.unknown');
	const at = onOurClock(madeAt, sentAt, notBefore, now);
	const context = { db: dbAt(at), person, now, madeAt: at };
	const outcome = await attempt(known as Command<ObjectSchema, unknown>, cleaned(entries), context);
	if ('done' in outcome) return { id, state: 'sent' };
	const { status, errors, refusal } = outcome.refused;
	if (status === 503) return { id, state: 'waiting' };
	if (refusal === isOver) return { id, state: 'over' };
	const reason = Object.values(errors)[0] ?? refusal ?? invalid;
	return refused(inTheOutbox[reason] ?? reason);
}
