import { CorrectBirth } from '$lib/family/commands.server';
import * as family from '$lib/family/family.server';
import { birthRefusals } from '$lib/family/refusals';
import { danishDay } from '$lib/i18n/format';
import { command, signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const me = signedIn(event);
	const families = me.families.map(({ id }) => id);
	return { me, members: await family.born(db, families), today: danishDay(now) };
};

export const actions: Actions = {
	correctBirth: command(
		CorrectBirth,
		async (event, corrected) => {
			await family.correctBirth(event.locals.db, corrected);
			return { receipt: { text: 'family:receipt.birthCorrected' } };
		},
		birthRefusals,
	),
};
