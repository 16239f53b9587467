import { error } from '@sveltejs/kit';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { professionalOfMine, topicOf } from '$lib/sharing/professional.server';
import { withdraw } from '$lib/sharing/commands.server';
import { alreadyRead } from '$lib/sharing/sharing';
import { readsBy } from '$lib/sharing/log.server';
import * as wellbeing from '$lib/wellbeing/wellbeing.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const me = signedIn(event);
	const topic = topicOf(event.url) ?? error(404, 'common:error.notFound');
	const [professional, reads] = await Promise.all([
		professionalOfMine(db, me, event.params.professional),
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
	return { professional, topic, read, isAll };
};

export const actions: Actions = {
	withdraw: actionOf(withdraw, { to: ({ professional }) => `/sharing/${professional}` }),
};
