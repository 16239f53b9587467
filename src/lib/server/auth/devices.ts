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

/** My signed-in devices, the one used last first. */
export async function devices(db: Database, now: Date): Promise<Device[]> {
	const answer = await db
		.from('session')
		.select('id, device, own_device, seen_at, created_at')
		.gt('expires_at', now.toISOString())
		.order('seen_at', { ascending: false });
	return rows(answer).map((row) => ({
		id: row.id,
		name: row.device,
		ownDevice: row.own_device,
		seenAt: row.seen_at,
		since: row.created_at,
	}));
}

/** Signs one of my devices out from here. */
export async function signOutThere(db: Database, sessionId: string): Promise<void> {
	changed(await db.from('session').delete().eq('id', sessionId).select('id'));
}
