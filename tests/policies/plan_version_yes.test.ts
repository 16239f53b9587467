/** Who says yes to what was agreed is seen by the family and its team, and never rewritten. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

table('plan_version_yes', {
	key: ['version_id', 'person_id'],
	select: {
		'version of the family / young-person': [...family, ...team],
		'version of the other home / child': ['other-parent', 'child'],
	},
	insert: {
		'past say_yes_to_plan': {
			sql: `insert into plan_version_yes (version_id, family_id, person_id)
				values ('@version of the family', '@family', '@me')`,
			by: nobody,
		},
	},
	update: {
		'who said it': { set: `person_id = '@grandmother'`, changes: {} },
		when: { set: `said_at = '2020-01-01'`, changes: {} },
	},
	delete: {},
});
