/** When somebody last looked at a plan is theirs alone. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

const look = (who: string, family: string) =>
	`insert into plan_visit (person_id, family_id, visited_at) values ('@${who}', '@${family}', now())
		on conflict (person_id, family_id) do update set visited_at = excluded.visited_at`;

table('plan_visit', {
	key: ['person_id', 'family_id'],
	select: {
		'parent / family': ['parent'],
		'young-person / family': ['young-person'],
		'child / other home': ['child'],
		'coordinator / family': ['coordinator'],
		'other-parent / other home': ['other-parent'],
		'stranger-parent / strangers': ['stranger-parent'],
		'stranger-coordinator / far family': ['stranger-coordinator'],
		'former-mentor / family': ['former-mentor'],
		'former-partner / family': ['former-partner'],
	},
	insert: {
		'at the plan of the family': { sql: look('me', 'family'), by: [...family, ...team] },
		'at the plan of strangers': { sql: look('me', 'strangers'), by: ['stranger-parent', 'former-mentor'] },
		'by somebody else': { sql: look('grandmother', 'family'), by: nobody },
	},
	update: {
		'since when there is news': {
			set: `since = '2001-01-01'`,
			changes: {
				'parent / family': ['parent'],
				'young-person / family': ['young-person'],
				'child / other home': ['child'],
				'coordinator / family': ['coordinator'],
				'other-parent / other home': ['other-parent'],
				'stranger-parent / strangers': ['stranger-parent'],
				'stranger-coordinator / far family': ['stranger-coordinator'],
			},
		},
		'into the plan of others': {
			sql: `update plan_visit set family_id = '@far family' where person_id = '@parent'`,
			by: nobody,
		},
	},
	delete: {},
});
