/** The outbox's place on the phone: an IndexedDB that goes at sign-out. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { database } from './place';
import { found, type Command } from './outbox';

interface Schema extends DBSchema {
	commands: { key: [person: string, id: string]; value: Command };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function open() {
	opened ??= openDB<Schema>(database, 1, {
		upgrade: (db) => void db.createObjectStore('commands', { keyPath: ['person', 'id'] }),
		// Signing out in another tab deletes it; that must not wait for us.
		blocking: (_current, _blocked, event) => {
			(event.target as IDBDatabase).close();
			opened = undefined;
		},
		terminated: () => (opened = undefined),
	});
	return opened;
}

const ofPerson = (person: string) => IDBKeyRange.bound([person], [person, []]);

/** What waits or was refused of this person, in order of time. */
export async function list(person: string): Promise<Command[]> {
	const db = await open();
	return (await db.getAll('commands', ofPerson(person))).map(found);
}

export async function put(commands: readonly Command[]): Promise<void> {
	const transaction = (await open()).transaction('commands', 'readwrite');
	await Promise.all([...commands.map((command) => transaction.store.put(command)), transaction.done]);
}

export async function remove({ person, id }: Pick<Command, 'person' | 'id'>): Promise<void> {
	await (await open()).delete('commands', [person, id]);
}
