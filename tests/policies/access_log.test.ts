/** Who read the answers is seen by the person who gave them. Written by open_ and read_shared_ratings alone. */
import { nobody } from './actors.ts';
import { table } from './table.ts';

table('access_log', {
	select: {
		'mentor read the parent': ['parent'],
		'coordinator read the parent': ['parent'],
		'teacher read the young person': ['young-person'],
		'coordinator read the former partner': ['former-partner'],
		'mentor read the stranger': ['stranger-parent'],
	},
	columns: {
		'which lines were opened together': { sql: `select reading_id from access_log`, by: nobody },
		'in which transaction': { sql: `select opened_in from access_log`, by: nobody },
	},
	insert: {
		'a line': {
			sql: `insert into access_log
					(reading_id, owner_id, reader_id, share_id, family_id, topic, as_coordinator, profession, answers_read)
				values ('@new', '@me', '@me', '@parent shares with coordinator', '@family', 'who5', true, 'Lærer', 0)`,
			by: nobody,
		},
	},
	update: {
		'who it was': { set: `reader_id = '@guest'`, changes: {} },
		'when it was': { set: `read_at = '2001-01-01'`, changes: {} },
		'how much it was': { set: `answers_read = 0`, changes: {} },
		'in which transaction': { set: `opened_in = '3'`, changes: {} },
	},
	delete: {},
});
