/** What is done to the goals of a plan. Who may do what, the database decides (supabase/schemas/31_plan_goals.sql). */
import type * as v from 'valibot';
import { addOnce } from '$lib/server/add-once';
import { changeAsSeen } from '$lib/server/as-seen';
import type { Database, Row } from '$lib/server/database';
import { refuse } from '$lib/server/database-error';
import { changed, rows } from '$lib/server/rows';
import { fingerprintOf } from '$lib/server/fingerprint';
import type { AddGoal, EditGoal, NoteProgress } from './commands.server';

type Input<Schema extends v.GenericSchema> = v.InferOutput<Schema>;

/**
 * Adds a goal, or a step when it has a parent. All of it may be changed afterwards, and a step takes over from its goal
 * what it is not given; so what must be the same when the form comes again is the fingerprint of what was given.
 */
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
			title: goal.title,
			sign: goal.sign,
			due_on: goal.dueOn,
			created_by: by,
			made_as: fingerprintOf(goal),
		},
		['created_by', 'made_as'],
	);
}

/** Changes the words, the sign, the date or the area. */
export async function editGoal(db: Database, goal: Input<typeof EditGoal>): Promise<void> {
	await change(db, goal.id, {
		title: goal.title,
		sign: goal.sign,
		due_on: goal.dueOn,
		life_area: goal.area,
		revision: goal.drawnFrom,
	});
}

/**
 * Marks a goal as walked, or as not walked after all.
 * @param seen when the page had it said before; undefined: it waited on a phone
 */
export const setDone = (db: Database, id: string, at: Date | null, seen: string | null | undefined) =>
	changeAsSeen(
		db,
		'goal',
		{ id },
		{ done_at: at?.toISOString() ?? null },
		seen === undefined
			? null
			: { column: 'said_at', was: seen, already: at ? 'done_at.not.is.null' : 'done_at.is.null' },
	);

/**
 * Takes a goal with its steps off the plan.
 * @param revision of the goal as it was shown
 * @returns since when it is off, and who took it off: somebody else may have been first
 * @throws {DatabaseError} changed_since when it says something else by now
 */
export async function remove(
	db: Database,
	id: string,
	revision: number,
	at: Date,
): Promise<{ removedAt: string; by: string | null }> {
	const values = { removed_at: at.toISOString() };
	const seen = { column: 'revision', was: String(revision), already: 'removed_at.not.is.null' };
	await changeAsSeen(db, 'goal', { id }, values, seen);
	const asIs = db.from('goal').select('removedAt:removed_at, by:removed_by').eq('id', id).single();
	const { removedAt, by } = rows(await asIs);
	return { removedAt: removedAt!, by };
}

/** Puts it back, as it was taken off at that time. */
export const restore = (db: Database, id: string, removedAt: string) =>
	changeAsSeen(
		db,
		'goal',
		{ id },
		{ removed_at: null },
		{ column: 'removed_at', was: removedAt, already: 'removed_at.is.null' },
	);

/** Moves a goal one place among its siblings. @throws {DatabaseError} as a refusal at the end of the line */
export async function move(db: Database, id: string, direction: 'up' | 'down', past: string): Promise<void> {
	rows(await db.rpc('move_goal', { goal: id, up: direction === 'up', past }));
}

async function change(db: Database, id: string, values: Partial<Row<'goal'>>): Promise<void> {
	changed(await db.from('goal').update(values).eq('id', id).select('id'));
}

/**
 * Notes how it goes with a goal.
 * @throws {DatabaseError} plan_is_open when it was noted before, in a plan that has ended since: no team reads it any more
 */
export async function noteProgress(
	db: Database,
	by: string,
	entry: Input<typeof NoteProgress>,
): Promise<void> {
	const isNew = await addOnce(
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
	if (isNew) return;
	const open = db.from('plan').select('id').eq('family_id', entry.family).is('ended_at', null).maybeSingle();
	if (!rows(await open)) refuse('plan_is_open');
}
