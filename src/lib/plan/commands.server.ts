/** What a family does with its plan. */
import * as v from 'valibot';
import { command } from '$lib/server/command';
import {
	day,
	drawnFrom,
	id,
	optionalWords,
	orNull,
	saidAt,
	since,
	wholeNumber,
	words,
} from '$lib/server/fields';
import { changedMeanwhile } from './agreed';
import { lifeAreas } from './areas';
import { noteLimit, signLimit, titleLimit } from './plan';
import * as agreed from './agreed.server';
import * as changes from './changes.server';
import * as plan from './plan.server';
import { agreeRefusals, goalRefusals } from './refusals';

/** What can be said of a goal, now and later. */
const said = {
	title: words(titleLimit, 'plan:error.titleMissing', 'plan:error.titleTooLong'),
	area: orNull(v.picklist(lifeAreas)),
	sign: optionalWords(signLimit, 'plan:error.signTooLong'),
	dueOn: orNull(day('plan:error.dateUnclear')),
};

/** The id is made where the words were written, so that the same command twice is one goal. */
export const AddGoal = v.object({ id, family: id, parent: orNull(id), about: orNull(id), ...said });

/** The first words are not among what can be changed. */
export const EditGoal = v.object({ id, drawnFrom, ...said });

/** A note, a number, or both. */
export const NoteProgress = v.pipe(
	v.object({
		id,
		goal: id,
		family: id,
		note: optionalWords(noteLimit, 'plan:error.noteTooLong'),
		score: orNull(wholeNumber(0, 10, 'plan:error.scoreUnclear')),
	}),
	v.forward(
		v.check(({ note, score }) => note !== null || score !== null, 'plan:error.progressEmpty'),
		['note'],
	),
);

/** That the plan, as it was read, is agreed; the id is made with the form, so that the same form twice is one version. */
export const AgreePlan = v.object({
	id,
	family: id,
	/** The meeting it was agreed at, if it was one. */
	meeting: orNull(id),
	/** Who was there beside the parent who says so. */
	present: v.optional(v.array(id), []),
	/** The fingerprint of what they read, as the database said it. */
	asRead: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, changedMeanwhile)),
});

/** One goal as it was seen: when that was said of it which is said otherwise now. */
const SeenGoal = v.object({ id, drawnFrom: saidAt });
const pressedRefusals = { ...goalRefusals, changed_since: { message: 'plan:error.changedSince' } };

export const addGoal = command({
	name: 'plan.addGoal',
	mayWait: true,
	mayBeTwo: true,
	schema: AddGoal,
	run: async ({ db, person }, goal) => {
		await changes.addGoal(db, person.id, goal);
		// A step is about whom its goal is about, whatever comes with it.
		const [added, elsewhere, staysHere] = await Promise.all([
			plan.get(db, goal.id),
			plan.readElsewhere(db, [goal.family]),
			plan.staysHere(db, goal.id),
		]);
		if (staysHere) return undefined;
		return elsewhere.find(({ personId }) => personId === added?.aboutId)?.personId;
	},
	refusals: goalRefusals,
	receipt: (_, elsewhere, { person }) => ({
		text: !elsewhere
			? 'plan:receipt.added'
			: elsewhere === person.id
				? 'elsewhere:addedMine'
				: 'elsewhere:added',
	}),
});

export const editGoal = command({
	name: 'plan.editGoal',
	schema: EditGoal,
	run: ({ db }, goal) => changes.editGoal(db, goal),
	refusals: goalRefusals,
	receipt: 'plan:receipt.edited',
});

export const moveGoal = command({
	name: 'plan.moveGoal',
	/** `past`: the goal that is shown where it goes, so that the same press twice is one move. */
	schema: v.object({ id, direction: v.picklist(['up', 'down']), past: id }),
	run: ({ db }, { id, direction, past }) => changes.move(db, id, direction, past),
	refusals: goalRefusals,
	receipt: 'plan:receipt.moved',
});

export const markDone = command({
	name: 'plan.markDone',
	mayWait: true,
	schema: SeenGoal,
	run: ({ db, now, madeAt }, { id, drawnFrom }) =>
		changes.setDone(db, id, now, madeAt === null ? drawnFrom : undefined),
	refusals: pressedRefusals,
	receipt: 'plan:receipt.done',
});

export const markNotDone = command({
	name: 'plan.markNotDone',
	mayWait: true,
	schema: SeenGoal,
	run: ({ db, madeAt }, { id, drawnFrom }) =>
		changes.setDone(db, id, null, madeAt === null ? drawnFrom : undefined),
	refusals: pressedRefusals,
	receipt: 'plan:receipt.notDone',
});

export const noteProgress = command({
	name: 'plan.noteProgress',
	mayWait: true,
	mayBeTwo: true,
	schema: NoteProgress,
	run: ({ db, person }, entry) => changes.noteProgress(db, person.id, entry),
	refusals: goalRefusals,
	receipt: 'plan:receipt.noted',
});

export const removeGoal = command({
	name: 'plan.removeGoal',
	schema: v.object({ id, drawnFrom }),
	run: ({ db, now }, { id, drawnFrom }) => changes.remove(db, id, drawnFrom, now),
	refusals: { ...goalRefusals, changed_since: { message: 'plan:error.changedSince' } },
	// Nobody undoes with a button of theirs what another has done.
	receipt: ({ id }, { removedAt, by }, { person }) => ({
		text: 'plan:receipt.removed',
		...(by === person.id && {
			undo: { action: `/plan?/restore&drawnFrom=${encodeURIComponent(removedAt)}`, id },
		}),
	}),
});

export const restoreGoal = command({
	name: 'plan.restoreGoal',
	schema: v.object({ id, drawnFrom: since }),
	run: ({ db }, { id, drawnFrom }) => changes.restore(db, id, drawnFrom),
	refusals: {
		...goalRefusals,
		goal_stands_in_the_plan: { message: 'plan:error.goalIsOff' },
		changed_since: { message: 'plan:error.removedSince' },
	},
	receipt: 'plan:receipt.restored',
});

export const agree = command({
	name: 'plan.agree',
	mayBeTwo: true,
	schema: AgreePlan,
	run: ({ db }, version) => agreed.agree(db, version),
	refusals: agreeRefusals,
	receipt: 'agreed:receipt.agreed',
});

export const sayYes = command({
	name: 'plan.sayYes',
	schema: v.object({ id }),
	run: ({ db }, { id }) => agreed.sayYes(db, id),
	refusals: agreeRefusals,
	receipt: 'agreed:receipt.saidYes',
});

export const planCommands = [
	agree,
	sayYes,
	addGoal,
	editGoal,
	moveGoal,
	markDone,
	markNotDone,
	noteProgress,
	removeGoal,
	restoreGoal,
];
