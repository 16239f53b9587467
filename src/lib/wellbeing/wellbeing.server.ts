/** The only code that queries well-being. Nobody but the person reads these tables (supabase/schemas/60_wellbeing.sql). */
import type * as v from 'valibot';
import { addOnce, changed, rows, type Database, type Row } from '$lib/server/database';
import type { Point } from './curve';
import { emptyDraft, withAnswer, type DraftAnswers } from './draft';
import type { AddScale, KeepAnswer, Rate } from './commands.server';
import type { Asked, Rating, Scale, Topic } from './wellbeing';

const toRating = (
	row: Pick<Row<'rating'>, 'id' | 'topic' | 'scale_id' | 'answers' | 'score' | 'rated_at'>,
): Rating => ({
	id: row.id,
	topic: row.topic,
	scaleId: row.scale_id,
	answers: row.answers,
	score: row.score,
	ratedAt: row.rated_at,
});

const toScale = (row: Row<'scale'>): Scale => ({
	id: row.id,
	kind: row.kind,
	name: row.name,
	lowWords: row.low_words,
	highWords: row.high_words,
	createdAt: row.created_at,
	retiredAt: row.retired_at,
});

const ratingColumns = 'id, topic, scale_id, answers, score, rated_at';

/**
 * Keeps one answer of this person; the same command twice is one row. The draft it grew from is gone afterwards.
 * @throws {DatabaseError} rating_not_in_the_future when `ratedAt` lies more than five minutes ahead;
 * rating_not_long_ago when more than 30 days back; rating_not_before_the_person; rating_on_own_scale when the scale is somebody else's
 */
export async function rate(
	db: Database,
	person: string,
	rating: v.InferOutput<typeof Rate> & { ratedAt: string | null },
): Promise<void> {
	await addOnce(
		db,
		'rating',
		{
			id: rating.id,
			person_id: person,
			topic: rating.topic,
			scale_id: rating.scale,
			answers: rating.answers,
			// Left out, it is the database's now.
			...(rating.ratedAt && { rated_at: rating.ratedAt }),
		},
		['person_id', 'topic', 'scale_id', 'answers'],
	);
	await dropDraft(db, person, { topic: rating.topic, scaleId: rating.scale });
}

/** Takes an answer back: it is gone. @throws {DatabaseError} 42501 when it is gone already */
export async function takeBack(db: Database, person: string, id: string): Promise<void> {
	changed(await db.from('rating').delete().eq('id', id).eq('person_id', person).select('id'));
}

/** This person's answers in the order of time, at most the newest 900; of one instrument when given. */
export async function ratings(db: Database, person: string, asked?: Asked): Promise<Rating[]> {
	let query = db.from('rating').select(ratingColumns).eq('person_id', person);
	if (asked) query = query.eq('topic', asked.topic);
	if (asked?.scaleId) query = query.eq('scale_id', asked.scaleId);
	const newest = rows(await query.order('rated_at', { ascending: false }).limit(900));
	return newest.reverse().map(toRating);
}

/** This person's own scales, also those no longer used, in the order they were made. */
export async function scales(db: Database, person: string): Promise<Scale[]> {
	return rows(await db.from('scale').select().eq('person_id', person).order('created_at')).map(toScale);
}

/** One own scale; null when this person has none such. */
export async function scale(db: Database, person: string, id: string): Promise<Scale | null> {
	const row = rows(await db.from('scale').select().eq('person_id', person).eq('id', id).maybeSingle());
	return row && toScale(row);
}

/** Makes a scale; the same command twice is one. */
export async function addScale(
	db: Database,
	person: string,
	added: v.InferOutput<typeof AddScale>,
): Promise<void> {
	await addOnce(
		db,
		'scale',
		{
			id: added.id,
			person_id: person,
			kind: added.kind,
			name: added.name,
			low_words: added.lowWords,
			high_words: added.highWords,
		},
		['person_id', 'kind', 'name', 'low_words', 'high_words'],
	);
}

/** Stops using a scale, or (null) uses it again. The answers on it stay. */
export async function retireScale(db: Database, person: string, id: string, at: Date | null): Promise<void> {
	changed(
		await db
			.from('scale')
			.update({ retired_at: at?.toISOString() ?? null })
			.eq('id', id)
			.eq('person_id', person)
			.select('id'),
	);
}

export interface Draft extends Asked {
	answers: DraftAnswers;
}

/** What this person has begun to answer. */
export async function drafts(db: Database, person: string): Promise<Draft[]> {
	const found = rows(
		await db.from('rating_draft').select('topic, scale_id, answers').eq('person_id', person),
	);
	return found.map(({ topic, scale_id, answers }) => ({
		topic,
		scaleId: scale_id,
		// An array in PostgreSQL can hold nulls; the generated type does not know.
		answers: answers as DraftAnswers,
	}));
}

/** The answers begun with one instrument; all open when there are none. */
export async function draft(db: Database, person: string, asked: Asked): Promise<DraftAnswers> {
	const found = (await drafts(db, person)).find(
		({ topic, scaleId }) => topic === asked.topic && scaleId === asked.scaleId,
	);
	return found?.answers ?? emptyDraft(asked.topic);
}

/** Keeps one answer of a draft. @returns the draft as it is now */
export async function keepAnswer(
	db: Database,
	person: string,
	asked: Asked,
	{ question, answer }: Pick<v.InferOutput<typeof KeepAnswer>, 'question' | 'answer'>,
): Promise<DraftAnswers> {
	const answers = withAnswer(asked.topic, await draft(db, person, asked), question, answer);
	rows(
		await db.from('rating_draft').upsert(
			{
				person_id: person,
				topic: asked.topic,
				scale_id: asked.scaleId,
				answers: answers as number[],
			},
			{ onConflict: 'person_id,topic,scale_id' },
		),
	);
	return answers;
}

/** Throws the answers begun with one instrument away. */
export async function dropDraft(db: Database, person: string, asked: Asked): Promise<void> {
	const mine = db.from('rating_draft').delete().eq('person_id', person).eq('topic', asked.topic);
	rows(await (asked.scaleId ? mine.eq('scale_id', asked.scaleId) : mine));
}

export interface Latest {
	topic: Topic;
	/** The own scale's name; null for the other topics. */
	scaleName: string | null;
	score: number;
	/** ISO 8601 */
	ratedAt: string;
	/** The last eight of the same kind in the order of time, this one included. */
	points: Point[];
}

/** The last answer this person gave, with the few before it, for Home; null when there is none. */
export async function latest(db: Database, person: string): Promise<Latest | null> {
	const newest = rows(
		await db
			.from('rating')
			.select('topic, scale_id, score, rated_at, scale(name)')
			.eq('person_id', person)
			.order('rated_at', { ascending: false })
			.limit(40),
	);
	const last = newest[0];
	if (!last) return null;
	const same = newest.filter(({ topic, scale_id }) => topic === last.topic && scale_id === last.scale_id);
	return {
		topic: last.topic,
		scaleName: last.scale?.name ?? null,
		score: last.score,
		ratedAt: last.rated_at,
		points: same
			.slice(0, 8)
			.reverse()
			.map(({ rated_at, score }) => ({ at: rated_at, score })),
	};
}
