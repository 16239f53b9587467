/** A person's own scales are theirs, and their words never change. */
import { nobody, people } from './actors.ts';
import { table } from './table.ts';

const make = (who: string) =>
	`insert into scale (id, person_id, kind, name, low_words, high_words)
		values ('@new', '@${who}', 'mental', 'Ro', 'Lidt', 'Meget')`;

table('scale', {
	select: {
		'scale of the parent': ['parent'],
		'scale of the young person': ['young-person'],
		'scale of the coordinator': ['coordinator'],
		'scale of strangers': ['stranger-parent'],
		'far scale': nobody,
	},
	insert: {
		// Whom its age keeps from it is told why (tests/database/rules/wellbeing.test.ts).
		"one's own": {
			sql: make('me').replace(/values \((.*)\)/, `select $1 where '@me' <> '@child'`),
			by: people.filter((who) => who !== 'child'),
		},
		"somebody else's": { sql: make('grandmother'), by: nobody },
	},
	update: {
		'no longer used': {
			set: `retired_at = now()`,
			changes: {
				'scale of the parent': ['parent'],
				'scale of the young person': ['young-person'],
				'scale of the coordinator': ['coordinator'],
				'scale of strangers': ['stranger-parent'],
			},
		},
		'the name': { set: `name = 'Uro'`, changes: {} },
		'the words at 0': { set: `low_words = 'Intet'`, changes: {} },
		'the words at 10': { set: `high_words = 'Alt'`, changes: {} },
		'whose it is': { set: `person_id = '@grandmother'`, changes: {} },
	},
	delete: {},
});
