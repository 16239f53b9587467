import { v7 as newId } from 'uuid';
import { background } from '$lib/family/background.server';
import { danishDay } from '$lib/i18n/format';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { professionalAround, topicOf } from '$lib/sharing/professional.server';
import { share } from '$lib/sharing/commands.server';
import { holding, monthsLater, mostMonths } from '$lib/sharing/sharing';
import { preview } from '$lib/sharing/shared.server';
import * as sharing from '$lib/sharing/sharing.server';
import { topics } from '$lib/wellbeing/wellbeing';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { id, families } = signedIn(event);
	const today = danishDay(now);
	const familyIds = families.map((family) => family.id);
	const topic = topicOf(event.url);
	const [professional, { enrolledOn }, shares] = await Promise.all([
		professionalAround(db, familyIds, event.params.professional),
		background(db, id, familyIds, today),
		sharing.inForce(db, id, today),
	]);
	// Of one topic, to decide about it; otherwise of all they can read now.
	const shown = topic
		? [topic]
		: topics.filter((held) => holding(shares, professional.id, held, today) !== undefined);
	const rows = (await Promise.all(shown.map((one) => preview(db, one)))).flat();
	return {
		professional,
		topic,
		rows,
		shown,
		enrolledOn,
		newId: newId(),
		earliest: today,
		latest: monthsLater(today, mostMonths),
	};
};

export const actions: Actions = {
	share: actionOf(share, { to: ({ professional }) => `/sharing/${professional}` }),
};
