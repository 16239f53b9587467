/** What the pages see of the outbox. The heavy parts (IndexedDB, delivery) are fetched when they are needed. */
import { getContext, setContext } from 'svelte';
import { browser } from '$app/environment';
import type { Language } from '$lib/i18n/languages';
import type { Command, Entry } from './outbox';
import { fetchShown } from './shown';

interface Here {
	/** Who is signed in. */
	person: { id: string } | null;
	/** Not null on one's own phone. */
	keepUnder: string | null;
	language: Language;
	/** What our clock showed when the page was answered, ISO 8601; of a copy, when that was kept. */
	servedAt: string;
	/** The path of the page. */
	path: string;
}

/** For so long (ms) a phone may take to store or to find something; a browser's storage may also never answer. */
const patience = 1_000;
/** For so long (ms) what stores may take to arrive, where the worker has not kept it yet. */
const patienceToFetch = 10_000;
/** What is said in that time; null when it is no, undefined when it is nothing. */
const soon = <T>(work: Promise<T>, time = patience): Promise<T | null | undefined> =>
	Promise.race([work.catch(() => null), new Promise<undefined>((go) => setTimeout(go, time))]);

/** Between two tries, ms: doubled from the shortest to the longest. */
const shortest = 3_000;
const longest = 60_000;

const onPhone = () => import('./phone');

/** The form was drawn for somebody else (ForWhom.svelte): refused before its scripts were here, it stands there still. */
const isAnothers = (entries: Entry[], person: string) =>
	entries.some(([name, whose]) => name === '_person' && whose !== person);

export type Settled = 'answered' | 'waiting' | 'unsent';

export class Outbox {
	/** What waits or was refused of the person who is signed in. Always replaced as a whole. */
	commands = $state.raw<Command[]>([]);
	/** How many were delivered since the page was opened, after having had to wait. */
	deliveredLate = $state(0);
	/** Whether what is held has been read since the page was opened; before, nobody knows that nothing is. */
	#isKnown = false;
	#here: () => Here;
	/** The session that ended here, as what is kept was kept under. */
	#over: string | null = null;
	#delivering: Promise<void> | undefined;
	#again: ReturnType<typeof setTimeout> | undefined;
	#pause = shortest;
	/** The other tabs, and the worker, which says how many it delivered; null on the server and in browsers without. */
	#others = browser && 'BroadcastChannel' in window ? new BroadcastChannel('outbox') : null;

