import { error } from '@sveltejs/kit';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { isId } from '$lib/id';
import { windowAt } from '$lib/server/window';
import { notesShown, wordingsShown } from '$lib/plan/plan';
import * as plan from '$lib/plan/plan.server';
import * as wording from '$lib/plan/wording.server';
import { theFamily } from '$lib/staff/families.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const mine = await theFamily(event);
	const id = event.params.goal;
	if (!isId(id)) error(404, 'common:error.notFound');
	const [goal, notes, members, wordings] = await Promise.all([
		plan.branch(db, id),
		plan.notes(db, id, windowAt(event.url, notesShown)),
		family.members(db, [mine.id]),
		wording.wordings(db, id, windowAt(event.url, wordingsShown, 'said')),
	]);
	if (goal?.familyId !== mine.id) error(404, 'common:error.notFound');
	return { family: mine, goal, notes, members, wordings, today: danishDay(now) };
};
