import * as enrolment from '$lib/enrolment/enrolment.server';
import * as family from '$lib/family/family.server';
import { signedIn } from '$lib/server/command';
import * as team from '$lib/team/team.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { families } = signedIn(event);
	const ids = families.map(({ id }) => id);
	const [enrolments, municipalities, around] = await Promise.all([
		enrolment.list(event.locals.db, ids),
		family.municipalities(event.locals.db, ids, event.locals.language),
		team.teamOf(event.locals.db, ids),
	]);
	return {
		families: families.map(({ id, name, stage }) => ({
			id,
			name,
			isChild: stage === 'child',
			municipality: municipalities.find(({ familyId }) => familyId === id),
			hasCoordinator: around.some((one) => one.familyId === id && one.coordinatorSince !== null),
			enrolments: enrolments.filter(({ familyId }) => familyId === id),
		})),
	};
};
