import { error } from '@sveltejs/kit';
import { command, signedIn } from '$lib/server/command';
import { professionalAround, topicOf } from '$lib/sharing/professional.server';
import { Withdraw } from '$lib/sharing/commands.server';
import { alreadyRead } from '$lib/sharing/sharing';
import * as sharing from '$lib/sharing/sharing.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const { id, families } = signedIn(event);
	const topic = topicOf(event.url) ?? error(404, 'common:error.notFound');
	const familyIds = families.map((family) => family.id);
	const [professional, reads] = await Promise.all([
		professionalAround(db, familyIds, event.params.professional),
		sharing.reads(db, id),
	]);
	return { professional, topic, read: alreadyRead(reads, professional.id, topic) };
};

export const actions: Actions = {
	withdraw: command(Withdraw, async (event, what) => {
		await sharing.withdraw(event.locals.db, signedIn(event).id, what, event.locals.now);
		return { receipt: { text: 'sharing:receipt.withdrawn' }, to: `/sharing/${what.professional}` };
	}),
};
