/** The devices a person is signed in on. */
import type { Database } from '$lib/server/database';
import { changed, counted, descending, shown } from '$lib/server/rows';
import type { Shown, Window } from '$lib/more';

export interface Device {
	id: string;
	/** Browser and system in a few words; empty when unknown. */
	name: string;
	ownDevice: boolean;
	seenAt: string;
	since: string;
}

/** How many devices are shown at first. */
export const devicesShown = 20;

/** My signed-in devices, the one used last first. */
export async function devices(db: Database, now: Date, window: Window): Promise<Shown<Device>> {
	const answer = await db
		.from('session')
		.select('id, name:device, ownDevice:own_device, seenAt:seen_at, since:created_at', counted)
		.gt('expires_at', now.toISOString())
		.order('seen_at', descending)
		.order('id')
		.range(window.from, window.to - 1);
	return shown(answer, window);
}

/** Signs one of my devices out from here. */
export async function signOutThere(db: Database, sessionId: string): Promise<void> {
	changed(await db.from('session').delete().eq('id', sessionId).select('id'));
}
