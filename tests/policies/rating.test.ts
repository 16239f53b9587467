/** Answers are read by nobody but the person: not by parents, not by any professional. open_ and read_shared_ratings are the only other way. */
import { nobody, people } from './actors.ts';
import type { Rows } from './matrix.ts';
import { table } from './table.ts';

const answer = (who: string) =>
	`insert into rating (id, person_id, topic, answers) values ('@new', '@${who}', 'who5', '{4,4,4,4,4}')`;

const own = {
	'well-being of the parent': ['parent'],
	'scale answer of the parent': ['parent'],
	'ladder of the parent': ['parent'],
	'well-being of the other parent': ['other-parent'],
	'ladder of the young person': ['young-person'],
	'scale answer of the young person': ['young-person'],
	'smiley of the child': ['child'],
	'well-being of the former partner': ['former-partner'],
	'ladder of the coordinator': ['coordinator'],
	'well-being of strangers': ['stranger-parent'],
	'far well-being': [],
} satisfies Rows;

table('rating', {
	select: own,
	insert: {
		"one's own": { sql: answer('me'), by: [...people] },
		"somebody else's": { sql: answer('grandmother'), by: nobody },
		"one's own child's": { sql: answer('child'), by: ['child'] },
		'as if received earlier': {
			sql: `insert into rating (id, person_id, topic, answers, received_at)
				values ('@new', '@me', 'ladder', '{4}', '2020-01-01')`,
			by: nobody,
		},
	},
	update: {
		'the answers': { set: `answers = '{5}'`, changes: {} },
		'when it was': { set: `rated_at = '2020-01-01'`, changes: {} },
	},
	delete: own,
});
