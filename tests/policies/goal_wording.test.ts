/** How a goal was said is seen where the goal stands, not in a child's other home, and written by the database alone. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

table('goal_wording', {
	key: ['goal_id', 'number'],
	select: {
		'goal of the family / 1': [...family, ...team],
		'goal of the family / 2': [...family, ...team],
		'goal about the child / 1': [...family, ...team],
		'step about the child / 1': [...family, ...team],
		'goal about the young person / 1': [...family, ...team],
		'goal about the parent / 1': [...family, ...team],
		'goal about the grandmother / 1': [...family, ...team],
		'step about the grandmother / 1': [...family, ...team],
		'goal left behind / 1': [...family, ...team],
		'goal of the other home / 1': ['other-parent', 'child'],
		'goal about the child there / 1': ['other-parent', 'child'],
		'goal of strangers / 1': ['stranger-parent', 'former-mentor'],
		'far goal / 1': ['stranger-coordinator'],
	},
	insert: {
		'of my goal': {
			sql: `insert into goal_wording (goal_id, number, family_id, words, said_by, said_at, voice)
				values ('@goal of the family', 3, '@family', 'Ord', '@me', now(), 'family')`,
			by: nobody,
		},
	},
	update: {
		'the words': { set: `words = 'Andre ord'`, changes: {} },
		'who said them': { set: `said_by = '@grandmother'`, changes: {} },
		'in whose voice': { set: `voice = 'team'`, changes: {} },
	},
	delete: {},
});
