/** Birthdays are the family's, and one's own is one's own: no professional sees them. */
import { family, nobody } from './actors.ts';
import { table } from './table.ts';

table('birth', {
	key: ['person_id'],
	select: {
		parent: family,
		'young-person': family,
		child: [...family, 'other-parent'],
		'other-parent': ['other-parent', 'child'],
		'stranger-child': ['stranger-parent'],
		'stranger-parent': ['stranger-parent'],
		'far-parent': nobody,
		// Out of the family.
		'former-partner': ['former-partner'],
	},
	insert: {
		'a birthday': {
			sql: `insert into birth (person_id, born_on) values ('@grandmother', '1950-01-01')`,
			by: nobody,
		},
	},
	update: { 'the date': { set: `born_on = '2010-01-01'`, changes: {} } },
	delete: {},
});
