import { background } from '$lib/family/background.server';
import { danishDay } from '$lib/i18n/format';
import { windowAt } from '$lib/server/window';
import { signedIn } from '$lib/server/command';
import { professionalOfMine } from '$lib/sharing/professional.server';
import { endedShown, holding } from '$lib/sharing/sharing';
import * as sharing from '$lib/sharing/sharing.server';
import { shareable } from '$lib/sharing/topics';
import { offeredTo, topics } from '$lib/wellbeing/wellbeing';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const me = signedIn(event);
	const { id, families } = me;
	const today = danishDay(now);
	const familyIds = families.map((family) => family.id);
	const [{ age }, professional, shares, before] = await Promise.all([
		background(db, id, familyIds, today),
		professionalOfMine(db, me, event.params.professional),
		sharing.inForce(db, id, today),
		sharing.ended(db, id, event.params.professional, today, windowAt(event.url, endedShown)),
	]);
	const offered = offeredTo(age);
	const held = topics.filter((topic) => holding(shares, professional.id, topic, today));
	return {
		professional,
		shares,
		before,
		topics: professional.profession === null ? held : shareable(offered.topics, held),
		today,
	};
};
