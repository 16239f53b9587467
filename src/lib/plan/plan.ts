/**
 * The rules of a plan: goals in three levels, in the family's own words (P1, P3, P4).
 * Pure: no Kit, no database, no clock of its own.
 */
import { isOurChild, isParent, type Member } from '$lib/family/family';
import type { Shown } from '$lib/more';
import type { Enums } from '$lib/server/database.types';
import type { LifeArea } from './areas';

export const deepestLevel = 3;
export const titleLimit = 500;
export const noteLimit = 2000;
/** How many notes a goal's page shows at once. */
export const notesShown = 20;
/** How many of the ways a goal has been said its page shows at once. */
export const wordingsShown = 20;
/** How many of a goal's notes stand beside it where the whole plan is read: the newest. */
export const newestNotes = 5;
export const signLimit = 1000;

export interface Goal extends Stood {
	createdAt: string;
	changedAt: string;
}

/** A goal that is not reached, with what can be done for it now: the deepest step that is not done; null: it has none. */
export interface NextGoal extends Pick<Goal, 'id' | 'familyId' | 'title' | 'lifeArea' | 'dueOn'> {
	step: string | null;
	/** It is about somebody who takes part no more: whether it stays is asked where it stands. */
	aboutHasLeft: boolean;
}

/** What a goal says and where it stands in its plan: all that is kept of one that was agreed. */
export interface Stood {
	id: string;
	familyId: string;
	parentId: string | null;
	/** 1 goal, 2 sub-goal, 3 small step */
	level: number;
	/** The member it is about; null: the whole family. */
	aboutId: string | null;
	lifeArea: LifeArea | null;
	/** The words as they are now. */
	title: string;
	/** How we will see it. */
	sign: string | null;
	/** By when, YYYY-MM-DD. */
	dueOn: string | null;
	position: number;
	doneAt: string | null;
}

/** One of the ways a goal has been said. */
export interface Wording {
	goalId: string;
	/** 1: the first words. */
	number: number;
	words: string;
	/** Null: somebody who has been erased. */
	saidBy: string | null;
	saidAt: string;
	voice: Enums<'voice'>;
}

/** A part of them, and the first words of all; null: nothing that I may see. */
export type Wordings = Shown<Wording> & { first: Wording | null };

export interface Progress {
	id: string;
	goalId: string;
	/** Null when they were erased. */
	notedBy: string | null;
	notedAt: string;
	note: string | null;
	/** 0-10 */
	score: number | null;
}

/** What is new in a plan since somebody looked at it. */
export interface PlanNews {
	familyId: string;
	/** Null for a plan I have never looked at. */
	visitedAt: string | null;
	/** How many goals and steps were made or changed, or had something noted about them. */
	goals: number;
	/** When the last of it happened; null when nothing is new. */
	latest: string | null;
	/** Nobody has written anything in it. */
	isEmpty: boolean;
}

/** A goal with its steps in order and what was noted, newest first. */
export type Branch<G extends Stood = Goal> = G & { steps: Branch<G>[]; progress: Progress[] };

/**
 * Whether this person sets and changes what is about somebody: a parent for the household and its children, everybody
 * for themselves, and nobody else for a grown-up. What is about somebody who has left the family is the parents' to
 * take off; what they took off themselves before stays off (32_plan_goal_checks.sql).
 */
export function mayChange(
	me: string,
	{ familyId, aboutId }: Pick<Stood, 'familyId' | 'aboutId'>,
	members: readonly Pick<Member, 'id' | 'familyId' | 'role' | 'stage'>[],
): boolean {
	const here = members.filter((member) => member.familyId === familyId);
	const about = here.find(({ id }) => id === aboutId);
	const decides = here.some(({ id, role }) => id === me && isParent(role));
	return about?.id === me || (decides && (!about || isOurChild(about)));
}

/** The order of siblings: by position, then by id, which is in order of time. */
export const inOrder = (a: Stood, b: Stood) => a.position - b.position || a.id.localeCompare(b.id);

