/** The only code that queries enrolments. Who may see and write what, the database decides (supabase/schemas, 12, 16 and 47). */
import type * as v from 'valibot';
import type { Database } from '$lib/server/database';
import { all, descending, rows } from '$lib/server/rows';
import type { Answer, Again, Offer, OnADay, SetTier } from './commands.server';
import type { Enrolment } from './enrolment';

/** The times in which these families took part, the last first. */
export async function list(db: Database, families: string[]): Promise<Enrolment[]> {
	const answer = await db
		.from('enrolment')
		.select(
			`id, familyId:family_id, visitedOn:visited_on, offeredOn:offered_on, answeredOn:answered_on, answer,
			endedOn:ended_on, endedAt:ended_at, createdAt:created_at, tiers:enrolment_tier!tier_of_an_enrolment(tier, fromOn:from_on)`,
		)
		.in('family_id', families)
		.order('visited_on', descending)
		.order('created_at', descending)
		.limit(all)
		.order('from_on', { referencedTable: 'tiers', ascending: false })
		.limit(all, { referencedTable: 'tiers' });
	return rows(answer);
}

type Input<Schema extends v.GenericSchema> = v.InferOutput<Schema>;

/** A place was offered to the family. Another day corrects it. */
export async function offer(db: Database, { id, on, drawnFrom }: Input<typeof Offer>): Promise<void> {
	rows(await db.rpc('offer_place', { enrolment: id, offered_on: on, drawn_from: drawnFrom ?? undefined }));
}

/** What the family answered to the offer. A no ends the enrolment. */
export async function answer(db: Database, { id, answer, on }: Input<typeof Answer>): Promise<void> {
	rows(await db.rpc('answer_place', { enrolment: id, answer, answered_on: on }));
}

/** How far the family has come, from a day on. */
export async function setTier(
	db: Database,
	{ id, tier, on, drawnFrom }: Input<typeof SetTier>,
): Promise<void> {
	rows(await db.rpc('set_tier', { enrolment: id, tier, from_on: on, drawn_from: drawnFrom ?? undefined }));
}

/** The family takes part no more: its team goes, and its plan stays for it to read. */
export async function end(db: Database, { id, on }: Input<typeof OnADay>): Promise<void> {
	rows(await db.rpc('end_enrolment', { enrolment: id, ended_on: on }));
}

/** The family takes part again, and goes on with its plan. */
export async function again(
	db: Database,
	{ id, family, visitedOn, tier }: Input<typeof Again>,
): Promise<void> {
	rows(await db.rpc('enrol_again', { id, family, visited_on: visitedOn, ...(tier && { tier }) }));
}
