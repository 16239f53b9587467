import { error } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { addGoal, markDone, markNotDone, noteProgress, removeGoal } from '$lib/plan/commands.server';
import { notesShown, wordingsShown } from '$lib/plan/plan';
import { isId } from '$lib/id';
import { windowAt } from '$lib/server/window';
import * as plan from '$lib/plan/plan.server';
import * as wording from '$lib/plan/wording.server';
import { actionOf, saysInAddress } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import * as log from '$lib/team/log.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const families = signedIn(event).families.map(({ id }) => id);
	const id = event.params.goal;
	if (!isId(id)) error(404, 'common:error.notFound');
	const [goal, notes, members, open, wordings, elsewhere, staysHere] = await Promise.all([
		plan.branch(db, id),
		plan.notes(db, id, windowAt(event.url, notesShown)),
		family.ours(db, families),
		plan.open(db, families),
		wording.wordings(db, id, windowAt(event.url, wordingsShown, 'said')),
		plan.readElsewhere(db, families),
		plan.staysHere(db, id),
	]);
	if (!goal || !families.includes(goal.familyId)) error(404, 'common:error.notFound');
	return {
		goal,
		isOpen: open.has(goal.familyId),
		notes,
		members,
		gone: await log.gone(db, families, members),
		wordings,
		isReadElsewhere:
			!staysHere &&
			elsewhere.some(({ familyId, personId }) => familyId === goal.familyId && personId === goal.aboutId),
		today: danishDay(now),
		newStep: newId(),
		newEntry: newId(),
	};
};

export const actions: Actions = {
	add: actionOf(addGoal),
	done: actionOf(markDone),
	notDone: actionOf(markNotDone),
	note: actionOf(noteProgress),
	// A receipt takes out what was written just before.
	remove: actionOf(removeGoal, { says: saysInAddress('drawnFrom'), to: '/plan' }),
};