/** The goals as a tree: siblings by position, then in order of time. The steps of a goal taken off are off too. */
export function toTree<G extends Stood>(
	goals: readonly G[],
	progress: readonly Progress[] = [],
): Branch<G>[] {
	const branches = new Map(goals.map((goal) => [goal.id, { ...goal, steps: [], progress: [] } as Branch<G>]));
	for (const entry of progress) branches.get(entry.goalId)?.progress.push(entry);
	const roots: Branch<G>[] = [];
	for (const branch of branches.values()) {
		branch.progress.sort((a, b) => b.notedAt.localeCompare(a.notedAt));
		if (branch.parentId === null) roots.push(branch);
		else branches.get(branch.parentId)?.steps.push(branch);
	}
	for (const branch of branches.values()) branch.steps.sort(inOrder);
	return roots.sort(inOrder);
}

/** One goal with the steps under it; undefined when it is not among these. */
export function branchOf(goals: readonly Goal[], id: string): Branch | undefined {
	const goal = goals.find((one) => one.id === id);
	const [branch] = toTree(goals.map((one) => (one === goal ? { ...one, parentId: null } : one)));
	return goal && branch && { ...branch, parentId: goal.parentId };
}

/** How many goals a plan shows at once. */
export const goalsShown = 15;

/** The goals in the order the plan shows them: those on the way as the family put them, then those reached last. */
export function reachedLast<G extends Stood>(goals: readonly Branch<G>[]): Branch<G>[] {
	const reached = goals.filter(({ doneAt }) => doneAt);
	return [
		...goals.filter(({ doneAt }) => !doneAt),
		...reached.sort((a, b) => Date.parse(b.doneAt ?? '') - Date.parse(a.doneAt ?? '')),
	];
}

/** The first step that is not done, looked for down the branch: what comes next. */
export function nextStep(branch: Branch): Branch | null {
	for (const step of branch.steps) {
		if (!step.doneAt) return nextStep(step) ?? step;
	}
	return null;
}

/** How much of a goal is walked, by its own steps: 2 of 5. */
export function walked(branch: Branch): { done: number; of: number } {
	return { done: branch.steps.filter((step) => step.doneAt).length, of: branch.steps.length };
}

export type Change = 'new' | 'changed' | 'done' | 'progress';

/** What happened to a goal since somebody looked last; null: nothing, or they have never looked. */
export function changeSince(branch: Branch, lastVisit: string | null): Change | null {
	if (!lastVisit) return null;
	const since = Date.parse(lastVisit);
	const after = (moment: string | null) => moment !== null && Date.parse(moment) > since;
	if (after(branch.createdAt)) return 'new';
	if (after(branch.doneAt)) return 'done';
	if (branch.progress.some((entry) => after(entry.notedAt))) return 'progress';
	return after(branch.changedAt) ? 'changed' : null;
}

/** The date has gone by without the goal being done; `today` is YYYY-MM-DD in Denmark. */
export const isPast = (goal: Pick<Goal, 'doneAt' | 'dueOn'>, today: string) =>
	!goal.doneAt && goal.dueOn !== null && goal.dueOn < today;

/** How many dates have gone by in these goals and all their steps. */
export const pastIn = <G extends Stood>(goals: readonly Branch<G>[], today: string): number =>
	goals.reduce((sum, goal) => sum + Number(isPast(goal, today)) + pastIn(goal.steps, today), 0);

export interface Visit {
	visitedAt: string;
	/** What happened after this is news; null at the first visit. */
	since: string | null;
}

/** Looking again within half an hour is the same visit, so that news do not vanish when the page is reloaded. */
export function nextVisit(last: Visit | null, now: Date): Visit {
	if (!last) return { visitedAt: now.toISOString(), since: null };
	const sameVisit = now.getTime() - Date.parse(last.visitedAt) < 30 * 60 * 1000;
	return sameVisit ? last : { visitedAt: now.toISOString(), since: last.visitedAt };
}
