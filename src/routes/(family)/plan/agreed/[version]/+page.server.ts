import { speaksAloneOn } from '$lib/family/age';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { amongUs } from '$lib/plan/among-us';
import { asksForYes } from '$lib/plan/agreed';
import { sayYes } from '$lib/plan/commands.server';
import * as plan from '$lib/plan/plan.server';
import { theVersion } from '$lib/plan/version.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { id, families } = signedIn(event);
	const ids = families.map((mine) => mine.id);
	const [found, members, open, bornOn] = await Promise.all([
		theVersion(event, ids),
		family.ours(db, ids),
		plan.open(db, ids),
		family.bornOn(db, id),
	]);
	const { version } = found;
	const role = families.find((mine) => mine.id === version.familyId)!.role;
	return {
		...found,
		version: amongUs(version, members),
		members,
		asks: asksForYes(version, {
			me: id,
			newest: found.newest.id,
			isOpen: open.has(version.familyId),
			speaksAlone: speaksAloneOn(role, bornOn, danishDay(now)),
		}),
	};
};

export const actions: Actions = { yes: actionOf(sayYes) };
