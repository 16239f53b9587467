/** The agenda of a meeting: what people bring to it (supabase/schemas/42_meetings_agenda.sql). */
import type * as v from 'valibot';
import { addOnce, changed, type Database } from '$lib/server/database';
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

/** Takes one's own point off the agenda; it can come back. */
export const removePoint = (db: Database, id: string, at: Date) => setRemoved(db, id, at);

/** Puts it back where it stood. */
export const restorePoint = (db: Database, id: string) => setRemoved(db, id, null);

async function setRemoved(db: Database, id: string, at: Date | null): Promise<void> {
	const values = { removed_at: at?.toISOString() ?? null };
	changed(await db.from('agenda_point').update(values).eq('id', id).select('id'));
}
