import { error } from '@sveltejs/kit';
import { background } from '$lib/family/background.server';
import { danishDay } from '$lib/i18n/format';
import { windowAt } from '$lib/server/window';
import { signedIn } from '$lib/server/command';
import * as sharing from '$lib/sharing/sharing.server';
import * as scales from '$lib/wellbeing/scales.server';
import { answersShown, askedBy, offeredTo } from '$lib/wellbeing/wellbeing';
import { worryOf } from '$lib/wellbeing/worry';
import * as wellbeing from '$lib/wellbeing/wellbeing.server';
import { titlesOfAnswers } from '$lib/titles';
import { nearest } from './nearest.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { id, families } = signedIn(event);
	const asked = askedBy(event.params.instrument) ?? error(404, 'common:error.notFound');
	const familyIds = families.map((family) => family.id);
	const today = danishDay(now);
	const around = background(db, id, familyIds, today);
	const [known, scale, ratings, answers, { people, readers }] = await Promise.all([
		around,
		asked.scaleId ? scales.one(db, id, asked.scaleId) : null,
		around.then(({ enrolledOn }) => wellbeing.curveOf(db, id, asked, enrolledOn)),
		wellbeing.answersOf(db, id, asked, windowAt(event.url, answersShown)),
		sharing.choices(db, id, familyIds, today),
	]);
	if (asked.scaleId && !scale) error(404, 'common:error.notFound');
	const last = ratings.at(-1);
	const worry = last && worryOf(asked.topic, last.answers, new Date(last.ratedAt), scale?.kind);
	const offered = offeredTo(known.age);
	return {
		...asked,
		title: titlesOfAnswers[asked.topic],
		...known,
		scale,
		/** Whom one can talk to who knows the family, after what sounds hard. */
		near: worry ? await nearest(event.locals, familyIds) : null,
		ratings,
		answers,
		readers: readers.filter(({ topic }) => topic === asked.topic),
		/** Whether anybody is around to share with. */
		mayShare: people.some(({ profession }) => profession !== null),
		mayAnswer: offered.topics.includes(asked.topic) && !scale?.retiredAt,
		isAdult: known.age === null ? families.some(({ stage }) => stage === 'adult') : known.age >= 18,
		today,
	};
};
