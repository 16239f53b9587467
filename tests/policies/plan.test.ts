/** Which plans a family has had is seen by the family and its team, and written by the database alone. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

table('plan', {
	key: ['family_id'],
	select: {
		family: [...family, ...team],
		'other home': ['other-parent', 'child'],
		strangers: ['stranger-parent', 'former-mentor'],
		'far family': ['stranger-coordinator'],
	},
	insert: {
		'of the family': { sql: `insert into plan (family_id) values ('@family')`, by: nobody },
	},
	update: { 'its end': { set: `ended_at = now()`, changes: {} } },
	delete: {},
});
