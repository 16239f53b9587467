import { error } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import { background } from '$lib/family/background.server';
import { danishDay } from '$lib/i18n/format';
import { command, signedIn } from '$lib/server/command';
import * as sharing from '$lib/sharing/sharing.server';
import { AddScale, OneScale } from '$lib/wellbeing/commands.server';
import { offeredTo } from '$lib/wellbeing/wellbeing';
import * as wellbeing from '$lib/wellbeing/wellbeing.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { id, families } = signedIn(event);
	const familyIds = families.map((family) => family.id);
	const today = danishDay(now);
	const [{ age }, scales, readers] = await Promise.all([
		background(db, id, familyIds, today),
		wellbeing.scales(db, id),
		sharing.readers(db, id, familyIds, today),
	]);
	if (!offeredTo(age).topics.includes('scale')) error(404, 'common:error.notFound');
	return {
		scales,
		readers: readers.filter(({ topic }) => topic === 'scale'),
		newId: newId(),
		idea: event.url.searchParams.get('idea'),
	};
};

export const actions: Actions = {
	add: command(AddScale, async (event, added) => {
		await wellbeing.addScale(event.locals.db, signedIn(event).id, added);
		return { receipt: { text: 'wellbeing:receipt.scaleAdded' }, to: '/wellbeing/scales' };
	}),
	retire: command(OneScale, async (event, { id }) => {
		await wellbeing.retireScale(event.locals.db, signedIn(event).id, id, event.locals.now);
		return {
			receipt: { text: 'wellbeing:receipt.scaleRetired', undo: { action: '/wellbeing/scales?/use', id } },
			to: '/wellbeing/scales',
		};
	}),
	use: command(OneScale, async (event, { id }) => {
		await wellbeing.retireScale(event.locals.db, signedIn(event).id, id, null);
		return { receipt: { text: 'wellbeing:receipt.scaleBack' }, to: '/wellbeing/scales' };
	}),
};
