/** Who came into the families and their teams, and who left (88_family_log.sql). */
import { mapped, type Window } from '$lib/more';
import type { Database } from '$lib/server/database';
import { calledIn } from '$lib/family/called';
import type { Member } from '$lib/family/family';
import { counted, descending, firstOf, shown } from '$lib/server/rows';

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

/** Of more than this who have left, the plan does not say by name who they were. */
const mostGone = 100;

/** Who has left these families, as they are called among `ours` who are there; nobody to whom the log does not tell it. */
export async function gone(
	db: Database,
	families: string[],
	ours: readonly Member[],
): Promise<Pick<Member, 'id' | 'name'>[]> {
	const answer = await db
		.from('family_event')
		.select('id:person_id, name:person_name')
		.in('family_id', families)
		.eq('kind', 'left')
		.order('happened_at', descending)
		.order('id', descending)
		.limit(mostGone + 1);
	const left = new Map(
		firstOf(answer, mostGone).rows.flatMap(({ id, name }) => (id && name ? [[id, name]] : [])),
	);
	for (const { id } of ours) left.delete(id);
	const whole = ours.map(({ id, name, wholeName }) => ({ id, name: wholeName ?? name }));
	return calledIn([...whole, ...Array.from(left, ([id, name]) => ({ id, name }))]).filter(({ id }) =>
		left.has(id),
	);
}

/** A line of it. */
export type FamilyEvent = Awaited<ReturnType<typeof log>>['rows'][number];
