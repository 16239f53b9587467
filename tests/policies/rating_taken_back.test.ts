/** That an answer was taken back: nobody reads or writes it. */
import { nobody } from './actors.ts';
import { table } from './table.ts';

table('rating_taken_back', {
	schema: 'private',
	key: ['rating_id'],
	select: { 'answer taken back by the parent': nobody },
	insert: {
		one: {
			sql: `insert into private.rating_taken_back (rating_id, person_id) values ('@new', '@me')`,
			by: nobody,
		},
	},
	update: { whose: { set: `person_id = '@me'`, changes: {} } },
	delete: {},
});
