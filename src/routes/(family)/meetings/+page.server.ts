import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { windowOf } from '$lib/more';
import { dayOf, firstAhead, pastShown, split, week } from '$lib/meetings/meetings';
import * as meetings from '$lib/meetings/meetings.server';
import { signedIn } from '$lib/server/command';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const person = signedIn(event);
	const families = person.families.map(({ id }) => id);
	const weekAgo = new Date(now.getTime() - 7 * 24 * 60 * 60 * 1000);
	const [coming, past, members] = await Promise.all([
		// The picture of the week begins on Monday.
		meetings.coming(db, person.id, families, weekAgo),
		meetings.past(db, person.id, families, now, windowOf(event.url.searchParams, pastShown)),
		family.members(db, families),
	]);
	const today = danishDay(now);
	const next = firstAhead(coming, now);
	return {
		upcoming: split(coming, now).upcoming,
		past,
		next: next && dayOf(next),
		week: week(coming, today),
		members,
		today,
		now,
	};
};
