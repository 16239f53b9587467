/** What a family does with its plan. */
import * as v from 'valibot';
import { isDay } from '$lib/i18n/day';
import { id, optionalWords, orNull, words } from '$lib/server/fields';
import { lifeAreas } from './areas';
import { noteLimit, signLimit, titleLimit } from './plan';

/** What can be said of a goal, now and later. */
const said = {
	title: words(titleLimit, 'plan:error.titleMissing', 'plan:error.titleTooLong'),
	area: orNull(v.picklist(lifeAreas)),
	sign: optionalWords(signLimit, 'plan:error.signTooLong'),
	dueOn: orNull(v.pipe(v.string(), v.check(isDay, 'plan:error.dateUnclear'))),
};

/** `plan.addGoal`. The id is made where the words were written, so that the same command twice is one goal. */
export const AddGoal = v.object({ id, family: id, parent: orNull(id), about: orNull(id), ...said });

/** `plan.editGoal`. The first words are not among what can be changed. */
export const EditGoal = v.object({ id, ...said });

/** `plan.noteProgress`: a note, a number, or both. */
export const NoteProgress = v.pipe(
	v.object({
		id,
		goal: id,
		family: id,
		note: optionalWords(noteLimit, 'plan:error.noteTooLong'),
		score: orNull(
			v.pipe(
				v.string(),
				v.transform(Number),
				v.integer('plan:error.scoreUnclear'),
				v.minValue(0, 'plan:error.scoreUnclear'),
				v.maxValue(10, 'plan:error.scoreUnclear'),
			),
		),
	}),
	v.forward(
		v.check(({ note, score }) => note !== null || score !== null, 'plan:error.progressEmpty'),
		['note'],
	),
);

/** Commands that need only the goal. */
export const OneGoal = v.object({ id });
export const MoveGoal = v.object({ id, direction: v.picklist(['up', 'down']) });
