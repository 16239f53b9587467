/** That the plan was agreed is seen by the family and its team, and never rewritten. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

table('plan_version', {
	select: {
		'version of the family': [...family, ...team],
		'version of the other home': ['other-parent', 'child'],
		'far version': ['stranger-coordinator'],
	},
	insert: {
		'past agree_plan': {
			sql: `insert into plan_version (id, plan_id, family_id, number, agreed_by)
				select '@new', plan_id, family_id, 2, '@me' from plan_version where id = '@version of the family'`,
			by: nobody,
		},
	},
	update: {
		'who agreed': { set: `agreed_by = '@grandmother'`, changes: {} },
		when: { set: `agreed_at = '2020-01-01'`, changes: {} },
	},
	delete: {},
});
