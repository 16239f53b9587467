/** Who was there when the plan was agreed is seen by the family and its team, and never rewritten. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

table('plan_version_person', {
	key: ['version_id', 'person_id'],
	select: {
		'version of the family / parent': [...family, ...team],
		'version of the family / coordinator': [...family, ...team],
		'version of the other home / other-parent': ['other-parent', 'child'],
		'far version / far-parent': ['stranger-coordinator'],
	},
	insert: {
		'into the version of the family': {
			sql: `insert into plan_version_person (version_id, family_id, person_id, voice)
				values ('@version of the family', '@family', '@me', 'family')`,
			by: nobody,
		},
	},
	update: { 'on which side': { set: `voice = 'team'`, changes: {} } },
	delete: {},
});
