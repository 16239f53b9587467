import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { dayOf, firstAhead, split, week } from '$lib/meetings/meetings';
import * as meetings from '$lib/meetings/meetings.server';
import { signedIn } from '$lib/server/command';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const person = signedIn(event);
	const families = person.families.map(({ id }) => id);
	const [all, members] = await Promise.all([
		meetings.listAll(db, person.id, families),
		family.members(db, families),
	]);
	const today = danishDay(now);
	const next = firstAhead(all, now);
	return {
		...split(all, now),
		next: next && dayOf(next),
		week: week(all, today),
		members,
		today,
		now,
	};
};
