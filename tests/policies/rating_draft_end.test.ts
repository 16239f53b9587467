/** That a draft came to an end: nobody reads or writes it. */
import { nobody } from './actors.ts';
import { table } from './table.ts';

table('rating_draft_end', {
	schema: 'private',
	key: ['person_id', 'topic'],
	select: {
		'child / smiley': nobody,
		'coordinator / ladder': nobody,
		'far-parent / who5': nobody,
		'former-partner / who5': nobody,
		'other-parent / who5': nobody,
		'parent / ladder': nobody,
		'parent / scale': nobody,
		'parent / who5': nobody,
		'stranger-parent / who5': nobody,
		'young-person / ladder': nobody,
		'young-person / scale': nobody,
	},
	insert: {
		one: {
			sql: `insert into private.rating_draft_end (person_id, topic, ended_at) values ('@me', 'smiley', now())`,
			by: nobody,
		},
	},
	update: { when: { set: `ended_at = now()`, changes: {} } },
	delete: {},
});
