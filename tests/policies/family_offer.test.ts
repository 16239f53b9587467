/** What was suggested to a family is seen by it and its team. The coordinator suggests; a parent answers for the household and the children, everybody for themselves. */
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
		'offer suggested to the child': [...family, ...team],
		'offer the parent answered for the child': [...family, ...team],
		'offer suggested to the young person': [...family, ...team],
		'offer suggested to the parent': [...family, ...team],
		'offer suggested to the grandmother': [...family, ...team],
		'offer taken there': ['other-parent', 'child'],
		'offer that stopped': ['other-parent', 'child'],
		'offer for strangers': ['stranger-parent', 'former-mentor'],
		'far offer taken': ['stranger-coordinator'],
	},
	insert: {
		'a suggestion': { sql: suggest(`suggested_by: '@me'`), by: ['coordinator'] },
		'a suggestion to one of the family': {
			sql: suggest(`about_id, suggested_by: '@grandmother', '@me'`),
			by: ['coordinator'],
		},
		'a suggestion with the answer given': {
			sql: suggest(`suggested_by, state, about_id: '@me', 'interested', '@grandmother'`),
			by: nobody,
		},
		'a pick for the household': { sql: suggest(`suggested_by, state: '@me', 'interested'`), by: ['parent'] },
		'a pick for the child': {
			sql: suggest(`about_id, suggested_by, state: '@child', '@me', 'interested'`),
			by: ['parent', 'child'],
		},
		'a pick for the young person': {
			sql: suggest(`about_id, suggested_by, state: '@young-person', '@me', 'signed_up'`),
			by: ['parent', 'young-person'],
		},
		'a pick for the parent': {
			sql: suggest(`about_id, suggested_by, state: '@parent', '@me', 'interested'`),
			by: ['parent'],
		},
		"a suggestion for a grown-up's own goal": {
			sql: suggest(`about_id, goal_id, suggested_by: '@grandmother', '@goal about the grandmother', '@me'`),
			by: ['coordinator'],
		},
		'a pick of my own for a goal of the family': {
			sql: suggest(
				`about_id, goal_id, suggested_by, state: '@me', '@goal of the family', '@me', 'interested'`,
			),
			by: family,
		},
		"a suggestion in somebody else's name": { sql: suggest(`suggested_by: '@grandmother'`), by: nobody },
		"a pick in somebody else's name": {
			sql: suggest(`suggested_by, state: '@grandmother', 'interested'`),
			by: nobody,
		},
		"a pick for the child in somebody else's name": {
			sql: suggest(`about_id, suggested_by, state: '@child', '@grandmother', 'interested'`),
			by: nobody,
		},
		'a pick of my own that is a suggestion': {
			sql: suggest(`about_id, suggested_by: '@child', '@me'`),
			by: ['coordinator'],
		},
		'a pick with another who answered': {
			sql: suggest(`suggested_by, state, answered_by: '@me', 'interested', '@grandmother'`),
			by: nobody,
		},
	},
	update: {
		'the answer': {
			set: `state = 'not_for_us'`,
			changes: {
				'offer suggested': ['parent'],
				'offer suggested to the child': ['parent', 'child'],
				'offer the parent answered for the child': ['parent'],
				'offer suggested to the young person': ['parent', 'young-person'],
				'offer suggested to the parent': ['parent'],
				'offer taken there': ['other-parent'],
				'offer that stopped': ['other-parent'],
				'offer for strangers': ['stranger-parent'],
			},
		},
		'the goal': {
			sql: `update family_offer set goal_id = '@goal about the child' where id = '@offer suggested'`,
			by: ['parent'],
		},
		'the goal of what is about me': {
			sql: `update family_offer set goal_id = '@goal of the family' where id = '@offer suggested to the young person'`,
			by: ['parent', 'young-person'],
		},
		'the goal of what is about me, to my own': {
			sql: `update family_offer set goal_id = '@goal about the child' where id = '@offer suggested to the child'`,
			by: ['parent', 'child'],
		},
		"an answer in somebody else's name": {
			sql: `update family_offer set state = 'started', answered_by = '@grandmother' where id = '@offer suggested'`,
			by: nobody,
		},
		'whom it is for': {
			sql: `update family_offer set about_id = '@grandmother' where id = '@offer suggested to the child'`,
			by: nobody,
		},
		'the reason': { set: `reason = 'Derfor'`, changes: {} },
		'another family': {
			sql: `update family_offer set family_id = '@far family' where id = '@offer suggested'`,
			by: nobody,
		},
		"the child's other home": {
			sql: `update family_offer set family_id = '@other home' where id = '@offer suggested to the child'`,
			by: nobody,
		},
	},
	delete: {},
});
