/** When somebody was first shown who has come is theirs alone, only of what they can see, and the database says when. */
import { family, nobody } from './actors.ts';
import { table } from './table.ts';

const shown = (event: string, who = 'me') =>
	`insert into arrival_shown (event_id, person_id) values ('@${event}', '@${who}')`;

table('arrival_shown', {
	key: ['event_id', 'person_id'],
	select: {
		'the grandmother joined / parent': ['parent'],
		'strangers joined / stranger-parent': ['stranger-parent'],
	},
	insert: {
		'of the own family': { sql: shown('the teacher joined'), by: [...family] },
		'of others': { sql: shown('far joined'), by: nobody },
		'to somebody else': { sql: shown('the teacher joined', 'young-person'), by: ['young-person'] },
		'with a time': {
			sql: `insert into arrival_shown (event_id, person_id, shown_at) values ('@the teacher joined', '@me', '2999-01-01')`,
			by: nobody,
		},
	},
	update: { 'another time': { set: `shown_at = '2999-01-01'`, changes: {} } },
	delete: {},
});
