/** Points are seen where the meeting is seen. Family, coordinator and guests bring them, in their own name, and change only their own. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

const bring = (meeting: string, family = 'family', author = 'me') =>
	`insert into agenda_point (id, meeting_id, family_id, author_id, wording)
		values ('@new', '@${meeting}', '@${family}', '@${author}', 'Et punkt')`;

table('agenda_point', {
	select: {
		'point of the parent': [...family, ...team],
		'point of the child': [...family, ...team, 'other-parent'],
		'point of the coordinator': [...family, ...team, 'other-parent'],
		'point of the other parent': [...family, ...team, 'other-parent'],
		'point of the guest': [...family, ...team, 'guest'],
		'point of the former mentor': [...family, ...team, 'guest'],
		'point of the former nurse': [...family, ...team, 'guest'],
		'point of the former partner': [...family, ...team, 'guest'],
		'point there': ['other-parent', 'child', 'parent'],
		'point of strangers': ['stranger-parent', 'former-mentor'],
		'far point': ['stranger-coordinator'],
	},
	insert: {
		// The teacher is asked to come to this one.
		'to the meeting of the family': {
			sql: bring('meeting of the family'),
			by: [...family, 'coordinator', 'teacher'],
		},
		'to the meeting about the child': {
			sql: bring('meeting about the child'),
			by: [...family, 'coordinator', 'other-parent'],
		},
		'to the meeting with a guest': {
			sql: bring('meeting with a guest'),
			by: [...family, 'coordinator', 'guest'],
		},
		"to the meeting in the child's other home": {
			sql: bring('meeting about the child there', 'other home'),
			by: ['other-parent', 'child', 'parent'],
		},
		'to a meeting that is not about the child': {
			sql: bring('meeting of the other home', 'other home'),
			by: ['other-parent', 'child'],
		},
		"in somebody else's name": { sql: bring('meeting of the family', 'family', 'grandmother'), by: nobody },
		'said to come from the family': {
			sql: `insert into agenda_point (id, meeting_id, family_id, author_id, wording, from_family)
				values ('@new', '@meeting of the family', '@family', '@me', 'Et punkt', true)`,
			by: nobody,
		},
	},
	update: {
		'the wording': {
			set: `wording = 'Andre ord'`,
			changes: {
				'point of the parent': ['parent'],
				'point of the child': ['child'],
				'point of the coordinator': ['coordinator'],
				'point of the other parent': ['other-parent'],
				'point of the guest': ['guest'],
				'point there': ['other-parent'],
				'point of strangers': ['stranger-parent'],
			},
		},
		'whose it is': {
			sql: `update agenda_point set author_id = '@grandmother' where id = '@point of the parent'`,
			by: nobody,
		},
		'another meeting': { set: `meeting_id = '@meeting of strangers'`, changes: {} },
	},
	delete: {},
});
