/** Reading the plan: its goals, what was noted about them, and what is new. What is done to it stands in changes.server.ts. */
import { householdsOf, type Mine } from '$lib/family/family';
import { withPart } from '$lib/choosing';
import type { Database } from '$lib/server/database';
import { all, counted, descending, firstOf, rows, shown } from '$lib/server/rows';
import { ofAll, type Shown, type Window } from '$lib/more';
import {
	branchOf,
	nextVisit,
	type Branch,
	type Goal,
	type NextGoal,
	type PlanNews,
	type Progress,
} from './plan';

const goalColumns =
	'id, familyId:family_id, parentId:parent_id, level, aboutId:about_id, lifeArea:life_area, title, sign, dueOn:due_on, position, createdAt:created_at, changedAt:changed_at, doneAt:done_at';

const noteColumns = 'id, goalId:goal_id, notedBy:noted_by, notedAt:noted_at, note, score';

/** What stands on the plans of these families, all of it: of each what is on the way, then what was reached last. */
export async function list(db: Database, families: string[]): Promise<Goal[]> {
	const plans = await Promise.all(
		families.map(async (family) => rows(await db.rpc('plan_goals', { family }).select(goalColumns))),
	);
	return plans.flat();
}

/** The goals of these plans that can be acted on first, at most three, each with the next small thing to do. */
export async function next(db: Database, families: string[]): Promise<NextGoal[]> {
	const answer = await db
		.rpc('next_goals', { families })
		.select(
			'id, familyId:family_id, title, lifeArea:life_area, dueOn:due_on, step, aboutHasLeft:about_has_left',
		);
	return rows(answer);
}

const mostReached = 3;

/** What was reached last in these plans, at most three goals: the whole plan stands beside them. */
export async function reached(db: Database, families: string[]): Promise<NextGoal[]> {
	const answer = await db
		.from('goal')
		.select('id, familyId:family_id, title, lifeArea:life_area, dueOn:due_on')
		.in('family_id', families)
		.eq('level', 1)
		.is('removed_at', null)
		.not('done_at', 'is', null)
		.order('done_at', descending)
		.order('id')
		.limit(mostReached + 1);
	return firstOf(answer, mostReached).rows.map((goal) => ({ ...goal, step: null, aboutHasLeft: false }));
}

/** Whether anything stands in these plans, reached or not. */
export async function hasAny(db: Database, families: string[]): Promise<boolean> {
	const answer = await db
		.from('goal')
		.select('id')
		.in('family_id', families)
		// Steps go with their goal.
		.eq('level', 1)
		.is('removed_at', null)
		.order('id')
		.limit(1);
	return rows(answer).length > 0;
}

/** How many goals of other homes are asked for at once. */
const atOnce = 600;

/**
 * Goals about my children that stand in the plans of their other homes, in the same order: all of them. Not what I see
 * besides, because I work with a family.
 */
export async function listFromOtherHomes(db: Database, mine: readonly Mine[], from = 0): Promise<Goal[]> {
	const window = { from, to: from + atOnce, step: atOnce };
	const answer = await db
		.from('goal')
		.select(`${goalColumns}, ours:person!goal_about_id_fkey!inner(member!inner())`, counted)
		.not('family_id', 'in', `(${mine.map(({ id }) => id).join(',')})`)
		.in(
			'ours.member.family_id',
			householdsOf(mine).map(({ id }) => id),
		)
		.eq('ours.member.role', 'child')
		.is('ours.member.left_at', null)
		.is('removed_at', null)
		.order('done_at', { ascending: false, nullsFirst: true })
		.order('position')
		.order('id')
		.range(window.from, window.to - 1);
	const found = shown(answer, window);
	const rest = found.to < found.of ? await listFromOtherHomes(db, mine, found.to) : [];
	return [...found.rows.map(({ ours: _ours, ...goal }) => goal), ...rest];
}

