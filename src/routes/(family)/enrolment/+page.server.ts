import * as enrolment from '$lib/enrolment/enrolment.server';
import { signedIn } from '$lib/server/command';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { families } = signedIn(event);
	const enrolments = await enrolment.list(
		event.locals.db,
		families.map(({ id }) => id),
	);
	return {
		families: families.map(({ id, name }) => ({
			id,
			name,
			enrolments: enrolments.filter(({ familyId }) => familyId === id),
		})),
	};
};
