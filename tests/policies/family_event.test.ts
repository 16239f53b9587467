/** The log of who came and left is read by the whole family and by nobody around it; triggers alone write it. */
import { family, nobody } from './actors.ts';
import { table } from './table.ts';

table('family_event', {
	select: {
		'the grandmother joined': [...family],
		'the teacher joined': [...family],
		'strangers joined': ['stranger-parent'],
		'the other parent joined': ['other-parent', 'child'],
		'far joined': nobody,
	},
	insert: {
		'a line': {
			sql: `insert into family_event (family_id, kind, person_id, person_name)
				values ('@family', 'joined', '@me', 'Ny')`,
			by: nobody,
		},
	},
	update: {
		'who saw to it': { set: `by_name = 'En anden'`, changes: {} },
		'when it was': { set: `happened_at = '2001-01-01'`, changes: {} },
	},
	delete: {},
});
