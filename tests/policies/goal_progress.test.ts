/** How it goes is seen where the goal stands, not in a child's other home, and never rewritten. Everybody in the family notes it for all of them and for themselves, a parent for their child. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

const note = (columns: string) =>
	`insert into goal_progress (id, note, ${columns.replace(': ', `) values ('@new', 'Godt', `)})`;

table('goal_progress', {
	select: {
		'progress of the family': [...family, ...team],
		'progress of the child': [...family, ...team],
		'progress of the young person': [...family, ...team],
		'progress of the child there': ['other-parent', 'child'],
		'progress of strangers': ['stranger-parent', 'former-mentor'],
		'far progress': ['stranger-coordinator'],
	},
	insert: {
		'on a goal of the family': {
			sql: note(`goal_id, family_id, noted_by: '@goal of the family', '@family', '@me'`),
			by: family,
		},
		'on a goal about the child in the other home': {
			sql: note(`goal_id, family_id, noted_by: '@goal about the child there', '@other home', '@me'`),
			by: ['other-parent', 'child'],
		},
		'on a goal about the child': {
			sql: note(`goal_id, family_id, noted_by: '@goal about the child', '@family', '@me'`),
			by: ['parent', 'child'],
		},
		'on a goal about the young person': {
			sql: note(`goal_id, family_id, noted_by: '@goal about the young person', '@family', '@me'`),
			by: ['parent', 'young-person'],
		},
		"on an adult's own goal": {
			sql: note(`goal_id, family_id, noted_by: '@goal about the parent', '@family', '@me'`),
			by: ['parent'],
		},
		"on another adult's own goal": {
			sql: note(`goal_id, family_id, noted_by: '@goal about the grandmother', '@family', '@me'`),
			by: nobody,
		},
		"on a child's own goal, in somebody else's name": {
			sql: note(`goal_id, family_id, noted_by: '@goal about the child', '@family', '@grandmother'`),
			by: nobody,
		},
		"on an adult's own goal, in somebody else's name": {
			sql: note(`goal_id, family_id, noted_by: '@goal about the parent', '@family', '@grandmother'`),
			by: nobody,
		},
		"in somebody else's name": {
			sql: note(`goal_id, family_id, noted_by: '@goal of the family', '@family', '@grandmother'`),
			by: nobody,
		},
		'at another time': {
			sql: note(
				`goal_id, family_id, noted_by, noted_at: '@goal of the family', '@family', '@me', '2020-01-01'`,
			),
			by: nobody,
		},
	},
	update: {
		'the note': { set: `note = 'Dårligt'`, changes: {} },
		'the number': { set: `score = 0`, changes: {} },
	},
	delete: {},
});
