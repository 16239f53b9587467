import { background } from '$lib/family/background.server';
import { danishDay } from '$lib/i18n/format';
import * as plan from '$lib/plan/plan.server';
import { signedIn } from '$lib/server/command';
import * as sharing from '$lib/sharing/sharing.server';
import { shareable } from '$lib/sharing/topics';
import { offeredTo } from '$lib/wellbeing/wellbeing';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { id, families } = signedIn(event);
	const today = danishDay(now);
	const familyIds = families.map((family) => family.id);
	const [{ age }, { people: professionals, readers }, open] = await Promise.all([
		background(db, id, familyIds, today),
		sharing.choices(db, id, familyIds, today),
		plan.open(db, familyIds),
	]);
	const offered = offeredTo(age);
	const topics = shareable(
		offered.topics,
		readers.map(({ topic }) => topic),
	);
	return { professionals, readers, topics, isNowhere: !familyIds.length, isOver: open.size === 0 };
};