/** Of whom in these families the goals are read in another home too. */
export async function readElsewhere(
	db: Database,
	families: string[],
): Promise<{ familyId: string; personId: string }[]> {
	const answer = await db
		.rpc('read_elsewhere', { families })
		.select('familyId:family_id, personId:person_id');
	return rows(answer);
}

/** Whether a goal about a child stays in the home that wrote it, because it is from before the child came back there. */
export const staysHere = async (db: Database, goal: string): Promise<boolean> =>
	rows(await db.rpc('stays_in_this_home', { goal }));

/** Of these families those whose plan is worked with: the others read theirs. */
export async function open(db: Database, families: string[]): Promise<Set<string>> {
	const answer = await db
		.from('plan')
		.select('familyId:family_id')
		.in('family_id', families)
		.is('ended_at', null)
		.order('family_id')
		.limit(all);
	return new Set(rows(answer).map(({ familyId }) => familyId));
}

/** One goal, also a removed one, with the revision a form is drawn from; null when there is none that I may see. */
export async function get(db: Database, id: string): Promise<(Goal & { revision: number }) | null> {
	return rows(await db.from('goal').select(`${goalColumns}, revision`).eq('id', id).maybeSingle());
}

/** One goal in the plan with its steps, as forms are drawn from it; null when there is none that I may see, or it was taken off. */
export async function branch(
	db: Database,
	id: string,
): Promise<(Branch & { saidAt: string | null; revision: number }) | null> {
	const answer = await db.rpc('goal_branch', { goal: id }).select(`${goalColumns}, saidAt:said_at, revision`);
	const goals = rows(answer);
	const found = branchOf(
		goals.map(({ saidAt: _saidAt, revision: _revision, ...goal }) => goal),
		id,
	);
	if (!found) return null;
	const { saidAt, revision } = goals.find((goal) => goal.id === id)!;
	return { ...found, saidAt, revision };
}

/** The latest that was noted about each goal that `list` gives, newest first: `each` of one goal, and one more where there is more. */
export async function latestNotes(db: Database, families: string[], each: number): Promise<Progress[]> {
	const plans = await Promise.all(
		families.map(async (family) => {
			const answer = await db
				.rpc('plan_goals', { family })
				.select(`notes:goal_progress!progress_stands_in_the_plan_of_its_goal!inner(${noteColumns})`)
				.order('noted_at', { referencedTable: 'notes', ascending: false })
				.limit(each + 1, { referencedTable: 'notes' });
			return rows(answer);
		}),
	);
	return plans.flat().flatMap(({ notes }) => notes);
}

/** What was noted about one goal, newest first. */
export async function notes(db: Database, goal: string, window: Window): Promise<Shown<Progress>> {
	const answer = await db
		.from('goal_progress')
		.select(noteColumns, counted)
		.eq('goal_id', goal)
		.order('noted_at', descending)
		.order('id')
		.range(window.from, window.to - 1);
	return shown(answer, window);
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
	const last = rows(
		await db.from('plan_visit').select('visitedAt:visited_at, since').match(mine).maybeSingle(),
	);
	const visit = nextVisit(last, at);
	if (isLookedAt && visit.visitedAt !== last?.visitedAt) {
		// When, the database says.
		rows(await db.from('plan_visit').upsert(mine));
	}
	return visit.since;
}

/** The families in whose team this person is, of those with `part` in a name, with what is new in each plan since they looked. Notes nothing. */
export async function news(
	db: Database,
	{ byName, part }: { byName: boolean; part: string },
	window: Window,
): Promise<Shown<PlanNews>> {
	const asked = { by_name: byName, part: withPart(part), skip: window.from, most: window.to - window.from };
	const answer = await db
		.rpc('plan_news', asked)
		.select('familyId:family_id, visitedAt:visited_at, goals, latest, isEmpty:is_empty, ofAll:of_all');
	return ofAll(rows(answer), window);
}
