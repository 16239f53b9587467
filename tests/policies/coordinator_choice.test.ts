/** The family sees whom it asked; who is asked sees the question; the team and the project lead see who said yes. Written by functions only. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

table('coordinator_choice', {
	select: {
		'nurse was coordinator': [...family, ...team, 'project-lead'],
		'mentor was coordinator': [...family, ...team, 'project-lead'],
		'teacher declined': [...family, 'teacher'],
		'coordinator accepted': [...family, ...team, 'project-lead'],
		'adviser is asked': [...family, 'job-adviser'],
		'helper is asked': ['other-parent', 'child'],
		'mentor accepted by strangers': ['stranger-parent', 'former-mentor', 'project-lead'],
		'far choice': ['stranger-coordinator'],
	},
	insert: {
		'a question past the function': {
			sql: `insert into coordinator_choice (id, family_id, professional_id, job_id, chosen_by)
				values ('@new', '@strangers', '@guest', '@job of guest', '@me')`,
			by: nobody,
		},
	},
	update: {
		'a yes past the function': { set: `answer = 'accepted'`, changes: {} },
		'the end past the function': { set: `ended_at = '2999-01-01'`, changes: {} },
	},
	delete: {},
});
