/** The agenda of a meeting: what people bring to it (supabase/schemas/42_meetings_agenda.sql). */
import type * as v from 'valibot';
import { addOnce } from '$lib/server/add-once';
import { changeAsSeen } from '$lib/server/as-seen';
import type { Database } from '$lib/server/database';
import { changed } from '$lib/server/rows';
import type { AddPoint } from './commands.server';

/** Puts a point on the agenda. */
export async function addPoint(
	db: Database,
	by: string,
	point: v.InferOutput<typeof AddPoint>,
): Promise<void> {
	await addOnce(
		db,
		'agenda_point',
		{
			id: point.id,
			meeting_id: point.meeting,
			family_id: point.family,
			author_id: by,
			wording: point.wording,
		},
		['meeting_id', 'family_id', 'author_id', 'wording'],
	);
}

/** Takes one's own point off the agenda; it can come back. @returns since when it is off */
export async function removePoint(db: Database, id: string, at: Date): Promise<string> {
	const values = { removed_at: at.toISOString() };
	const [point] = changed(
		await db.from('agenda_point').update(values).eq('id', id).select('removedAt:removed_at'),
	);
	return point!.removedAt!;
}

/** Puts it back where it stood, as it was taken off at that time. */
export const restorePoint = (db: Database, id: string, removedAt: string) =>
	changeAsSeen(
		db,
		'agenda_point',
		{ id },
		{ removed_at: null },
		{ column: 'removed_at', was: removedAt, already: 'removed_at.is.null' },
	);
