/** What was agreed is seen by the family and its team, and never rewritten. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

table('plan_version_goal', {
	key: ['version_id', 'goal_id'],
	select: {
		'version of the family / goal of the family': [...family, ...team],
		'version of the family / goal about the child': [...family, ...team],
		'version of the other home / goal about the child there': ['other-parent', 'child'],
		'far version / far goal': ['stranger-coordinator'],
	},
	insert: {
		'into the version of the family': {
			sql: `insert into plan_version_goal (version_id, family_id, goal_id, wording, position)
				values ('@version of the family', '@family', '@step about the child', 1, 1)`,
			by: nobody,
		},
	},
	update: { 'with which words': { set: `wording = 2`, changes: {} } },
	delete: {},
});
