/** The devices a person is signed in on. */
import { changed, rows, type Database } from '$lib/server/database';

export interface Device {
	id: string;
	/** Browser and system in a few words; empty when unknown. */
	name: string;
	ownDevice: boolean;
	seenAt: string;
	since: string;
}

/** My signed-in devices, the one used last first, at most 50. */
export async function devices(db: Database, now: Date): Promise<Device[]> {
	return rows(
		await db
			.from('session')
			.select('id, name:device, ownDevice:own_device, seenAt:seen_at, since:created_at')
			.gt('expires_at', now.toISOString())
			.order('seen_at', { ascending: false })
			.limit(50),
	);
}

/** Signs one of my devices out from here. */
export async function signOutThere(db: Database, sessionId: string): Promise<void> {
	changed(await db.from('session').delete().eq('id', sessionId).select('id'));
}
