/** Who came into the families and their teams, and who left (88_family_log.sql). */
import { mapped, type Window } from '$lib/more';
import type { Database } from '$lib/server/database';
import { counted, descending, shown } from '$lib/server/rows';

/** The log of these families, newest first. */
export async function log(db: Database, families: string[], window: Window) {
	const answer = await db
		.from('family_event')
		.select(
			'id, kind, happenedAt:happened_at, personId:person_id, name:person_name, profession, place, elsewhere, byId:by_id, byName:by_name, agreedName:agreed_name, wasFirst:was_first, wasHereUntil:was_here_until, isParentElsewhere:is_parent_elsewhere, before:was_called, reason, ...family!inner(family:name)',
			counted,
		)
		.in('family_id', families)
		.order('happened_at', descending)
		.order('id', descending)
		.range(window.from, window.to - 1);
	return mapped(shown(answer, window), ({ byId, ...event }) => ({
		...event,
		byThemselves: byId !== null && byId === event.personId,
	}));
}

/** A line of it. */
export type FamilyEvent = Awaited<ReturnType<typeof log>>['rows'][number];
