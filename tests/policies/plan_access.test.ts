/** Who sees a plan knows so, and nobody else does; nobody writes it down but the database. */
import { nobody } from './actors.ts';
import { table } from './table.ts';

table('plan_access', {
	schema: 'private',
	key: ['person_id', 'family_id'],
	select: {
		'parent / family': ['parent'],
		'young-person / family': ['young-person'],
		'child / family': ['child'],
		'grandmother / family': nobody,
		'coordinator / family': ['coordinator'],
		'teacher / family': ['teacher'],
		'job-adviser / family': ['job-adviser'],
		'other-parent / other home': ['other-parent'],
		'child / other home': ['child'],
		'neighbour-helper / other home': nobody,
		'stranger-parent / strangers': ['stranger-parent'],
		'stranger-child / strangers': nobody,
		'former-mentor / strangers': ['former-mentor'],
		'far-parent / far family': nobody,
		'stranger-coordinator / far family': ['stranger-coordinator'],
	},
	insert: {
		'for oneself': {
			sql: `insert into private.plan_access (person_id, family_id) values ('@me', '@far family')`,
			by: nobody,
		},
	},
	update: {
		'to another plan': {
			sql: `update private.plan_access set family_id = '@far family' where person_id = '@me'`,
			by: nobody,
		},
	},
	delete: {},
});
