import { error } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import { background } from '$lib/family/background.server';
import { danishDay } from '$lib/i18n/format';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import * as sharing from '$lib/sharing/sharing.server';
import { addScale, retireScale, useScale } from '$lib/wellbeing/commands.server';
import { list as scalesOf } from '$lib/wellbeing/scales.server';
import { offeredTo } from '$lib/wellbeing/wellbeing';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { id, families } = signedIn(event);
	const familyIds = families.map((family) => family.id);
	const today = danishDay(now);
	const [{ age }, scales, { people, readers }] = await Promise.all([
		background(db, id, familyIds, today),
		scalesOf(db, id),
		sharing.choices(db, id, familyIds, today),
	]);
	if (!offeredTo(age).topics.includes('scale')) error(404, 'common:error.notFound');
	return {
		scales,
		readers: readers.filter(({ topic }) => topic === 'scale'),
		/** Whether anybody is around to share with. */
		mayShare: people.some(({ profession }) => profession !== null),
		newId: newId(),
		idea: event.url.searchParams.get('idea'),
	};
};

const to = '/wellbeing/scales';

export const actions: Actions = {
	add: actionOf(addScale, { to }),
	retire: actionOf(retireScale, { to }),
	use: actionOf(useScale, { to }),
};
