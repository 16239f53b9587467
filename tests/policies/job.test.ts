/** Jobs are seen by colleagues and by the families and teams one works with in them. Each writes their own profile. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

const staff = [...team, 'project-lead', 'guest', 'former-mentor'] as const;

table('job', {
	select: {
		'job of coordinator': [...staff, ...family, 'former-partner'],
		'job of teacher': [...staff, ...family],
		'job of job-adviser': [...staff, ...family],
		'job of project-lead': [...staff],
		'job of guest': [...staff],
		'job of former-mentor': [...staff, ...family, 'stranger-parent'],
		'job of former-nurse': [...staff, ...family, 'former-nurse'],
		'job of neighbour-helper': [...staff, 'other-parent', 'child'],
		'job of stranger-coordinator': ['stranger-coordinator'],
		'job of far-lead': ['stranger-coordinator'],
	},
	insert: {
		oneself: {
			sql: `insert into job (id, person_id, organisation_id, municipality_id, profession)
				values ('@new', '@me', '@town hall', '@municipality', 'Lærer')`,
			by: nobody,
		},
	},
	update: {
		'what I help with': {
			set: `helps_with = 'Alt'`,
			changes: {
				'job of coordinator': ['coordinator'],
				'job of teacher': ['teacher'],
				'job of job-adviser': ['job-adviser'],
				'job of project-lead': ['project-lead'],
				'job of guest': ['guest'],
				'job of former-mentor': ['former-mentor'],
				'job of stranger-coordinator': ['stranger-coordinator'],
			},
		},
		'becomes project lead': { set: `is_project_lead = true`, changes: {} },
		'works somewhere else': { set: `organisation_id = '@school'`, changes: {} },
		'comes back': { sql: `update job set left_at = null where id = '@job of former-nurse'`, by: nobody },
		'becomes somebody else': {
			sql: `update job set person_id = '@grandmother' where person_id = '@me'`,
			by: nobody,
		},
	},
	delete: {},
});
