/** Sharing answers with a professional, and taking that back (S2). */
import * as v from 'valibot';
import { isDay, isoDay } from '$lib/i18n/day';
import { command, type Refusals } from '$lib/server/command';
import { id, inOneLine, orNull } from '$lib/server/fields';
import { topics } from '$lib/wellbeing/wellbeing';
import { periods } from './sharing';
import { readShared as read } from './shared.server';
import * as sharing from './sharing.server';

/** `until` is read only when the period is a day of one's own. */
export const ShareAnswers = v.pipe(
	v.object({
		id,
		professional: id,
		/** As what they were shown. */
		profession: v.pipe(v.string('common:error.unclear'), inOneLine),
		topic: v.picklist(topics),
		period: v.picklist(periods, 'sharing:error.periodMissing'),
		until: v.optional(v.pipe(v.string(), v.transform(isoDay)), ''),
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

/** Everything this professional may read on the topic. */
export const Withdraw = v.object({ professional: id, topic: v.picklist(topics) });

const shareRefusals: Refusals = {
	changed_since: { message: 'sharing:error.changedSince' },
	share_at_most_a_year: { field: 'until', message: 'sharing:error.tooLong' },
	'42501': { message: 'sharing:error.notNow' },
};

export const share = command({
	name: 'sharing.share',
	schema: ShareAnswers,
	run: ({ db, person, now }, choice) => sharing.share(db, person.id, choice, now),
	refusals: shareRefusals,
	receipt: 'sharing:receipt.shared',
});

export const withdraw = command({
	name: 'sharing.withdraw',
	schema: Withdraw,
	run: ({ db, person, now }, what) => sharing.withdraw(db, person.id, what, now),
	refusals: { '42501': { message: 'sharing:error.endedAlready' } },
	receipt: (_, { sharesMore }) => ({ text: `sharing:receipt.${sharesMore ? 'withdrawnOne' : 'withdrawn'}` }),
});

/** Where the read before this one ended; anything else reads the newest. */
const Before = v.fallback(
	v.pipe(
		v.string(),
		v.regex(/^\d{4}-\d\d-\d\d[T ][\d:.]+(Z|[+-][\d:]+)$/),
		v.check((at) => !Number.isNaN(Date.parse(at))),
	),
	'',
);

/** A read that the family sees, so it is done by pressing a button (docs/decisions/006). */
export const readShared = command({
	name: 'sharing.readShared',
	schema: v.object({ family: id, before: Before, beforeId: v.fallback(orNull(id), null) }),
	run: async ({ db, now }, { family, before, beforeId }) => ({
		ratings: await read(db, family, before && beforeId ? { at: before, id: beforeId } : null),
		before,
		readAt: now,
	}),
});

export const sharingCommands = [share, withdraw, readShared];
