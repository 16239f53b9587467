/** A goal and a note as the database gives them, for tests of what is made of them. */
import type { Enums } from '$lib/server/database.types';
import type { Goal, Progress } from './plan';

export const made = '2026-03-01T10:00:00+00:00';

export const goal = (id: string, more: Partial<Goal> = {}): Goal => ({
	id,
	familyId: 'holm',
	parentId: null,
	level: 1,
	aboutId: null,
	lifeArea: null,
	title: id,
	sign: null,
	dueOn: null,
	position: 0,
	createdAt: made,
	changedAt: made,
	doneAt: null,
	...more,
});

export const note = (goalId: string, notedAt: string): Progress => ({
	id: `${goalId} ${notedAt}`,
	goalId,
	notedBy: 'amira',
	notedAt,
	note: 'Det går',
	score: null,
});

/** Somebody in the family Holm, as the rules about who changes what see them. */
export const seat = (id: string, role: Enums<'member_role'>, stage: Enums<'life_stage'>) =>
	({ id, familyId: 'holm', role, stage }) as const;
