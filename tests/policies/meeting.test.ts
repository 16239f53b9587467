/** The family, its team and who is asked to come see a meeting; so do both homes of the child it is about. Parents and the coordinator call, move and cancel. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

const call = (columns: string) =>
	`insert into meeting (id, purpose, starts_at, ends_at, ${columns.replace(
		': ',
		`) values ('@new', 'Status', now(), now() + interval '1 hour', `,
	)})`;

table('meeting', {
	select: {
		'meeting of the family': [...family, ...team],
		'meeting about the child': [...family, ...team, 'other-parent'],
		'meeting with a guest': [...family, ...team, 'guest'],
		'meeting without a place': [...family, ...team],
		'meeting about the child there': ['other-parent', 'child', 'parent'],
		'meeting of the other home': ['other-parent', 'child'],
		'meeting of strangers': ['stranger-parent', 'former-mentor'],
		'far meeting': ['stranger-coordinator'],
	},
	insert: {
		'of the family': { sql: call(`family_id, proposed_by: '@family', '@me'`), by: ['parent', 'coordinator'] },
		'about the child': {
			sql: call(`family_id, about_id, proposed_by: '@family', '@child', '@me'`),
			by: ['parent', 'coordinator'],
		},
		'of the other home': { sql: call(`family_id, proposed_by: '@other home', '@me'`), by: ['other-parent'] },
		"in somebody else's name": { sql: call(`family_id, proposed_by: '@family', '@grandmother'`), by: nobody },
	},
	update: {
		'what it is for': {
			set: `purpose = 'Noget andet'`,
			changes: {
				'meeting of the family': ['parent', 'coordinator'],
				'meeting about the child': ['parent', 'coordinator'],
				'meeting with a guest': ['parent', 'coordinator'],
				'meeting without a place': ['parent', 'coordinator'],
				'meeting about the child there': ['other-parent'],
				'meeting of the other home': ['other-parent'],
				'meeting of strangers': ['stranger-parent', 'former-mentor'],
				'far meeting': ['stranger-coordinator'],
			},
		},
		'the record of how it was moved': { set: `moved_from = null, revision = 0`, changes: {} },
		'who proposed it': { set: `proposed_by = '@grandmother'`, changes: {} },
		'another family': {
			sql: `update meeting set family_id = '@far family' where id = '@meeting of the family'`,
			by: nobody,
		},
	},
	delete: {},
});
