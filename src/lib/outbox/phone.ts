/** The outbox on this phone: what outbox.svelte.ts fetches when there is something to hold or to look for. */
import { v7 as newId } from 'uuid';
import { wakeFor } from './background';
import { alone, deliverAll, send } from './delivery';
import { held, toDeliver, type Command, type Entry } from './outbox';
import * as store from './store';

export const { isThere, remove, takeBack } = store;

/** What forms of this page have on its way just now. */
const onItsWay = new Set<string>();

/** As the store does; what waits from now on is delivered by the browser too, where it can. */
export async function change(commands: readonly Command[]): Promise<boolean> {
	for (const { id } of commands) onItsWay.delete(id);
	const isThere = await store.change(commands);
	const waits = commands.find(({ state }) => state === 'waiting');
	if (waits) void wakeFor(waits.person);
	return isThere;
}

/**
 * What is held of this person; what a page that is gone had on its way waits. The app's icon shows how much is not on its
 * way, where icons can.
 */
export async function list(person: string): Promise<Command[]> {
	const commands = (await store.list(person)).map((one): Command =>
		one.state === 'sending' && !onItsWay.has(one.id) ? { ...one, state: 'waiting' } : one,
	);
	showOnIcon(commands.filter(({ state }) => state !== 'sending').length);
	return commands;
}

/** Takes out everything of this person. */
export async function forget(person: string): Promise<void> {
	showOnIcon(0);
	await store.forget(person);
}

const showOnIcon = (count: number) => void navigator.setAppBadge?.(count).catch(() => {});

/** Holds a command, and asks the browser not to throw away what is held when room runs short. */
export async function add(command: Command): Promise<void> {
	onItsWay.add(command.id);
	await store.add(command);
	void navigator.storage?.persist?.().catch(() => false);
}

/** A new command; `id` is that of an earlier attempt with the same answer, `makes`: the form makes a row of that id. */
export function newCommand({
	id = newId(),
	makes,
	entries,
	...made
}: Pick<Command, 'name' | 'person' | 'entries' | 'pressed' | 'page' | 'notBefore'> & {
	id: string | undefined;
	makes: boolean;
}): Command {
	const own: Entry[] = makes ? [...entries.filter(([name]) => name !== 'id'), ['id', id]] : entries;
	return held({ ...made, id, entries: own }, Date.now());
}

/** Delivers what waits of this person, unless another tab is at it; then waits for that. */
export const deliver = (person: string) =>
	alone(() => deliverAll({ ...store, list: () => list(person) }, send));

/**
 * Delivers in the service worker, and tells the pages that are open.
 * @throws when something waits still: the browser tries again
 */
export async function deliverInBackground(person: string): Promise<void> {
	// Whoever signed out has taken everything away, and nothing of it comes back.
	if (!(await store.isThere())) return;
	const arrived = await deliver(person);
	new BroadcastChannel('outbox').postMessage(arrived);
	if (toDeliver(await list(person)).length) throw new Error('something waits still');
}
