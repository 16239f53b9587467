/** The outbox on this phone: what outbox.svelte.ts fetches when there is something to hold or to look for. */
import { v7 as newId } from 'uuid';
import { alone, deliverAll, send } from './delivery';
import { held, type Command } from './outbox';
import * as store from './store';

export const { put, remove } = store;

/** What waits or was refused of this person. */
export const list = (person: string) => store.list(person, Date.now());

/** Holds a new command; `id` is that of an earlier attempt with the same answer. */
export async function hold(
	made: Pick<Command, 'name' | 'person' | 'payload'> & { id: string | undefined },
): Promise<Command> {
	const command = held({ ...made, id: made.id ?? newId() }, Date.now());
	await put([command]);
	return command;
}

/** Delivers what waits of this person, unless another tab is at it; then waits for that. */
export const deliver = (person: string) =>
	alone(() => deliverAll({ ...store, list: () => list(person) }, send));