	constructor(here: () => Here) {
		this.#here = here;
		if (!this.#others) return;
		this.#others.onmessage = ({ data: arrived }: MessageEvent<unknown>) => {
			if (typeof arrived === 'number') this.deliveredLate += arrived;
			// This person has signed out in another tab, and nothing of theirs is on the phone: nor does anything come there.
			if (arrived === this.#whose) {
				this.#over = this.#here().keepUnder;
				this.commands = [];
			}
			if (this.#whose) void this.#look(this.#whose);
		};
	}

	/** The person whose commands are held here; null where nothing is kept (a shared device, nobody signed in). */
	get holdsFor(): string | null {
		return this.#here().keepUnder && this.#whose;
	}

	/**
	 * The person whose commands are looked for. On a shared device too: theirs may wait there since they signed in as on
	 * their own.
	 */
	get #whose(): string | null {
		const { person, keepUnder } = this.#here();
		return person && (!keepUnder || keepUnder !== this.#over) ? person.id : null;
	}

	/** What is not delivered, also what is on its way just now. */
	readonly undelivered = $derived(this.commands.filter(({ state }) => state !== 'refused'));

	/** Whether something waits of this command, with these fields. */
	waits(name: string, ...fields: Entry[]): boolean {
		return this.undelivered.some(
			(one) =>
				one.name === name && fields.every((field) => one.entries.some((entry) => `${entry}` === `${field}`)),
		);
	}

	/**
	 * Holds a command while its form is being sent, so that it survives whatever happens to the page; `settle` says
	 * how it went. A phone that is slow may store it later than the form goes: it is the same command under the same id,
	 * and what `settle` does to it comes after, because a browser's storage does one thing after the other.
	 * @param entries what the form holds
	 * @param makes the form makes something, and must send the id of what is returned here: what the page came with may
	 * be a copy and used already
	 * @param pressed what the button says
	 * @param id of an earlier attempt with the same answer
	 * @returns what is held. Null where nothing is kept: also when the browser refuses to store anything (full, private
	 * window), when what shows that it waits cannot be fetched, and of a form that was drawn for somebody else: whether
	 * this phone is theirs, nobody here knows
	 */
	async hold(
		name: string,
		entries: Entry[],
		makes: boolean,
		pressed: string,
		id?: string,
	): Promise<Command | null> {
		const person = this.holdsFor;
		if (!person || isAnothers(entries, person)) return null;
		const { servedAt: notBefore, path: page } = this.#here();
		const [phone, shown] = await Promise.all([
			soon(onPhone(), patienceToFetch),
			soon(fetchShown(), patienceToFetch),
		]);
		if (!phone || !shown) return null;
		const command = phone.newCommand({ id, name, person, entries, pressed, page, makes, notBefore });
		const isStored = await soon(phone.add(command).then(() => true));
		if (isStored === null) return null;
		if (!isStored) return command;
		const found = await soon(
			this.#look(person).then(() => this.commands.some(({ id }) => id === command.id)),
		);
		// There are storages that take everything and keep nothing.
		return found === false ? null : command;
	}

	/**
	 * The form has an answer (`answered`: forget the command), did not reach the server for all one knows (it waits), or
	 * did certainly not (`unsent`).
	 * @returns whether the phone has said that it is done, and has what waits
	 */
	async settle(command: Command, how: Settled): Promise<boolean> {
		const isOver = how === 'answered';
		const work = isOver
			? this.remove(command)
			: this.#wait({ ...command, state: 'waiting', mayHaveArrived: how === 'waiting' });
		const isDone = await soon(work);
		if (!isOver && navigator.onLine) this.#tryLater();
		return isDone ?? false;
	}

	async #wait(command: Command): Promise<boolean> {
		const { change } = await onPhone();
		const isThere = await change([command]);
		this.#others?.postMessage(0);
		await soon(this.#look(command.person));
		return isThere;
	}

	/** Delivers what waits, and tries again while it does not arrive. Safe to call at any time. */
	deliver(): Promise<void> {
		this.#delivering ??= this.#deliver().finally(() => (this.#delivering = undefined));
		return this.#delivering;
	}

	async #deliver(): Promise<void> {
		const person = this.#whose;
		if (!person) {
			this.commands = [];
			return;
		}
		if (!(await this.#look(person)) || !navigator.onLine) return;
		const arrived = await (await onPhone()).deliver(person);
		this.deliveredLate += arrived;
		this.#others?.postMessage(0);
		if (await this.#look(person)) this.#tryLater();
		else this.#pause = shortest;
	}

	/** A network that lets nothing through does not say when it does again. */
	#tryLater() {
		clearTimeout(this.#again);
		this.#again = setTimeout(() => void this.deliver(), this.#pause);
		this.#pause = Math.min(2 * this.#pause, longest);
	}

	/**
	 * Takes out a command that was answered, or that is no longer wanted; `takeBack`: only when it has certainly not
	 * arrived.
	 * @returns whether it is gone
	 */
	async remove(command: Command, how: 'remove' | 'takeBack' = 'remove'): Promise<boolean> {
		const isGone = (await (await onPhone())[how](command)) ?? true;
		await this.#look(command.person);
		this.#others?.postMessage(0);
		return isGone;
	}

	/** Takes everything of the person who is signed in from the phone, once they are signed out; waits for it, but not for ever. */
	async forget(): Promise<void> {
		const person = this.#whose;
		if (!person) return;
		await soon(
			onPhone().then(({ forget }) => forget(person)),
			patienceToFetch,
		);
		this.#others?.postMessage(person);
		this.commands = [];
	}

	/** Reads what is held. @returns how many are not delivered */
	async #look(person: string): Promise<number> {
		const phone = await onPhone();
		const { keepUnder, language } = this.#here();
		// Looking leaves nothing behind on a shared device.
		const found = keepUnder || (await phone.isThere()) ? await phone.list(person) : [];
		// Nor do its pages come with the words for it; said in keys, it is there all the same.
		if (found.length && !keepUnder) {
			await soon(
				import('./words').then(({ fetchWords }) => fetchWords(language)),
				patienceToFetch,
			);
		}
		this.commands = found;
		this.#isKnown = true;
		return this.undelivered.length;
	}

	/** Resolves when it is known what is held. @returns false: the phone has not said it within a second */
	async known(): Promise<boolean> {
		const person = this.#whose;
		return !person || this.#isKnown || (await soon(this.#look(person))) !== undefined;
	}
}

const key = Symbol('outbox');
/** Called by the root layout. */
export const provideOutbox = (here: () => Here) => setContext(key, new Outbox(here));
/** The outbox of the person who is signed in. */
export const useOutbox = () => getContext<Outbox>(key);
