/** The only code that queries well-being. Nobody but the person reads these tables (supabase/schemas/60_wellbeing.sql). */
import type * as v from 'valibot';
import { rows, type Database } from '$lib/server/database';
import type { Rate } from './wellbeing';

/**
 * Keeps one answer of this person; the same command twice is one row. The draft it grew from is gone afterwards.
 * @throws {DatabaseError} 23514 when `ratedAt` lies more than five minutes ahead, or the scale is somebody else's
 */
export async function rate(db: Database, person: string, rating: v.InferOutput<typeof Rate>): Promise<void> {
	rows(
		await db.from('rating').upsert(
			{
				id: rating.id,
				person_id: person,
				topic: rating.topic,
				scale_id: rating.scale,
				answers: rating.answers,
				// Left out, it is the database's now.
				...(rating.ratedAt && { rated_at: rating.ratedAt }),
			},
			{ onConflict: 'id', ignoreDuplicates: true },
		),
	);
}

/** Takes an answer back: it is gone. Once more does nothing. */
export async function takeBack(db: Database, person: string, id: string): Promise<void> {
	rows(await db.from('rating').delete().eq('id', id).eq('person_id', person));
}
