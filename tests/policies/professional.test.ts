/** Profiles are seen by the families and teams the professional works with, and by colleagues. Each writes their own. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

const staff = [...team, 'project-lead', 'guest', 'former-mentor'] as const;

table('professional', {
	key: ['person_id'],
	select: {
		coordinator: [...staff, ...family, 'other-parent'],
		teacher: [...staff, ...family],
		'job-adviser': [...staff, ...family],
		'project-lead': [...staff],
		guest: [...staff, ...family],
		'former-mentor': [...staff, ...family, 'stranger-parent'],
		'former-nurse': [...staff, ...family],
		'neighbour-helper': [...staff, 'other-parent', 'child'],
		'stranger-coordinator': ['stranger-coordinator'],
		'far-lead': ['stranger-coordinator'],
	},
	insert: {
		oneself: {
			sql: `insert into professional (person_id, municipality_id, profession) values ('@me', '@municipality', 'Lærer')`,
			by: nobody,
		},
	},
	update: {
		'what I help with': {
			set: `helps_with = 'Alt'`,
			changes: {
				coordinator: ['coordinator'],
				teacher: ['teacher'],
				'job-adviser': ['job-adviser'],
				'project-lead': ['project-lead'],
				guest: ['guest'],
				'former-mentor': ['former-mentor'],
				'stranger-coordinator': ['stranger-coordinator'],
			},
		},
		'becomes project lead': { set: `is_project_lead = true`, changes: {} },
		'works somewhere else': { set: `municipality_id = '@other municipality'`, changes: {} },
		'comes back': {
			sql: `update professional set left_at = null where person_id = '@former-nurse'`,
			by: nobody,
		},
		'becomes somebody else': {
			sql: `update professional set person_id = '@grandmother' where person_id = '@me'`,
			by: nobody,
		},
	},
	delete: {},
});
