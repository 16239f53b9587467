/** The only code that queries what somebody has begun to answer (supabase/schemas/62_wellbeing_drafts.sql). */
import type * as v from 'valibot';
import type { Database } from '$lib/server/database';
import { DatabaseError } from '$lib/server/database-error';
import { all, descending, rows } from '$lib/server/rows';
import type { KeepAnswer } from './commands.server';
import { emptyDraft, type DraftAnswers } from './draft';
import type { Asked } from './wellbeing';

/** The rows of one instrument. */
export const rowsOf = (person: string, { topic, scaleId }: Asked) => ({
	person_id: person,
	topic,
	...(scaleId && { scale_id: scaleId }),
});

export interface Draft extends Asked {
	answers: DraftAnswers;
}

const draftColumns = 'topic, scaleId:scale_id, answers';

/** What this person has begun to answer. */
export async function list(db: Database, person: string): Promise<Draft[]> {
	const answer = await db
		.from('rating_draft')
		.select(draftColumns)
		.eq('person_id', person)
		.order('changed_at', descending)
		.limit(all);
	// An array in PostgreSQL can hold nulls; the generated type does not know.
	return rows(answer) as Draft[];
}

/** The answers begun with one instrument; all open when there are none. */
export async function of(db: Database, person: string, asked: Asked): Promise<DraftAnswers> {
	const found = rows(
		await db.from('rating_draft').select(draftColumns).match(rowsOf(person, asked)).maybeSingle(),
	) as Draft | null;
	return found?.answers ?? emptyDraft(asked.topic);
}

/** Keeps one answer of a draft, or (null) leaves it out. @returns the draft as it is now */
export async function keep(
	db: Database,
	{ topic, scaleId }: Asked,
	{
		question,
		answer,
		answeredAt,
	}: Pick<v.InferOutput<typeof KeepAnswer>, 'question' | 'answer' | 'answeredAt'>,
): Promise<DraftAnswers> {
	const given = {
		topic,
		question,
		answer: answer as number,
		...(scaleId && { scale: scaleId }),
		...(answeredAt && { answered: answeredAt }),
	};
	return rows(await db.rpc('keep_draft_answer', given));
}

/**
 * Throws the answers begun with one instrument away, and what is still on its way.
 * @throws {DatabaseError} 42501 when nothing is begun
 */
export async function drop(db: Database, { topic, scaleId }: Asked): Promise<void> {
	const wasBegun = rows(await db.rpc('drop_draft', { topic, ...(scaleId && { scale: scaleId }) }));
	if (!wasBegun) throw new DatabaseError({ code: '42501', message: '' });
}
