import { error } from '@sveltejs/kit';
import { danishDay } from '$lib/i18n/format';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { professionalOfMine, topicOf } from '$lib/sharing/professional.server';
import { withdraw } from '$lib/sharing/commands.server';
import { alreadyRead, holding } from '$lib/sharing/sharing';
import { readsBy } from '$lib/sharing/log.server';
import { inForce } from '$lib/sharing/sharing.server';
import * as wellbeing from '$lib/wellbeing/wellbeing.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const me = signedIn(event);
	const topic = topicOf(event.url) ?? error(404, 'common:error.notFound');
	const [professional, shares, reads] = await Promise.all([
		professionalOfMine(db, me, event.params.professional),
		inForce(db, me.id, danishDay(now)),
		readsBy(db, me.id, event.params.professional, topic),
	]);
	const read = alreadyRead(reads, professional.id, topic);
	// One read shows the newest answers, another one older: when there were more than any of them showed, nobody knows
	// how many of the others were read too.
	const last = reads
		.map(({ readAt }) => readAt)
		.sort((a, b) => Date.parse(a) - Date.parse(b))
		.pop();
	const isAll = !read || !last || read >= (await wellbeing.countUntil(db, me.id, topic, last));
	const isShared = holding(shares, professional.id, topic, danishDay(now)) !== undefined;
	return { professional, topic, read, isAll, isShared };
};

export const actions: Actions = {
	withdraw: actionOf(withdraw, { to: ({ professional }) => `/sharing/${professional}` }),
};
