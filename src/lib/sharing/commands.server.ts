/** Sharing answers with a professional, and taking that back (S2). */
import * as v from 'valibot';
import { isDay } from '$lib/i18n/day';
import { id } from '$lib/server/fields';
import { topics } from '$lib/wellbeing/wellbeing';
import { periods } from './sharing';

/** `sharing.share`. `until` is read only when the period is a day of one's own. */
export const ShareAnswers = v.pipe(
	v.object({
		id,
		professional: id,
		topic: v.picklist(topics),
		period: v.picklist(periods, 'sharing:error.periodMissing'),
		until: v.optional(v.string(), ''),
	}),
	v.forward(
		v.partialCheck(
			[['period'], ['until']],
			({ period, until }) => period !== 'day' || isDay(until),
			'sharing:error.dateUnclear',
		),
		['until'],
	),
);

/** `sharing.withdraw`: everything this professional may read on the topic. */
export const Withdraw = v.object({ professional: id, topic: v.picklist(topics) });
