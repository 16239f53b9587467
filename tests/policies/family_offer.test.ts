/** What was suggested to a family is seen by it and its team. The coordinator suggests, the family answers, each in their own name. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

const suggest = (columns: string) =>
	`insert into family_offer (id, offer_id, family_id, ${columns.replace(
		': ',
		`) values ('@new', '@second offer', '@family', `,
	)})`;

table('family_offer', {
	select: {
		'offer suggested': [...family, ...team],
		'offer taken there': ['other-parent', 'child'],
		'offer that stopped': ['other-parent', 'child'],
		'offer for strangers': ['stranger-parent', 'former-mentor'],
		'far offer taken': ['stranger-coordinator'],
	},
	insert: {
		'a suggestion': { sql: suggest(`suggested_by: '@me'`), by: ['coordinator'] },
		'a suggestion with the answer given': {
			sql: suggest(`suggested_by, state: '@me', 'interested'`),
			by: nobody,
		},
		'a pick of our own': {
			sql: suggest(`suggested_by, state, answered_by: '@me', 'interested', '@me'`),
			by: family,
		},
		"a suggestion in somebody else's name": { sql: suggest(`suggested_by: '@grandmother'`), by: nobody },
		"a pick in somebody else's name": {
			sql: suggest(`suggested_by, state, answered_by: '@me', 'interested', '@grandmother'`),
			by: nobody,
		},
	},
	update: {
		'the answer': {
			set: `state = 'not_for_us', answered_by = '@me'`,
			changes: {
				'offer suggested': family,
				'offer taken there': ['other-parent', 'child'],
				'offer that stopped': ['other-parent', 'child'],
				'offer for strangers': ['stranger-parent'],
			},
		},
		"an answer in somebody else's name": {
			sql: `update family_offer set state = 'started', answered_by = '@grandmother' where id = '@offer suggested'`,
			by: nobody,
		},
		'the reason': { set: `reason = 'Derfor'`, changes: {} },
		'another family': {
			sql: `update family_offer set family_id = '@far family', answered_by = '@me' where id = '@offer suggested'`,
			by: nobody,
		},
	},
	delete: {},
});
