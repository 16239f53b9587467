/** The only code that queries the plan's tables. Who may do what, the database decides (supabase/schemas/30_plan.sql). */
import type * as v from 'valibot';
import { addOnce, changed, rows, type Database, type Row } from '$lib/server/database';
import type { AddGoal, EditGoal, NoteProgress } from './commands.server';
import { nextVisit, type Goal, type Progress, type Touch } from './plan';

type Input<Schema extends v.GenericSchema> = v.InferOutput<Schema>;

const goalColumns =
	'id, family_id, parent_id, level, about_id, life_area, first_words, title, sign, due_on, position, created_at, changed_at, done_at';

type GoalRow = Pick<
	Row<'goal'>,
	| 'id'
	| 'family_id'
	| 'parent_id'
	| 'level'
	| 'about_id'
	| 'life_area'
	| 'first_words'
	| 'title'
	| 'sign'
	| 'due_on'
	| 'position'
	| 'created_at'
	| 'changed_at'
	| 'done_at'
>;

const toGoal = (row: GoalRow): Goal => ({
	id: row.id,
	familyId: row.family_id,
	parentId: row.parent_id,
	level: row.level,
	aboutId: row.about_id,
	lifeArea: row.life_area,
	firstWords: row.first_words,
	title: row.title,
	sign: row.sign,
	dueOn: row.due_on,
	position: row.position,
	createdAt: row.created_at,
	changedAt: row.changed_at,
	doneAt: row.done_at,
});

const toProgress = (row: Row<'goal_progress'>): Progress => ({
	id: row.id,
	goalId: row.goal_id,
	notedBy: row.noted_by,
	notedAt: row.noted_at,
	note: row.note,
	score: row.score,
});

/** The goals on the plans of these families. */
export async function list(db: Database, families: string[]): Promise<Goal[]> {
	const answer = await db.from('goal').select(goalColumns).in('family_id', families).is('removed_at', null);
	return rows(answer).map(toGoal);
}

/** Goals about my children that stand in the plan of their other home. */
export async function listFromOtherHomes(db: Database, ownFamilies: string[]): Promise<Goal[]> {
	const answer = await db
		.from('goal')
		.select(goalColumns)
		.not('family_id', 'in', `(${ownFamilies.join(',')})`)
		.is('removed_at', null);
	return rows(answer).map(toGoal);
}

/** One goal, also a removed one; null when there is none that I may see. */
export async function get(db: Database, id: string): Promise<Goal | null> {
	const row = rows(await db.from('goal').select(goalColumns).eq('id', id).maybeSingle());
	return row && toGoal(row);
}

/** The latest progress in these families' plans, newest first, at most 200. */
export async function listProgress(db: Database, families: string[]): Promise<Progress[]> {
	const answer = await db
		.from('goal_progress')
		.select()
		.in('family_id', families)
		.order('noted_at', { ascending: false })
		.limit(200);
	return rows(answer).map(toProgress);
}

/** Adds a goal, or a step when it has a parent. The words given now are kept as the first words. */
export async function addGoal(db: Database, by: string, goal: Input<typeof AddGoal>): Promise<void> {
	await addOnce(
		db,
		'goal',
		{
			id: goal.id,
			family_id: goal.family,
			parent_id: goal.parent,
			about_id: goal.about,
			life_area: goal.area,
			first_words: goal.title,
			title: goal.title,
			sign: goal.sign,
			due_on: goal.dueOn,
			created_by: by,
		},
		['family_id', 'parent_id', 'about_id', 'life_area', 'first_words', 'sign', 'due_on', 'created_by'],
	);
}

/** Changes the words, the sign, the date or the area. */
export async function editGoal(db: Database, goal: Input<typeof EditGoal>): Promise<void> {
	await change(db, goal.id, { title: goal.title, sign: goal.sign, due_on: goal.dueOn, life_area: goal.area });
}

/** Marks a goal as walked, or as not walked after all. */
export const setDone = (db: Database, id: string, at: Date | null) =>
	change(db, id, { done_at: at?.toISOString() ?? null });

/** Takes a goal with its steps off the plan, or puts it back. */
export const setRemoved = (db: Database, id: string, at: Date | null) =>
	change(db, id, { removed_at: at?.toISOString() ?? null });

/** Moves a goal one place among its siblings. @throws {DatabaseError} as a refusal at the end of the line */
export async function move(db: Database, id: string, direction: 'up' | 'down'): Promise<void> {
	rows(await db.rpc('move_goal', { goal: id, up: direction === 'up' }));
}

async function change(db: Database, id: string, values: Partial<Row<'goal'>>): Promise<void> {
	changed(await db.from('goal').update(values).eq('id', id).select('id'));
}

/** Notes how it goes with a goal. */
export async function noteProgress(
	db: Database,
	by: string,
	entry: Input<typeof NoteProgress>,
): Promise<void> {
	await addOnce(
		db,
		'goal_progress',
		{
			id: entry.id,
			goal_id: entry.goal,
			family_id: entry.family,
			noted_by: by,
			note: entry.note,
			score: entry.score,
		},
		['goal_id', 'family_id', 'noted_by', 'note', 'score'],
	);
}

/**
 * Since when changes are news to this person in this plan, and notes that they look now.
 * @returns null at the first visit
 */
export async function newsSince(
	db: Database,
	person: string,
	family: string,
	at: Date,
	isLookedAt: boolean,
): Promise<string | null> {
	const mine = { person_id: person, family_id: family };
	const row = rows(await db.from('plan_visit').select('visited_at, since').match(mine).maybeSingle());
	const visit = nextVisit(row && { visitedAt: row.visited_at, since: row.since }, at);
	if (isLookedAt && visit.visitedAt !== row?.visited_at) {
		rows(await db.from('plan_visit').upsert({ ...mine, visited_at: visit.visitedAt, since: visit.since }));
	}
	return visit.since;
}

/** When this person last looked at these plans, by family; a plan never looked at is left out. Notes nothing. */
export async function visits(
	db: Database,
	person: string,
	families: string[],
): Promise<Record<string, string>> {
	const answer = await db
		.from('plan_visit')
		.select('family_id, visited_at')
		.eq('person_id', person)
		.in('family_id', families);
	return Object.fromEntries(rows(answer).map((row) => [row.family_id, row.visited_at]));
}

/** What happened in these plans after this moment, without the words: newest first, at most 500. */
export async function touchedSince(db: Database, families: string[], since: string): Promise<Touch[]> {
	return rows(await db.rpc('plan_touches', { families, since })).map((row) => ({
		familyId: row.family_id,
		goalId: row.goal_id,
		at: row.touched_at,
	}));
}
