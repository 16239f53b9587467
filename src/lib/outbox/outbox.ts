/**
 * What was done without a network, as named commands that wait on one's own phone until they are delivered.
 * Pure: no database, no network, no clock of its own. Kept by store.ts, delivered by delivery.ts, received by
 * receive.server.ts, which reads it as the form's own action does.
 */

/** `sending` left behind by a page that was closed is sent again: the id makes twice the same as once. */
export type State = 'waiting' | 'sending' | 'refused';

/** A field of the form, as the form sends it. */
export type Entry = [name: string, value: string];

export interface Command {
	/** UUID v7, made where it was done; the id of the row it becomes, when it makes one. */
	id: string;
	/** Such as "wellbeing.rate" (src/commands.server.ts). */
	name: string;
	/** Whose it is: nobody else can deliver it. */
	person: string;
	/** What its form holds. */
	entries: Entry[];
	/** By the clock of the phone, ISO 8601. */
	madeAt: string;
	state: State;
	/** A message key when it was refused. */
	reason: string | null;
	/** The reason in words, as the server said them: the page in view may be of another room and not know the key. */
	words?: string | undefined;
}

/** At most so many in one delivery, */
export const batchSize = 20;
/** and about so many characters: browsers send no more behind a page that is being closed. */
const batchLength = 40_000;
/** For so long (ms) a command is worth sending: no session lives longer, so nobody could send it (80_signin.sql). */
const lifetime = 30 * 24 * 60 * 60 * 1000;

/** Fields that say what a command is about, and not what somebody wrote. */
const notWords = new Set(['topic', '_form', '_person']);
const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What the server says about each; `waiting`: not now, try again. */
export type Answer =
	| { id: string; state: 'sent' }
	| { id: string; state: 'waiting' }
	| { id: string; state: 'refused'; reason: string; words?: string };

/** Said of a command of somebody else: it goes on waiting for its owner. */
export const notYours = 'outbox:refusal.notYours';

/** A new command, on its way with its form; `madeAt` in milliseconds. */
export const held = (made: Pick<Command, 'id' | 'name' | 'person' | 'entries'>, madeAt: number): Command => ({
	...made,
	madeAt: new Date(madeAt).toISOString(),
	state: 'sending',
	reason: null,
});

/** What a command becomes by the server's answer (undefined: it said nothing of it); null: delivered, forget it. */
export function answered(command: Command, answer: Answer | undefined): Command | null {
	if (answer?.state === 'sent') return null;
	if (answer?.state === 'refused' && answer.reason !== notYours) {
		return { ...command, state: 'refused', reason: answer.reason, words: answer.words };
	}
	return { ...command, state: 'waiting', reason: null };
}

/** What can be delivered, in the order it was done. */
export function toDeliver(commands: readonly Command[]): Command[] {
	const inOrder = commands
		.filter(({ state }) => state !== 'refused')
		.sort((a, b) => a.madeAt.localeCompare(b.madeAt) || a.id.localeCompare(b.id))
		.slice(0, batchSize);
	let length = 0;
	// One alone always goes, however long it is.
	return inOrder.filter((command, index) => (length += lengthOf(command)) <= batchLength || index === 0);
}

/** About what it weighs on the way. */
export const lengthOf = ({ entries }: Command) =>
	entries.reduce((sum, [name, value]) => sum + name.length + value.length, 200);

/** What has waited too long is not sent any more, and not lost without a word: it is handed back like what was refused. */
export const handedBackWhenOld = (command: Command, now: number): Command =>
	command.state !== 'refused' && now - Date.parse(command.madeAt) > lifetime
		? { ...command, state: 'refused', reason: 'outbox:refusal.tooOld' }
		: command;

/** The words and numbers a person put into a command: what the form says beside them, ids and marks, is not theirs. */
export const wordsOf = ({ entries }: Command): string[] =>
	entries
		.filter(([name, value]) => value !== '' && !notWords.has(name) && !isId.test(value))
		.map(([, value]) => value);

/**
 * When something was done by our clock: phones go wrong by minutes or years, and a time in the future is refused.
 * A difference of up to a minute is the way to the server.
 */
export function onOurClock(madeAt: string, sentAt: string, now: Date): string {
	const wrongBy = now.getTime() - Date.parse(sentAt);
	const made = Date.parse(madeAt) + (Math.abs(wrongBy) > 60_000 ? wrongBy : 0);
	return new Date(Math.min(made, now.getTime())).toISOString();
}
