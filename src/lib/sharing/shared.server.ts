/** Reading what somebody shares: as the one who shares it, and as the one with whom (supabase/schemas/71_sharing_reading.sql). */
import { groupedBy } from '$lib/grouped';
import type { Database } from '$lib/server/database';
import { all, rows } from '$lib/server/rows';
import type { End, SharedRating } from '$lib/wellbeing/shared';
import type { Topic } from '$lib/wellbeing/wellbeing';
import type { SharedWithMe } from './sharing';

/** My own answers on a topic, exactly as someone sees them with whom I share it. Writes no log: nobody else looks. */
export async function preview(db: Database, topic: Topic): Promise<SharedRating[]> {
	return rows(await db.rpc('preview_share', { shared_topic: topic }));
}

/**
 * What the people of a family share with this professional now, by name: whose answers, about what, until when. Reads no answer,
 * so it leaves no line in the access log.
 */
export async function sharedWith(
	db: Database,
	professional: string,
	family: string,
): Promise<SharedWithMe[]> {
	const answer = await db
		.from('share')
		.select(
			'id, topic, validUntil:valid_until, owner:person!share_owner_id_fkey!inner(id, name, member!inner())',
		)
		.eq('professional_id', professional)
		.eq('owner.member.family_id', family)
		.is('owner.member.left_at', null)
		.is('withdrawn_at', null)
		.order('valid_until', { ascending: false })
		.limit(all);
	// Two choices for the same topic count as the longer one.
	const longest = groupedBy(rows(answer), ({ owner, topic }) => `${owner.id} ${topic}`);
	return [...longest.values()]
		.flatMap((choices) => choices.slice(0, 1))
		.sort((a, b) => a.owner.name.localeCompare(b.owner.name, 'da') || a.topic.localeCompare(b.topic));
}

/**
 * Reads the answers a family shares with the professional who asks: the newest, or those after an answer. The first request writes the access log, the second
 * shows what the log then says was read (docs/decisions/006). So this is called when a person asks to read, and never
 * to find out something else.
 * @throws {DatabaseError} 42501 for somebody who is not in the team
 */
export async function readShared(db: Database, family: string, after: End | null): Promise<SharedRating[]> {
	const older = after ? { before: after.at, before_id: after.id } : {};
	const reading = rows(await db.rpc('open_shared_ratings', { family, ...older }));
	return rows(await db.rpc('read_shared_ratings', { reading, ...older }));
}
