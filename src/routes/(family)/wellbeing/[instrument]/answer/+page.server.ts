import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import { background } from '$lib/family/background.server';
import { danishDay } from '$lib/i18n/format';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import * as sharing from '$lib/sharing/sharing.server';
import * as drafts from '$lib/wellbeing/drafts.server';
import * as scales from '$lib/wellbeing/scales.server';
import { stepOf, type DraftAnswers } from '$lib/wellbeing/draft';
import { dropDraft, keepAnswer, rate } from '$lib/wellbeing/commands.server';
import { askedBy, nameOf, offeredTo } from '$lib/wellbeing/wellbeing';
import { askedIn } from '$lib/wellbeing/who5/sheets';
import { titlesOfAnswering } from '$lib/titles';
import { nearest } from '../nearest.server';
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
	const [{ age, dutyPhone }, scale, answers, { people, readers }, near] = await Promise.all([
		background(db, id, familyIds, today),
		asked.scaleId ? scales.one(db, id, asked.scaleId) : null,
		drafts.of(db, id, asked),
		sharing.choices(db, id, familyIds, today),
		nearest(event.locals, familyIds),
	]);
	const offered = offeredTo(age);
	if (!offered.topics.includes(asked.topic) || (asked.scaleId && scale?.retiredAt !== null)) {
		error(404, 'common:error.notFound');
	}
	return {
		...asked,
		title: titlesOfAnswering[asked.topic],
		scale,
		sheet,
		/** Kept in the addresses where the language was chosen for these questions. */
		also: chosen && sheet === chosen ? `&in=${sheet}` : '',
		/** What was begun; null in a copy, which cannot know what became of it. */
		draft: answers as DraftAnswers | null,
		step: stepOf(asked.topic, answers, event.url.searchParams.get('step')),
		newId: newId(),
		now,
		age,
		dutyPhone,
		/** What is answered here no server judges: whether it is shown, the page knows. */
		near,
		readers: readers.filter(({ topic }) => topic === asked.topic),
		/** Whether anybody is around to share with. */
		mayShare: people.some(({ profession }) => profession !== null),
	};
};

const instrument = ({ params }: RequestEvent) => ({ instrument: params.instrument! });

export const actions: Actions = {
	keep: actionOf(keepAnswer, {
		says: instrument,
		to: ({ instrument: { topic } }, next, { url }) => {
			const chosen = url.searchParams.get('in');
			const also = topic === 'who5' && chosen ? `&in=${encodeURIComponent(chosen)}` : '';
			return `${url.pathname}?step=${next}${also}`;
		},
	}),
	send: actionOf(rate, {
		to: ({ topic, scale }) => `/wellbeing/${nameOf({ topic, scaleId: scale })}`,
		// Who can see it now is what another room knows.
		receipt: async (receipt, { topic }, { locals: { db, now, person } }) => {
			const families = person!.families.map(({ id }) => id);
			const readers = await sharing.readers(db, person!.id, families, danishDay(now));
			const isShared = readers.some((reader) => reader.topic === topic);
			return isShared ? { ...receipt, text: 'wellbeing:receipt.ratedShared' } : receipt;
		},
	}),
	drop: actionOf(dropDraft, { says: instrument, to: '/wellbeing' }),
};
