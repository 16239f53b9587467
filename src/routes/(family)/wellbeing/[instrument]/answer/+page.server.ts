import { error, redirect } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import * as v from 'valibot';
import { background } from '$lib/family/background.server';
import { danishDay } from '$lib/i18n/format';
import { command, signedIn } from '$lib/server/command';
import * as sharing from '$lib/sharing/sharing.server';
import { stepOf } from '$lib/wellbeing/draft';
import { rateRefusals } from '$lib/wellbeing/refusals';
import { KeepAnswer, Rate } from '$lib/wellbeing/commands.server';
import { askedBy, nameOf, offeredTo } from '$lib/wellbeing/wellbeing';
import { askedIn } from '$lib/wellbeing/who5/sheets';
import * as wellbeing from '$lib/wellbeing/wellbeing.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { id, families } = signedIn(event);
	const asked = askedBy(event.params.instrument) ?? error(404, 'common:error.notFound');
	const chosen = event.url.searchParams.get('in');
	const sheet = asked.topic === 'who5' ? askedIn(event.locals.language, chosen) : undefined;
	// In a language without a sheet it is not asked; the list says so, and in which it can be.
	if (sheet === null) redirect(303, '/wellbeing#who5');
	const familyIds = families.map((family) => family.id);
	const today = danishDay(now);
	const [{ age, dutyPhone }, scale, answers, readers] = await Promise.all([
		background(db, id, familyIds, today),
		asked.scaleId ? wellbeing.scale(db, id, asked.scaleId) : null,
		wellbeing.draft(db, id, asked),
		sharing.readers(db, id, familyIds, today),
	]);
	const offered = offeredTo(age);
	if (!offered.topics.includes(asked.topic) || (asked.scaleId && scale?.retiredAt !== null)) {
		error(404, 'common:error.notFound');
	}
	return {
		...asked,
		scale,
		sheet,
		/** Kept in the addresses where the language was chosen for these questions. */
		also: chosen && sheet === chosen ? `&in=${sheet}` : '',
		answers,
		step: stepOf(asked.topic, answers, event.url.searchParams.get('step')),
		newId: newId(),
		now,
		age,
		dutyPhone,
		readers: readers.filter(({ topic }) => topic === asked.topic),
	};
};

export const actions: Actions = {
	keep: command(KeepAnswer, async (event, kept) => {
		const { db, now } = event.locals;
		const asked = askedBy(event.params.instrument!) ?? error(404, 'common:error.notFound');
		const answers = await wellbeing.keepAnswer(db, signedIn(event).id, asked, kept, now);
		const next = stepOf(asked.topic, answers, String(kept.question + 1));
		const chosen = event.url.searchParams.get('in');
		const also = asked.topic === 'who5' && chosen ? `&in=${encodeURIComponent(chosen)}` : '';
		return { to: `${event.url.pathname}?step=${next}${also}` };
	}),
	send: command(
		Rate,
		async (event, rating) => {
			const { id, families } = signedIn(event);
			const { db, now } = event.locals;
			await wellbeing.rate(db, id, rating);
			const readers = await sharing.readers(
				db,
				id,
				families.map((family) => family.id),
				danishDay(now),
			);
			const shared = readers.some(({ topic }) => topic === rating.topic);
			return {
				receipt: {
					text: shared ? 'wellbeing:receipt.ratedShared' : 'wellbeing:receipt.rated',
					undo: { action: '/wellbeing?/takeBack', id: rating.id },
				},
				to: `/wellbeing/${nameOf({ topic: rating.topic, scaleId: rating.scale })}`,
			};
		},
		rateRefusals,
	),
	drop: command(v.object({}), async (event) => {
		const asked = askedBy(event.params.instrument!) ?? error(404, 'common:error.notFound');
		await wellbeing.dropDraft(event.locals.db, signedIn(event).id, asked);
		return { receipt: { text: 'wellbeing:receipt.dropped' }, to: '/wellbeing' };
	}),
};
