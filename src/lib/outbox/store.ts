/** The outbox's place on the phone: an IndexedDB. What is a person's own in it goes when they sign out. */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { found, type Command } from './outbox';

const database = 'outbox';

interface Schema extends DBSchema {
	commands: { key: [person: string, id: string]; value: Command };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function open() {
	const opening = (opened ??= openDB<Schema>(database, 1, {
		upgrade: (db) => void db.createObjectStore('commands', { keyPath: ['person', 'id'] }),
		// Another tab deletes it when nothing is in it; that must not wait for us.
		blocking: (_current, _blocked, event) => {
			(event.target as IDBDatabase).close();
			opened = undefined;
		},
		terminated: () => (opened = undefined),
	}));
	// What fails once may go well the next time.
	opening.catch(() => (opened = undefined));
	return opening;
}

/** Whether anything has been put here since it was last emptied; an older browser does not say, and may hold something. */
export const isThere = async (): Promise<boolean> =>
	(await (indexedDB as Partial<IDBFactory>).databases?.())?.some(({ name }) => name === database) ?? true;

const ofPerson = (person: string) => IDBKeyRange.bound([person], [person, []]);

/** What waits or was refused of this person, in order of time. */
export async function list(person: string): Promise<Command[]> {
	const db = await open();
	return (await db.getAll('commands', ofPerson(person))).map(found);
}

/** Puts in a new command, or one that is tried again. */
export async function add(command: Command): Promise<void> {
	await (await open()).put('commands', command);
}

/**
 * Changes commands that are there. What was taken out meanwhile, in another tab or by signing out, does not come back.
 * @returns whether all of them are there
 */
export async function change(commands: readonly Command[]): Promise<boolean> {
	const { store, done } = (await open()).transaction('commands', 'readwrite');
	const there = await Promise.all(
		commands.map(async (command) => {
			if ((await store.getKey([command.person, command.id])) === undefined) return false;
			await store.put(command);
			return true;
		}),
	);
	await done;
	return there.every(Boolean);
}

export async function remove({ person, id }: Pick<Command, 'person' | 'id'>): Promise<void> {
	await (await open()).delete('commands', [person, id]);
}

/** Takes out what has certainly not arrived. @returns false: it may have, and stays */
export async function takeBack({ person, id }: Pick<Command, 'person' | 'id'>): Promise<boolean> {
	const { store, done } = (await open()).transaction('commands', 'readwrite');
	const kept = await store.get([person, id]);
	const mayHaveArrived = !!kept && found(kept).mayHaveArrived;
	if (!mayHaveArrived) await store.delete([person, id]);
	await done;
	return !mayHaveArrived;
}

/** Takes out everything of this person, and leaves nothing behind where nobody else has anything here. */
export async function forget(person: string): Promise<void> {
	const db = await open();
	await db.delete('commands', ofPerson(person));
	if (await db.count('commands')) return;
	opened = undefined;
	db.close();
	await deleteDB(database);
}
