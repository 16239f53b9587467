import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { createHash } from 'node:crypto';
import { sessionKeeper } from '$lib/server/database';
import { rows } from '$lib/server/rows';
import type { SessionAttributes, SignedIn } from './session';

/** SHA-256, hex: what the database keeps instead of the secret in the cookie. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

interface SessionRead {
	id: string;
	own_device: boolean;
	expires_at: string;
	person: SignedIn;
}

/**
 * Lucia's door to our sessions. Lucia would store the session id as it is and prolong it without end; here the
 * database keeps a hash, decides the limits and prolongs (80_signin.sql), so Lucia's own times are not used.
 */
export const adapter: Adapter = {
	async getSessionAndUser(secret) {
		const answer = await sessionKeeper().rpc('session_read', { secret_hash: hashOf(secret) });
		const read = rows(answer) as unknown as SessionRead | null;
		if (!read) return [null, null];
		const attributes: SessionAttributes = { sessionId: read.id, ownDevice: read.own_device };
		const session = {
			id: secret,
			userId: read.person.id,
			expiresAt: new Date(read.expires_at),
			attributes,
		} as DatabaseSession;
		return [session, { id: read.person.id, attributes: read.person } as DatabaseUser];
	},
	async setSession(session) {
		const { ownDevice, device } = session.attributes as unknown as SessionAttributes;
		const answer = await sessionKeeper().rpc('session_start', {
			secret_hash: hashOf(session.id),
			person: session.userId,
			own_device: ownDevice,
			device: device ?? '',
		});
		rows(answer);
	},
	async deleteSession(secret) {
		rows(await sessionKeeper().rpc('session_end', { secret_hash: hashOf(secret) }));
	},
	async deleteUserSessions(person) {
		rows(await sessionKeeper().rpc('sessions_end_all', { person }));
	},
	// The database prolongs when it reads, lists through row-level security and forgets expired sessions by itself.
	updateSessionExpiration: async () => {},
	getUserSessions: async () => [],
	deleteExpiredSessions: async () => {},
};
