/** What families share with a professional: what it is, and reading it. */
import { rows, type Database } from '$lib/server/database';
import type { SharedWithMe } from './shared';

/**
 * What these people share with this professional now, by name: whose answers, about what, until when. Reads no answer,
 * so it leaves no line in the access log.
 */
export async function sharedWith(
	db: Database,
	professional: string,
	people: string[],
): Promise<SharedWithMe[]> {
	const answer = await db
		.from('share')
		.select('id, topic, valid_until, owner:person!share_owner_id_fkey!inner(id, name)')
		.eq('professional_id', professional)
		.in('owner_id', people)
		.is('withdrawn_at', null);
	return rows(answer)
		.map(({ id, topic, valid_until, owner }) => ({ id, topic, owner, validUntil: valid_until }))
		.sort((a, b) => a.owner.name.localeCompare(b.owner.name, 'da') || a.topic.localeCompare(b.topic));
}

/**
 * Reads the answers a family shares with me. The database writes every read into the family's access log in the same
 * transaction, so this is called when a person asks to read, and never to find out something else.
 * @throws {DatabaseError} 42501 for somebody who is not in the team
 */
export async function read(db: Database, family: string) {
	return rows(await db.rpc('read_shared_ratings', { family }));
}
