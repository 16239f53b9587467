/** Delivery without a page of ours open: the browser wakes the service worker when there is a network (Background Sync). */

/** Not every browser has it, and none tells TypeScript of it. */
type Registration = ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } };

// The tag says whose commands are delivered: the worker knows nobody.
const prefix = 'outbox ';
/** Whose commands a tag is about; null: none. */
export const personOf = (tag: string): string | null =>
	tag.startsWith(prefix) ? tag.slice(prefix.length) : null;

/** @returns whether what waits of this person is delivered when there is a network, whatever is open by then */
export async function wakeFor(person: string): Promise<boolean> {
	try {
		const registration: Registration | undefined = await navigator.serviceWorker.getRegistration();
		if (!registration?.active || !registration.sync) return false;
		await registration.sync.register(prefix + person);
		return true;
	} catch {
		// No workers here, or whoever has the browser does not want it.
		return false;
	}
}
