/** The family, its team and the project lead see the team. The lead and the chosen coordinator add to it; only the lead takes out. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

table('team_member', {
	select: {
		'coordinator in team': [...family, ...team, 'project-lead'],
		'teacher in team': [...family, ...team, 'project-lead'],
		'adviser in team': [...family, ...team, 'project-lead'],
		'nurse in team': [...family, ...team, 'project-lead'],
		'mentor left team': [...family, ...team, 'project-lead'],
		'helper in other home': ['other-parent', 'child', 'project-lead'],
		'mentor in strangers': ['stranger-parent', 'former-mentor', 'project-lead'],
		'coordinator in far family': ['stranger-coordinator'],
	},
	insert: {
		'a colleague': {
			sql: `insert into team_member (id, family_id, professional_id, job_id) values ('@new', '@family', '@guest', '@job of guest')`,
			by: ['coordinator', 'project-lead'],
		},
		'a colleague around a family without a coordinator': {
			sql: `insert into team_member (id, family_id, professional_id, job_id) values ('@new', '@other home', '@guest', '@job of guest')`,
			by: ['project-lead'],
		},
		'somebody of another municipality': {
			sql: `insert into team_member (id, family_id, professional_id, job_id) values ('@new', '@family', '@far-lead', '@job of far-lead')`,
			by: nobody,
		},
		'somebody who has left the job': {
			sql: `insert into team_member (id, family_id, professional_id, job_id) values ('@new', '@other home', '@former-nurse', '@job of former-nurse')`,
			by: nobody,
		},
		oneself: {
			sql: `insert into team_member (id, family_id, professional_id, job_id) values ('@new', '@other home', '@me', '@job of me')`,
			by: nobody,
		},
		'the project lead, by whom the family chose': {
			sql: `insert into team_member (id, family_id, professional_id, job_id) values ('@new', '@family', '@project-lead', '@job of project-lead')`,
			by: ['coordinator'],
		},
		'with a day of joining in the past': {
			sql: `insert into team_member (id, family_id, professional_id, joined_at)
				values ('@new', '@family', '@guest', now() - interval '1 year')`,
			by: nobody,
		},
	},
	update: {
		'has left': {
			set: `left_at = now()`,
			changes: {
				'coordinator in team': ['project-lead'],
				'teacher in team': ['project-lead'],
				'adviser in team': ['project-lead'],
				'nurse in team': ['project-lead'],
				'helper in other home': ['project-lead'],
				'mentor in strangers': ['project-lead'],
			},
		},
		'is back': { sql: `update team_member set left_at = null where id = '@mentor left team'`, by: nobody },
		'left, with no time': {
			sql: `update team_member set left_at = null where id = '@teacher in team'`,
			by: nobody,
		},
		'another family': {
			sql: `update team_member set family_id = '@far family' where id = '@mentor in strangers'`,
			by: nobody,
		},
	},
	delete: {},
});
