/** When somebody last looked at a plan is theirs alone. */
import { family, nobody, team, type ActorName } from './actors.ts';
import { table } from './table.ts';

const look = (who: string, family: string) =>
	`insert into plan_visit (person_id, family_id) values ('@${who}', '@${family}')
		on conflict (person_id, family_id) do update set family_id = excluded.family_id`;

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
		'when it was': { sql: `update plan_visit set visited_at = '2001-01-01'`, by: nobody },
		'since when there is news': { sql: `update plan_visit set since = '2001-01-01'`, by: nobody },
		'again, at a plan they still see': {
			sql: `update plan_visit set person_id = '@me'`,
			by: [
				...['parent', 'other-parent', 'young-person', 'child', 'coordinator'],
				...['stranger-parent', 'stranger-coordinator'],
			] as ActorName[],
		},
		'by somebody else': {
			sql: `update plan_visit set person_id = '@me' where person_id <> '@me'`,
			by: nobody,
		},
	},
	delete: {},
});
