/** The family and its team see the plan; what is about a child is seen in both its homes. Parents write, and the person it is about; a grown-up's own goal is theirs alone, until they have left. */
import { family, nobody, team } from './actors.ts';
import type { Rows } from './matrix.ts';
import { table } from './table.ts';

const add = (columns: string) =>
	`insert into goal (id, title, ${columns.replace(': ', `) values ('@new', 'Ord', `)})`;

/** Who changes which goal. */
const writers: Rows = {
	'goal of the family': ['parent'],
	'goal about the child': ['parent', 'child'],
	'step about the child': ['parent', 'child'],
	'goal about the young person': ['parent', 'young-person'],
	'goal about the parent': ['parent'],
	'goal left behind': ['parent'],
	'goal of the other home': ['other-parent'],
	'goal about the child there': ['other-parent', 'child'],
	'goal of strangers': ['stranger-parent'],
};

table('goal', {
	select: {
		'goal of the family': [...family, ...team],
		'goal about the child': [...family, ...team, 'other-parent'],
		'step about the child': [...family, ...team, 'other-parent'],
		'goal about the young person': [...family, ...team],
		'goal about the parent': [...family, ...team],
		'goal about the grandmother': [...family, ...team],
		'step about the grandmother': [...family, ...team],
		'goal left behind': [...family, ...team],
		'goal of the other home': ['other-parent', 'child'],
		'goal about the child there': ['other-parent', 'child', 'parent'],
		'goal of strangers': ['stranger-parent', 'former-mentor'],
		'far goal': ['stranger-coordinator'],
	},
	insert: {
		'of the family': { sql: add(`family_id, created_by: '@family', '@me'`), by: ['parent'] },
		'about the child': {
			sql: add(`family_id, about_id, created_by: '@family', '@child', '@me'`),
			by: ['parent', 'child'],
		},
		'about the young person': {
			sql: add(`family_id, about_id, created_by: '@family', '@young-person', '@me'`),
			by: ['parent', 'young-person'],
		},
		'about myself': { sql: add(`family_id, about_id, created_by: '@family', '@me', '@me'`), by: family },
		'about another grown-up': {
			sql: add(`family_id, about_id, created_by: '@family', '@grandmother', '@me'`),
			by: nobody,
		},
		"a step under another grown-up's goal": {
			sql: add(`family_id, parent_id, created_by: '@family', '@goal about the grandmother', '@me'`),
			by: nobody,
		},
		"a step under another grown-up's goal, said to be about oneself": {
			sql: add(
				`family_id, parent_id, about_id, created_by: '@family', '@goal about the grandmother', '@me', '@me'`,
			),
			by: nobody,
		},
		'a step under the goal of the family, said to be about oneself': {
			sql: add(`family_id, parent_id, about_id, created_by: '@family', '@goal of the family', '@me', '@me'`),
			by: ['parent'],
		},
		"a step under the child's goal": {
			sql: add(`family_id, parent_id, created_by: '@family', '@goal about the child', '@me'`),
			by: ['parent', 'child'],
		},
		'of the other home': { sql: add(`family_id, created_by: '@other home', '@me'`), by: ['other-parent'] },
		'about the child in the other home': {
			sql: add(`family_id, about_id, created_by: '@other home', '@child', '@me'`),
			by: ['other-parent', 'child'],
		},
		"in somebody else's name": { sql: add(`family_id, created_by: '@family', '@grandmother'`), by: nobody },
		'walked already': { sql: add(`family_id, created_by, done_at: '@family', '@me', now()`), by: nobody },
	},
	update: {
		'the words': { set: `title = 'Nye ord'`, changes: writers },
		'that it is walked': { set: 'done_at = now()', changes: writers },
		'taken off': { set: 'removed_at = now()', changes: writers },
		'who made it': { set: `created_by = '@grandmother'`, changes: {} },
		'into another plan': {
			sql: `update goal set family_id = '@strangers' where id = '@goal of the family'`,
			by: nobody,
		},
		"into the plan of the child's other home": {
			sql: `update goal set family_id = '@other home' where id = '@step about the child'`,
			by: nobody,
		},
		'about somebody else': {
			sql: `update goal set about_id = '@young-person' where id = '@step about the child'`,
			by: nobody,
		},
	},
	delete: {},
});
