/** Answers that are not finished are readable by no one but the person. */
import { nobody, people } from './actors.ts';
import type { Rows } from './matrix.ts';
import { table } from './table.ts';

const begin = (who: string) =>
	`insert into rating_draft (person_id, topic, answers) values ('@${who}', 'who5', '{1,2}')`;

const own = {
	'parent / ladder': ['parent'],
	'young-person / ladder': ['young-person'],
	'child / smiley': ['child'],
	'other-parent / ladder': ['other-parent'],
	'coordinator / ladder': ['coordinator'],
	'stranger-parent / ladder': ['stranger-parent'],
	'far-parent / ladder': [],
} satisfies Rows;

table('rating_draft', {
	key: ['person_id', 'topic'],
	select: own,
	insert: {
		"one's own": { sql: begin('me'), by: [...people] },
		"somebody else's": { sql: begin('grandmother'), by: nobody },
	},
	update: {
		'going on': { set: `answers = '{3}'`, changes: own },
		'when it was': { set: `changed_at = '2001-01-01'`, changes: {} },
		'whose it is': { set: `person_id = '@grandmother'`, changes: {} },
	},
	// One is dropped (drop_draft), or becomes an answer.
	delete: {},
});
