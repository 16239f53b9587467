import { error } from '@sveltejs/kit';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { professionalOfMine, topicOf } from '$lib/sharing/professional.server';
import { withdraw } from '$lib/sharing/commands.server';
import { alreadyRead } from '$lib/sharing/sharing';
import { readsBy } from '$lib/sharing/log.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const me = signedIn(event);
	const topic = topicOf(event.url) ?? error(404, 'common:error.notFound');
	const [professional, reads] = await Promise.all([
		professionalOfMine(db, me, event.params.professional),
		readsBy(db, me.id, event.params.professional, topic),
	]);
	return { professional, topic, read: alreadyRead(reads, professional.id, topic) };
};

export const actions: Actions = {
	withdraw: actionOf(withdraw, { to: ({ professional }) => `/sharing/${professional}` }),
};
