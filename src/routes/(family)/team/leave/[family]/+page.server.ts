import { error } from '@sveltejs/kit';
import { householdsOf } from '$lib/family/family';
import * as family from '$lib/family/family.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { leaveFamily } from '$lib/team/commands.server';
import { stillTheirs, whyNotAlone } from '$lib/team/leaving';
import * as leaving from '$lib/team/leaving.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, language } = event.locals;
	const me = signedIn(event);
	const here = me.families.find(({ id }) => id === event.params.family);
	if (!here) error(404, 'common:error.notFound');
	const ids = me.families.map(({ id }) => id);
	const [everybody, municipalities, place] = await Promise.all([
		family.ours(db, ids),
		family.municipalities(db, [here.id], language),
		leaving.placeIn(db, here.id, me.id),
	]);
	const households = householdsOf(me.families).map(({ id }) => id);
	return {
		family: here,
		place,
		not: whyNotAlone(
			me.id,
			everybody.filter(({ familyId }) => familyId === here.id),
		),
		children: stillTheirs(here.id, households, everybody).map(({ name }) => name),
		hasOthers: ids.length > 1,
		municipality: municipalities[0]!,
	};
};

export const actions: Actions = {
	leave: actionOf(leaveFamily, {
		says: ({ params }) => ({ family: params.family! }),
		to: (_, __, event) =>
			signedIn(event).families.some(({ id }) => id !== event.params.family) ? '/home' : '/me',
	}),
};
