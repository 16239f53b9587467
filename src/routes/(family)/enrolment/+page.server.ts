import * as enrolment from '$lib/enrolment/enrolment.server';
import * as family from '$lib/family/family.server';
import { signedIn } from '$lib/server/command';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { families } = signedIn(event);
	const ids = families.map(({ id }) => id);
	const [enrolments, municipalities] = await Promise.all([
		enrolment.list(event.locals.db, ids),
		family.municipalities(event.locals.db, ids, event.locals.language),
	]);
	return {
		families: families.map(({ id, name }) => ({
			id,
			name,
			municipality: municipalities.find(({ familyId }) => familyId === id),
			enrolments: enrolments.filter(({ familyId }) => familyId === id),
		})),
	};
};
