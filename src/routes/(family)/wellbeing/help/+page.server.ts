import { background } from '$lib/family/background.server';
import { danishDay } from '$lib/i18n/format';
import { signedIn } from '$lib/server/command';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, families } = signedIn(event);
	const familyIds = families.map((family) => family.id);
	const { age, dutyPhone } = await background(event.locals.db, id, familyIds, danishDay(event.locals.now));
	return { age, dutyPhone };
};
