import { v7 as newId } from 'uuid';
import { Enrol } from '$lib/office/commands.server';
import * as office from '$lib/office/office.server';
import { command, signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ newId: newId() });

export const actions: Actions = {
	enrol: command(Enrol, async (event, family) => {
		const { db } = event.locals;
		await office.enrol(db, (await office.workplace(db, signedIn(event).id)).id, family);
		return { receipt: { text: 'office:receipt.enrolled' }, to: `/office/families/${family.id}` };
	}),
};
