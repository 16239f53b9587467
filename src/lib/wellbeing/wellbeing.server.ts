/** The only code that queries well-being. Nobody but the person reads these tables (supabase/schemas/60_wellbeing.sql). */
import type * as v from 'valibot';
import { addOnce, changed, rows, type Database, counted, descending, shown } from '$lib/server/database';
import type { Shown, Window } from '$lib/more';
import { byTime } from './change';
import type { Point } from './curve';
import { emptyDraft, withAnswer, type DraftAnswers } from './draft';
import type { AddScale, KeepAnswer, Rate } from './commands.server';
import type { Asked, Rating, Scale, Topic } from './wellbeing';

const ratingColumns = 'id, topic, scaleId:scale_id, answers, score, ratedAt:rated_at';
const scaleColumns =
	'id, kind, name, lowWords:low_words, highWords:high_words, createdAt:created_at, retiredAt:retired_at';

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

/** How many answers a curve shows: the newest. */
const onCurve = 200;

/** The rows of one instrument. */
const of = (person: string, { topic, scaleId }: Asked) => ({
	person_id: person,
	topic,
	...(scaleId && { scale_id: scaleId }),
});

/**
 * The last answers of this person with every instrument, in the order of time: of each the newest eight, and the
 * first since a day (YYYY-MM-DD), from which change is measured. At most 900.
 */
export async function overview(db: Database, since: string | null): Promise<Rating[]> {
	const answer = await db
		.rpc('latest_ratings', { each: 8, ...(since && { since }) })
		.select(ratingColumns)
		.limit(900);
	return rows(answer).reverse();
}

/** This person's answers with one instrument, newest first. */
export async function answersOf(
	db: Database,
	person: string,
	asked: Asked,
	window: Window,
): Promise<Shown<Rating>> {
	const answer = await db
		.from('rating')
		.select(ratingColumns, counted)
		.match(of(person, asked))
		.order('rated_at', descending)
		.order('id')
		.range(window.from, window.to - 1);
	return shown(answer, window);
}

/**
 * What a curve shows of one instrument, in the order of time: the newest 200 answers, and the first since a day
 * (YYYY-MM-DD in Denmark), from which change is measured.
 */
export async function curveOf(
	db: Database,
	person: string,
	asked: Asked,
	since: string | null,
): Promise<Rating[]> {
	const [newest, first] = await Promise.all([
		db
			.from('rating')
			.select(ratingColumns)
			.match(of(person, asked))
			.order('rated_at', descending)
			.limit(onCurve)
			.then(rows),
		since === null
			? null
			: db
					.from('rating')
					.select(ratingColumns)
					.match(of(person, asked))
					.gte('rated_at', `${since} 00:00 Europe/Copenhagen`)
					.order('rated_at')
					.limit(1)
					.maybeSingle()
					.then(rows),
	]);
	const found = newest.reverse();
	return first && !found.some(({ id }) => id === first.id) ? [...found, first].sort(byTime) : found;
}

/** This person's own scales, also those no longer used, in the order they were made, at most 200. */
export async function scales(db: Database, person: string): Promise<Scale[]> {
	const newest = rows(
		await db
			.from('scale')
			.select(scaleColumns)
			.eq('person_id', person)
			.order('created_at', descending)
			.limit(200),
	);
	return newest.reverse();
}

/** One own scale; null when this person has none such. */
export async function scale(db: Database, person: string, id: string): Promise<Scale | null> {
	return rows(await db.from('scale').select(scaleColumns).eq('person_id', person).eq('id', id).maybeSingle());
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

const draftColumns = 'topic, scaleId:scale_id, answers';

/** What this person has begun to answer, at most 200. */
export async function drafts(db: Database, person: string): Promise<Draft[]> {
	const answer = await db
		.from('rating_draft')
		.select(draftColumns)
		.eq('person_id', person)
		.order('changed_at', descending)
		.limit(200);
	// An array in PostgreSQL can hold nulls; the generated type does not know.
	return rows(answer) as Draft[];
}

/** The answers begun with one instrument; all open when there are none. */
export async function draft(db: Database, person: string, asked: Asked): Promise<DraftAnswers> {
	const found = rows(
		await db.from('rating_draft').select(draftColumns).match(of(person, asked)).maybeSingle(),
	) as Draft | null;
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
			.select('topic, scaleId:scale_id, score, ratedAt:rated_at, scale(name)')
			.eq('person_id', person)
			.order('rated_at', descending)
			.limit(40),
	);
	const last = newest[0];
	if (!last) return null;
	const same = newest.filter(({ topic, scaleId }) => topic === last.topic && scaleId === last.scaleId);
	return {
		topic: last.topic,
		scaleName: last.scale?.name ?? null,
		score: last.score,
		ratedAt: last.ratedAt,
		points: same
			.slice(0, 8)
			.reverse()
			.map(({ ratedAt, score }) => ({ at: ratedAt, score })),
	};
}
