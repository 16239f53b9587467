/** People see the devices they are signed in on and sign them out. The secret stands elsewhere (session_secret). */
import { nobody } from './actors.ts';
import type { Rows } from './matrix.ts';
import { table } from './table.ts';

const own = {
	'phone of the parent': ['parent'],
	'library computer of the parent': ['parent'],
	'laptop of the coordinator': ['coordinator'],
	'phone of the stranger': ['stranger-parent'],
} satisfies Rows;

table('session', {
	select: own,
	columns: {
		everything: { sql: `select * from session`, by: nobody },
	},
	insert: {
		'a session': {
			sql: `insert into session (person_id, own_device, idle_limit, expires_at)
				values ('@me', true, '7 days', now() + interval '30 days')`,
			by: nobody,
		},
	},
	update: {
		'lasts longer': { set: `expires_at = '2999-01-01'`, changes: {} },
		'seen now': { set: `seen_at = '2999-01-01'`, changes: {} },
	},
	delete: own,
});
