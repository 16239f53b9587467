/** The name of the outbox's database. */
export const database = 'outbox';

/** Removes the outbox from this phone, whoever's commands are in it. */
export const forgetAll = () =>
	new Promise<void>((done) => {
		const request = indexedDB.deleteDatabase(database);
		request.onsuccess = request.onerror = request.onblocked = () => done();
	});
