/** The log of who came and left is read by the family and by nobody around it; triggers alone write it. */
import { family, nobody } from './actors.ts';
import { table } from './table.ts';

table('family_event', {
	select: {
		'the grandmother joined': [...family],
		'the teacher joined': [...family],
		// Who was sent away is not for a child under 13 to carry.
		'the partner left': ['parent', 'young-person'],
		// Whoever was taken out by the municipality reads why.
		'the guest was taken out': ['guest'],
		'the mentor left': ['parent', 'young-person'],
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
