/** What somebody has said is fine is theirs alone, and only of what they can see. */
import { family, nobody } from './actors.ts';
import type { Rows } from './matrix.ts';
import { table } from './table.ts';

const fine = (event: string, who = 'me') =>
	`insert into event_seen (event_id, person_id) values ('@${event}', '@${who}')`;

const own = {
	'the grandmother joined / parent': ['parent'],
	'strangers joined / stranger-parent': ['stranger-parent'],
} satisfies Rows;

table('event_seen', {
	key: ['event_id', 'person_id'],
	select: own,
	insert: {
		'of the own family': {
			sql: fine('the teacher joined'),
			by: [...family],
		},
		'of others': { sql: fine('far joined'), by: nobody },
		'for somebody else': { sql: fine('the teacher joined', 'young-person'), by: ['young-person'] },
		'with a time': {
			sql: `insert into event_seen (event_id, person_id, seen_at) values ('@the teacher joined', '@me', '2001-01-01')`,
			by: nobody,
		},
	},
	update: { 'another time': { set: `seen_at = '2001-01-01'`, changes: {} } },
	delete: own,
});
