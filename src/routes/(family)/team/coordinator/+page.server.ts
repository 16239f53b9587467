import { theHousehold } from '$lib/team/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => theHousehold(event);
