/** The words that come with a yes or a no are for the family; the team and the project lead do not read them. */
import { family, nobody } from './actors.ts';
import { table } from './table.ts';

table('coordinator_message', {
	key: ['choice_id'],
	select: {
		'nurse was coordinator': family,
		'mentor was coordinator': family,
		'teacher declined': [...family, 'teacher'],
		'coordinator accepted': [...family, 'coordinator'],
		'far choice': ['stranger-coordinator'],
	},
	insert: {
		'words past the function': {
			sql: `insert into coordinator_message (choice_id, family_id, professional_id, words)
				values ('@adviser is asked', '@family', '@me', 'Ja')`,
			by: nobody,
		},
	},
	update: { 'the words': { set: `words = 'Nej'`, changes: {} } },
	delete: {},
});
