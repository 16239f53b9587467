/** The only code that queries answers about oneself. Own scales and drafts have files of their own. Nobody but the person reads these tables (supabase/schemas/61_wellbeing.sql). */
import type * as v from 'valibot';
import { addOnce } from '$lib/server/add-once';
import type { Database } from '$lib/server/database';
import { all, changed, counted, descending, firstOf, rows, shown } from '$lib/server/rows';
import type { Shown, Window } from '$lib/more';
import { byTime } from './change';
import type { Point } from './curve';
import { rowsOf } from './drafts.server';
import type { Rate } from './commands.server';
import type { Asked, Rating, Topic } from './wellbeing';

const ratingColumns = 'id, topic, scaleId:scale_id, answers, score, ratedAt:rated_at';

/**
 * Keeps one answer of this person; the same command twice is one row. The draft it grew from is gone afterwards
 * (ends_draft); one begun since is another answer.
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
}

/** Takes an answer back: it is gone. @throws {DatabaseError} 42501 when it is gone already */
export async function takeBack(db: Database, person: string, id: string): Promise<void> {
	changed(await db.from('rating').delete().eq('id', id).eq('person_id', person).select('id'));
}

/** How many answers a curve shows: the newest. */
const onCurve = 200;

/**
 * The last answers of this person with every instrument, in the order of time: of each the newest eight, and the
 * first since a day (YYYY-MM-DD), from which change is measured.
 */
export async function overview(db: Database, since: string | null): Promise<Rating[]> {
	const answer = await db
		.rpc('latest_ratings', { each: 8, ...(since && { since }) })
		.select(ratingColumns)
		.limit(all);
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
		.match(rowsOf(person, asked))
		.order('rated_at', descending)
		.order('id')
		.range(window.from, window.to - 1);
	return shown(answer, window);
}

/** How many answers on a topic this person had given by a moment (ISO 8601). */
export async function countUntil(db: Database, person: string, topic: Topic, until: string): Promise<number> {
	const answer = await db
		.from('rating')
		.select('id', { ...counted, head: true })
		.match({ person_id: person, topic })
		.lte('rated_at', until);
	rows(answer);
	return answer.count ?? 0;
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
			.match(rowsOf(person, asked))
			.order('rated_at', descending)
			.limit(onCurve + 1)
			// The page says of how many these are.
			.then((answer) => firstOf(answer, onCurve).rows),
		since === null
			? null
			: db
					.from('rating')
					.select(ratingColumns)
					.match(rowsOf(person, asked))
					.gte('rated_at', `${since} 00:00 Europe/Copenhagen`)
					.order('rated_at')
					.limit(1)
					.maybeSingle()
					.then(rows),
	]);
	const found = newest.reverse();
	return first && !found.some(({ id }) => id === first.id) ? [...found, first].sort(byTime) : found;
}

export interface Latest {
	topic: Topic;
	/** The own scale's name; null for the other topics. */
	scaleName: string | null;
	score: number;
	/** ISO 8601 */
	ratedAt: string;
	/** The last of the same kind in the order of time, this one included; at most eight. */
	points: Point[];
}

/** The last answer this person gave, with the few before it, for Home; null when there is none. */
export async function latest(db: Database, person: string): Promise<Latest | null> {
	const answer = await db
		.from('rating')
		.select('topic, scaleId:scale_id, score, ratedAt:rated_at, scale(name)')
		.eq('person_id', person)
		.order('rated_at', descending)
		.limit(40 + 1);
	const newest = firstOf(answer, 40).rows;
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
