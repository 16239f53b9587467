import { ageOn } from '$lib/family/age';
import { parentsToAsk } from '$lib/family/called';
import { rename } from '$lib/family/commands.server';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import * as plan from '$lib/plan/plan.server';
import { endedJob } from '$lib/staff/jobs.server';
import { sawLeaving } from '$lib/team/commands.server';
import * as leaving from '$lib/team/leaving.server';
import { isMinor } from '$lib/wellbeing/helplines';
import * as wellbeing from '$lib/wellbeing/wellbeing.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const me = signedIn(event);
	const isNowhere = !me.families.length && !me.professional;
	// Who came here because a door is closed to them now, and whoever has no other door, read why.
	const asks = isNowhere || event.url.searchParams.get('work') === 'over';
	const over = asks ? await endedJob(event.locals.db, me.id, me.professional !== null) : null;
	// Who works here, or did, may have been in a family once and have answers of their own; most have none, and are not led there.
	const isOfFamily = me.families.length > 0 || (!me.professional && !over);
	const hasOwn = isOfFamily || (await wellbeing.latest(event.locals.db, me.id)) !== null;
	const here = me.families.map(({ id }) => id);
	const [open, left, ours] = await Promise.all([
		plan.open(event.locals.db, here),
		leaving.leavings(event.locals.db, me),
		family.ours(event.locals.db, here),
	]);
	// Who is nowhere, and is told no reason, was put out by a parent: whom to call is theirs too.
	const toCall = left.length || isNowhere ? await leaving.toCall(event.locals.db, event.locals.language) : [];
	const bornOn = left.length || isNowhere ? await family.bornOn(event.locals.db, me.id) : null;
	const isYoung = isMinor(bornOn === null ? null : ageOn(bornOn, danishDay(event.locals.now)));
	return {
		me,
		isNowhere,
		over,
		hasOwn,
		hasTeam: open.size > 0,
		left,
		toCall,
		asks: parentsToAsk(ours),
		isYoung,
	};
};

export const actions: Actions = { rename: actionOf(rename), saw: actionOf(sawLeaving) };
