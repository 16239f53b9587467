/** Where a meeting is: for the family, its team and who is asked; for the child's other home only when it is no home. */
import { nobody, family, team } from './actors.ts';
import { table } from './table.ts';

const say = (meeting: string, family = 'family') =>
	`insert into meeting_place (meeting_id, family_id, place) values ('@${meeting}', '@${family}', 'Her')`;
/** Who decides about it. */
const decided = {
	'meeting of the family': ['parent', 'coordinator'],
	'meeting about the child': ['parent', 'coordinator'],
	'meeting with a guest': ['parent', 'coordinator'],
	'meeting about the child there': ['other-parent'],
	'meeting of the other home': ['other-parent'],
	'meeting of strangers': ['stranger-parent', 'former-mentor'],
	'far meeting': ['stranger-coordinator'],
} as const;

table('meeting_place', {
	key: ['meeting_id'],
	select: {
		'meeting of the family': [...family, ...team],
		// At home: the other parent of the child is not asked, and sees the meeting without its place.
		'meeting about the child': [...family, ...team],
		'meeting with a guest': [...family, ...team, 'guest'],
		'meeting about the child there': ['other-parent', 'child', 'parent'],
		'meeting of the other home': ['other-parent', 'child'],
		'meeting of strangers': ['stranger-parent', 'former-mentor'],
		'far meeting': ['stranger-coordinator'],
	},
	insert: {
		'of a meeting of the family': { sql: say('meeting without a place'), by: ['parent', 'coordinator'] },
	},
	update: {
		'the place': {
			set: `place = 'Et andet sted'`,
			changes: Object.fromEntries(Object.entries(decided).map(([row, who]) => [row, [...who]])),
		},
		'that it is a home': {
			sql: `update meeting_place set is_home = true where meeting_id = '@meeting of the family'`,
			by: ['parent', 'coordinator'],
		},
		'another family': {
			sql: `update meeting_place set family_id = '@far family' where meeting_id = '@meeting of the family'`,
			by: nobody,
		},
		'another meeting': { set: `meeting_id = '@meeting of strangers'`, changes: {} },
	},
	delete: {},
});
