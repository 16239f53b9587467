import { background } from '$lib/family/background.server';
import { danishDay } from '$lib/i18n/format';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import * as sharing from '$lib/sharing/sharing.server';
import { takeBack } from '$lib/wellbeing/commands.server';
import { list as draftsOf } from '$lib/wellbeing/drafts.server';
import { list as scalesOf } from '$lib/wellbeing/scales.server';
import { offeredTo } from '$lib/wellbeing/wellbeing';
import * as wellbeing from '$lib/wellbeing/wellbeing.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { id, families } = signedIn(event);
	const today = danishDay(now);
	const familyIds = families.map((family) => family.id);
	const known = background(db, id, familyIds, today);
	const [{ age, enrolledOn }, ratings, scales, drafts, readers] = await Promise.all([
		known,
		known.then(({ enrolledOn }) => wellbeing.overview(db, enrolledOn)),
		scalesOf(db, id),
		draftsOf(db, id),
		sharing.readers(db, id, familyIds, today),
	]);
	// What was begun; null in a copy, which cannot know what became of it.
	const draft = drafts as typeof drafts | null;
	return { offered: offeredTo(age), enrolledOn, today, ratings, scales, draft, readers };
};

export const actions: Actions = { takeBack: actionOf(takeBack) };
