/** Who belongs to a family is seen by the family and its team. Joining is by invitation; nobody adds or removes by hand. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

table('member', {
	select: {
		'parent in family': [...family, ...team],
		'young person in family': [...family, ...team],
		'child in family': [...family, ...team],
		'grandmother in family': [...family, ...team],
		'former partner in family': [...family, ...team],
		'other parent in other home': ['other-parent', 'child'],
		'child in other home': ['other-parent', 'child'],
		'parent in strangers': ['stranger-parent', 'former-mentor'],
		'child in strangers': ['stranger-parent', 'former-mentor'],
		'parent in far family': ['stranger-coordinator'],
	},
	insert: {
		'oneself, as a parent': {
			sql: `insert into member (id, family_id, person_id, role) values ('@new', '@far family', '@me', 'parent')`,
			by: nobody,
		},
		'a child of my own family': {
			sql: `insert into member (id, family_id, person_id, role) values ('@new', '@family', '@stranger-child', 'child')`,
			by: nobody,
		},
	},
	update: {
		'has left': { set: `left_at = '2999-01-01'`, changes: {} },
		'becomes a parent': { set: `role = 'parent'`, changes: {} },
	},
	delete: {},
});
