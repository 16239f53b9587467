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
	/** What the button said that was pressed, in the person's language. */
	pressed: string;
	/** The path of the page it was pressed on. */
	page: string;
	/** By the clock of the phone, ISO 8601; empty where it cannot be read any more. */
	madeAt: string;
	/** What our clock is known to have shown before it was done, ISO 8601: the phone's own may be years off. */
	notBefore: string;
	state: State;
	/** It was on its way, and nobody knows whether it arrived: gone from here, it would not be undone. */
	mayHaveArrived: boolean;
	/** A message key when it was refused. */
	reason: string | null;
	/** The reason in words, as the server said them: the page in view may be of another room and not know the key. */
	words?: string | undefined;
}

/** At most so many in one delivery, */
export const batchSize = 20;
/** and about so many characters: browsers send no more behind a page that is being closed. */
const batchLength = 40_000;

/** Fields that say what a command is about, or that a button was pressed, and not what somebody wrote. */
const notWords = new Set(['topic', 'answer', 'revision', 'state', 'area', 'drawnFrom', '_form', '_person']);
const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What the server says about each; `waiting`: not now, try again; `over`: it arrived before, and was taken back since. */
export type Answer =
	| { id: string; state: 'sent' | 'over' }
	| { id: string; state: 'waiting' }
	| { id: string; state: 'refused'; reason: string; words?: string };

/** Said of a command of somebody else: it goes on waiting for its owner. */
export const notYours = 'outbox:refusal.notYours';

/** A new command, on its way with its form; `madeAt` in milliseconds. */
export const held = (
	made: Pick<Command, 'id' | 'name' | 'person' | 'entries' | 'pressed' | 'page' | 'notBefore'>,
	madeAt: number,
): Command => ({
	...made,
	madeAt: new Date(madeAt).toISOString(),
	state: 'sending',
	mayHaveArrived: true,
	reason: null,
});

/** What a command becomes by the server's answer (undefined: it said nothing of it); null: delivered, forget it. */
export function answered(command: Command, answer: Answer | undefined): Command | null {
	if (answer?.state === 'sent' || answer?.state === 'over') return null;
	if (answer?.state === 'refused' && answer.reason !== notYours) {
		return { ...command, state: 'refused', reason: answer.reason, words: answer.words };
	}
	return { ...command, state: 'waiting', reason: null };
}

/** As they were done. */
export const inOrder = (commands: readonly Command[]): Command[] =>
	[...commands].sort((a, b) => a.madeAt.localeCompare(b.madeAt) || a.id.localeCompare(b.id));

/** What can be delivered, in the order it was done. */
export function toDeliver(commands: readonly Command[]): Command[] {
	const first = inOrder(commands.filter(({ state }) => state !== 'refused')).slice(0, batchSize);
	let length = 0;
	// One alone always goes, however long it is.
	return first.filter((command, index) => (length += lengthOf(command)) <= batchLength || index === 0);
}

/** About what it weighs on the way. */
export const lengthOf = ({ entries }: Command) =>
	entries.reduce((sum, [name, value]) => sum + name.length + value.length, 200);

/**
 * A command as it was found on the phone, where a disk may fail and an older version of ours may have written: one that
 * cannot be sent is handed back with whatever words can still be read, and blocks no other.
 */
export function found(kept: Pick<Command, 'person' | 'id'> & { [key in keyof Command]?: unknown }): Command {
	const entries = Array.isArray(kept.entries) ? kept.entries.filter(isEntry) : [];
	const command: Command = {
		id: text(kept.id),
		name: text(kept.name),
		person: text(kept.person),
		entries,
		pressed: text(kept.pressed),
		page: text(kept.page),
		madeAt: Number.isNaN(Date.parse(text(kept.madeAt))) ? '' : text(kept.madeAt),
		notBefore: text(kept.notBefore),
		state: states.find((state) => state === kept.state) ?? 'waiting',
		mayHaveArrived: kept.mayHaveArrived !== false,
		reason: text(kept.reason) || null,
		words: text(kept.words) || undefined,
	};
	const isWhole =
		command.name !== '' &&
		command.madeAt !== '' &&
		entries.length === (kept.entries as unknown[] | null | undefined)?.length;
	return isWhole
		? command
		: { ...command, state: 'refused', reason: command.reason ?? 'outbox:refusal.invalid' };
}

const states: readonly State[] = ['waiting', 'sending', 'refused'];
const text = (value: unknown) => (typeof value === 'string' ? value : '');

const isEntry = (entry: unknown): entry is Entry =>
	Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string');

/** The words and numbers a person put into a command: what the form says beside them, ids and marks, is not theirs. */
export const wordsOf = ({ entries }: Command): string[] =>
	entries
		.filter(([name, value]) => value !== '' && !notWords.has(name) && !isId.test(value))
		.map(([, value]) => value);

/** What stood in the fields of a command's form. */
export function typedOf({ entries }: Pick<Command, 'entries'>): Map<string, string[]> {
	const typed = new Map<string, string[]>();
	for (const [name, value] of entries) typed.set(name, [...(typed.get(name) ?? []), value]);
	return typed;
}

/**
 * When it was done, as it is told on the phone: by its own clock, which may be years behind, but not before what ours had
 * shown. Empty where it cannot be read any more.
 */
export const toldAs = ({ madeAt, notBefore }: Pick<Command, 'madeAt' | 'notBefore'>): string =>
	madeAt && Date.parse(madeAt) < Date.parse(notBefore) ? notBefore : madeAt;

/** For so long (ms) what was done without a network is told from now, where nothing else is known. */
const month = 30 * 24 * 60 * 60 * 1000;

/**
 * When something was done by our clock: phones go wrong by minutes or years, and are put right in between.
 * It lies between `notBefore` and `now`, and there it is believed: as the phone dated it, put right by how wrong its clock
 * went at sending (up to a minute is the way to the server); or else as it dated it. What lies outside of that by both
 * is moved to the nearer end.
 * @param madeAt by the phone
 * @param sentAt by the phone, when it was sent; null when unknown
 * @param notBefore what our clock is known to have shown before; null when unknown
 */
export function onOurClock(
	madeAt: string,
	sentAt: string | null,
	notBefore: string | null,
	now: Date,
): string {
	const latest = now.getTime();
	const earliest = Math.min(Date.parse(notBefore ?? '') || latest - month, latest);
	const wrongBy = latest - (Date.parse(sentAt ?? '') || latest);
	const made = Date.parse(madeAt);
	const putRight = made + (Math.abs(wrongBy) > 60_000 ? wrongBy : 0);
	const believed = [putRight, made].find((time) => earliest <= time && time <= latest) ?? putRight;
	return new Date(Math.max(earliest, Math.min(believed, latest))).toISOString();
}
