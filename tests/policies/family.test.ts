/** A family is seen by its members, its team and the project lead; its parents name it. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

table('family', {
	select: {
		family: [...family, ...team, 'project-lead'],
		'other home': ['other-parent', 'child', 'project-lead'],
		strangers: ['stranger-parent', 'former-mentor', 'project-lead'],
		'far family': ['stranger-coordinator'],
	},
	insert: {
		'a family': {
			sql: `insert into family (id, municipality_id, name) values ('@new', '@municipality', 'Ny')`,
			by: nobody,
		},
	},
	update: {
		'the name': {
			set: `name = 'Nyt navn'`,
			changes: { family: ['parent'], 'other home': ['other-parent'], strangers: ['stranger-parent'] },
		},
		'another municipality': {
			sql: `update family set municipality_id = '@other municipality' where id = '@family'`,
			by: nobody,
		},
		'becomes another family': { set: `id = '@new'`, changes: {} },
	},
	delete: {},
});
