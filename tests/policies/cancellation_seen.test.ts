/** That somebody has seen that a meeting is cancelled is theirs alone, and only of what they can see. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

const seen = (meeting: string, revision = 0, who = 'me') =>
	`insert into cancellation_seen (meeting_id, person_id, of_revision) values ('@${meeting}', '@${who}', ${revision})
		on conflict do nothing`;

table('cancellation_seen', {
	key: ['meeting_id', 'person_id'],
	select: {
		'meeting of the family / young-person': ['young-person'],
		'far meeting / stranger-coordinator': ['stranger-coordinator'],
	},
	insert: {
		// Who has seen it already adds nothing.
		'of the family': { sql: seen('meeting of the family'), by: ['parent', 'child', ...team] },
		'as a guest': {
			sql: seen('meeting about the child'),
			by: [...family, ...team, 'other-parent'],
		},
		'as it will be': { sql: seen('meeting of the family', 1), by: nobody },
		'for somebody else': { sql: seen('meeting of the family', 0, 'parent'), by: ['parent'] },
		'with a time': {
			sql: `insert into cancellation_seen (meeting_id, person_id, of_revision, seen_at)
				values ('@meeting of the family', '@me', 0, '2001-01-01')`,
			by: nobody,
		},
	},
	update: { 'another time': { set: `seen_at = '2001-01-01'`, changes: {} } },
	delete: {},
});
