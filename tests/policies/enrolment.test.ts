/** Since when a family takes part is seen by its members, its team and the project lead; only enrol_family writes it. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

table('enrolment', {
	select: {
		'first enrolment': [...family, ...team, 'project-lead'],
		enrolment: [...family, ...team, 'project-lead'],
		'enrolment of other home': ['other-parent', 'child', 'project-lead'],
		'enrolment of strangers': ['stranger-parent', 'former-mentor', 'project-lead'],
		'enrolment of far family': ['stranger-coordinator'],
	},
	insert: {
		'one more time': {
			sql: `insert into enrolment (id, family_id, municipality_id, visited_on, ended_on)
				values ('@new', '@family', '@municipality', '2020-01-01', '2021-01-01')`,
			by: nobody,
		},
	},
	update: {
		'the visitation date, from which everything is measured': {
			set: `visited_on = '2020-01-01'`,
			changes: {},
		},
		'that it is over': { set: `ended_on = private.today()`, changes: {} },
	},
	delete: {},
});
