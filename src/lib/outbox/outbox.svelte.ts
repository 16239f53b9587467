/** What the pages see of the outbox. The heavy parts (IndexedDB, delivery) are fetched when they are needed. */
import { getContext, setContext } from 'svelte';
import type { Command } from './outbox';

/** How a command fared: delivered, kept until there is a network, refused (a message key), or not taken at all. */
export type Fared =
	{ state: 'sent' } | { state: 'waiting' } | { state: 'refused'; reason: string } | { state: 'not-held' };

interface Here {
	/** Who is signed in. */
	person: { id: string } | null;
	/** Not null on one's own phone. */
	keepUnder: string | null;
}

const heavy = async () => {
	const [store, delivery, { waiting }] = await Promise.all([
		import('./store'),
		import('./delivery'),
		import('./outbox'),
	]);
	return { store, ...delivery, waiting };
};

export class Outbox {
	/** What waits or was refused of the person who is signed in. */
	commands = $state<Command[]>([]);
	/** How many were delivered since the page was opened, after having had to wait. */
	deliveredLate = $state(0);
	#here: () => Here;
	#again: ReturnType<typeof setTimeout> | undefined;
	#others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('outbox');

	constructor(here: () => Here) {
		this.#here = here;
		if (this.#others) this.#others.onmessage = () => this.holdsFor && void this.#look(this.holdsFor);
	}

	/** The person whose commands are held here; null where nothing is kept (a shared device, nobody signed in). */
	get holdsFor(): string | null {
		const { person, keepUnder } = this.#here();
		return keepUnder && person ? person.id : null;
	}

	readonly waiting = $derived(this.commands.filter(({ state }) => state !== 'refused'));
	readonly refused = $derived(this.commands.filter(({ state }) => state === 'refused'));

	/**
	 * Takes a command and tries to deliver it at once. `id` (UUID v7) is made where the answer is given, so that
	 * tapping twice is one command. On a shared device nothing is taken: `not-held`.
	 */
	async put(name: string, id: string, payload: Record<string, unknown>): Promise<Fared> {
		const person = this.holdsFor;
		if (!person) return { state: 'not-held' };
		const { store, waiting } = await heavy();
		await store.put([waiting({ id, name, person, payload }, Date.now())]);
		await this.#try(person);
		const left = this.commands.find((command) => command.id === id);
		if (!left) return { state: 'sent' };
		return left.state === 'refused' ? { state: 'refused', reason: left.reason ?? '' } : { state: 'waiting' };
	}

	/** Delivers what waits, and tries again while it does not arrive. Safe to call at any time. */
	async deliver(): Promise<void> {
		const person = this.holdsFor;
		if (!person) {
			this.commands = [];
			return;
		}
		const before = await this.#look(person);
		if (before) this.deliveredLate += before - (await this.#try(person));
	}

	/** @returns how many still wait */
	async #try(person: string): Promise<number> {
		clearTimeout(this.#again);
		const { store, alone, deliverAll, send } = await heavy();
		if (navigator.onLine) {
			const place = { ...store, list: () => store.list(person, Date.now()) };
			await alone(() => deliverAll(place, send));
		}
		this.#others?.postMessage('changed');
		const left = await this.#look(person);
		// A network that lets nothing through does not say when it does again.
		if (left) this.#again = setTimeout(() => void this.deliver(), 30_000);
		return left;
	}

	/** Takes out a command that was refused, or that is no longer wanted. */
	async remove(command: Command): Promise<void> {
		const { store } = await heavy();
		await store.remove(command);
		await this.#look(command.person);
		this.#others?.postMessage('changed');
	}

	/** Reads what is held. @returns how many wait */
	async #look(person: string): Promise<number> {
		const { store } = await heavy();
		this.commands = await store.list(person, Date.now());
		return this.waiting.length;
	}
}

const key = Symbol('outbox');
/** Called by the root layout. */
export const provideOutbox = (here: () => Here) => setContext(key, new Outbox(here));
/** The outbox of the person who is signed in. */
export const useOutbox = () => getContext<Outbox>(key);
